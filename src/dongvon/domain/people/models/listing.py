"""Listing: a household or a person on a list, and how it came there."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from dongvon.domain.people.models.beneficiary_list import BeneficiaryList
from dongvon.domain.people.models.household import Household
from dongvon.domain.people.models.person import Person
from dongvon.domain.people.vocabulary import Ending, ListKind, Origin
from dongvon.domain.units.models import Place
from dongvon.kernel.ids import new_id


class Listing(models.Model):
    """`valid` is empty until the list is certified; a line that was struck keeps its reason.

    Kind and place are those of the list, repeated for row policies and for what may not overlap.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    list = models.ForeignKey(BeneficiaryList, on_delete=models.PROTECT, related_name="listings")
    kind = models.CharField(max_length=10, choices=[(each.value, each.value) for each in ListKind])
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, null=True, related_name="listings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="listings")
    origin = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Origin])
    valid = DateRangeField(null=True)
    ending = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Ending], blank=True)
    ended_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(household__isnull=False) | Q(person__isnull=False), name="people_listing_names_somebody"
            ),
            models.CheckConstraint(
                condition=Q(ending="", ended_by__isnull=True, ended_at__isnull=True)
                | Q(ending__gt="", ended_by__isnull=False, ended_at__isnull=False),
                name="people_listing_ends_with_reason",
            ),
            models.UniqueConstraint(
                fields=["list", "household", "person"], nulls_distinct=False, name="people_listing_once_a_list"
            ),
            ExclusionConstraint(
                name="people_listing_one_class_at_a_time",
                expressions=[("household", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                condition=Q(kind__in=["poor", "near_poor", "escaped"]),
            ),
        )
        indexes = (
            models.Index(fields=["person"], name="people_listing_of_person"),
            models.Index(fields=["place"], condition=Q(ending="moved_away"), name="people_listing_moved_away"),
        )
