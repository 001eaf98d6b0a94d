"""Mandate: the contract 11/TD by which a board collects interest and savings, and when it was suspended."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from dongvon.domain.groups.models.group import Group
from dongvon.kernel.ids import new_id


class Mandate(models.Model):
    """Made in three copies; a board never collects principal or fees, so there is no column for them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="mandates")
    number = models.CharField(max_length=40)
    valid = DateRangeField()
    interest = models.BooleanField()
    savings = models.BooleanField()
    signed_by = models.UUIDField()
    signed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["number"], name="groups_mandate_number_is_unique"),
            models.CheckConstraint(condition=Q(interest=True) | Q(savings=True), name="groups_mandate_gives_something"),
            ExclusionConstraint(
                name="groups_mandate_one_at_a_time",
                expressions=[("group", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
            ),
        )


class MandateSuspension(models.Model):
    """By decision nothing is collected for a time; restored by another decision."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="suspensions")
    valid = DateRangeField()
    decision = models.CharField(max_length=60)
    reason = models.CharField(max_length=300)
    restoring_decision = models.CharField(max_length=60, blank=True)
    suspended_by = models.UUIDField()
    suspended_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(decision="") & ~Q(reason=""), name="groups_suspension_says_why"),
            models.CheckConstraint(
                condition=Q(valid__upper_inf=True, restoring_decision="")
                | (Q(valid__upper_inf=False) & ~Q(restoring_decision="")),
                name="groups_suspension_ends_by_decision",
            ),
            ExclusionConstraint(
                name="groups_suspension_one_at_a_time",
                expressions=[("mandate", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
            ),
        )
