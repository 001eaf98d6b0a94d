"""FundLimit: how much of a fund may be promised, for a time."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast, Coalesce

from dongvon.domain.programmes.models import LegalBasis
from dongvon.domain.programmes.vocabulary import Fund
from dongvon.domain.units.models import Unit
from dongvon.kernel.ids import new_id

#: Stands for "the whole city" where the database compares offices.
_NO_UNIT = "00000000-0000-0000-0000-000000000000"


class FundLimit(models.Model):
    """Of one office, or of the whole city; in force once somebody else than its proposer granted it.

    `drawn` is kept by `draw` and `release`, and never passes the amount.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    fund = models.CharField(max_length=1, choices=[(each.value, each.value) for each in Fund])
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    valid = DateRangeField()
    amount = models.BigIntegerField()
    drawn = models.BigIntegerField(default=0)
    basis = models.ForeignKey(LegalBasis, on_delete=models.PROTECT, related_name="+")
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    granted = models.BooleanField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(drawn__gte=0, drawn__lte=F("amount")), name="capital_fund_limit_is_not_overdrawn"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="capital_fund_limit_is_positive"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                name="capital_fund_limit_maker_is_not_checker",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True, granted__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False, granted__isnull=False),
                name="capital_fund_limit_is_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(drawn=0) | Q(granted=True), name="capital_fund_limit_drawn_once_granted"
            ),
            ExclusionConstraint(
                name="capital_fund_limit_one_at_a_time",
                condition=Q(granted=True),
                expressions=[
                    ("fund", RangeOperators.EQUAL),
                    (
                        Coalesce("unit", Cast(models.Value(_NO_UNIT), models.UUIDField())),
                        RangeOperators.EQUAL,
                    ),
                    ("valid", RangeOperators.OVERLAPS),
                ],
            ),
        )
