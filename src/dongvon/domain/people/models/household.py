"""Household: people who live and owe together, and who belonged to it when."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from dongvon.domain.people.models.person import Person
from dongvon.domain.units.models import Place
from dongvon.kernel.ids import new_id


class Household(models.Model):
    """Known in its commune by a code; its members are dated."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=30)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    hamlet = models.CharField(max_length=80)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["place", "code"], name="people_household_code_is_unique"),)


class Membership(models.Model):
    """A person in a household for a time; one at a time is its head."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    relation = models.CharField(max_length=40)
    is_head = models.BooleanField()
    valid = DateRangeField()

    class Meta:
        constraints = (
            ExclusionConstraint(
                name="people_membership_one_household_at_a_time",
                expressions=[("person", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
            ),
            ExclusionConstraint(
                name="people_membership_one_head_at_a_time",
                expressions=[("household", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                condition=models.Q(is_head=True),
            ),
        )
