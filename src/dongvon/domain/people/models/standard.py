"""Standard and ListLimit: what law says about who is poor, and about terms in days and months, as dated rows."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from dongvon.domain.people.vocabulary import Area, Limit, Measure
from dongvon.domain.units.models import Place
from dongvon.kernel.confidence import Confidence
from dongvon.kernel.ids import new_id

_IN_FORCE = Q(approved_by__isnull=False)
_SURE = [(level.value, level.value) for level in Confidence]


class Proposed(models.Model):
    """Law as one person puts it down; it holds once another has approved it."""

    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField()
    approved_by = models.UUIDField(null=True)
    approved_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


def _four_eyes(name: str) -> models.CheckConstraint:
    unapproved = Q(approved_by__isnull=True, approved_at__isnull=True)
    by_another = Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(approved_by=F("proposed_by"))
    return models.CheckConstraint(condition=unapproved | by_another, name=name)


class Standard(Proposed):
    """Income in đồng per head and month, `over` not counted and `up_to` counted; without a place it is the nation's.

    Of the poverty standard: at `deprivations` or more a household is poor, with fewer it is near-poor.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    measure = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Measure])
    area = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Area])
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    valid = DateRangeField()
    over = models.BigIntegerField()
    up_to = models.BigIntegerField()
    deprivations = models.PositiveSmallIntegerField(null=True)
    basis = models.CharField(max_length=200)
    confidence = models.CharField(max_length=20, choices=_SURE)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(over__gte=0, up_to__gt=F("over")), name="people_standard_income_band_has_room"
            ),
            models.CheckConstraint(
                condition=Q(measure="poverty", deprivations__isnull=False, deprivations__gte=1)
                | Q(measure="average", deprivations__isnull=True),
                name="people_standard_poverty_counts_deprivations",
            ),
            ExclusionConstraint(
                name="people_standard_one_at_a_time",
                expressions=[
                    ("measure", RangeOperators.EQUAL),
                    ("area", RangeOperators.EQUAL),
                    (Coalesce("place", models.Value("")), RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                condition=_IN_FORCE,
            ),
            _four_eyes("people_standard_four_eyes"),
        )


class ListLimit(Proposed):
    """How many days a list hangs, how many months a household counts as newly escaped."""

    limit = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Limit])
    valid = DateRangeField()
    amount = models.PositiveSmallIntegerField()
    basis = models.CharField(max_length=200)
    confidence = models.CharField(max_length=20, choices=_SURE)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(amount__gte=1), name="people_list_limit_is_some"),
            ExclusionConstraint(
                name="people_list_limit_one_at_a_time",
                expressions=[("limit", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                condition=_IN_FORCE,
            ),
            _four_eyes("people_list_limit_four_eyes"),
        )
