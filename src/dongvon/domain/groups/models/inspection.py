"""Inspection: somebody came and looked at how a group works (16/TD), what the board promised, and what came of it."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from dongvon.domain.groups.models.group import Group
from dongvon.domain.groups.vocabulary import Grade, Matter
from dongvon.kernel.ids import new_id

APPEND_ONLY = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)


class Inspection(models.Model):
    """A visit; the figures are those of the day it was written down, in đồng. `team` are those who went."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="inspections", db_index=False)
    inspected_on = models.DateField()
    team = models.CharField(max_length=300)
    members = models.PositiveSmallIntegerField()
    outstanding = models.BigIntegerField()
    overdue = models.BigIntegerField()
    interest = models.BigIntegerField()
    grade = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Grade], blank=True)
    merits = models.CharField(max_length=1000, blank=True)
    faults = models.CharField(max_length=1000, blank=True)
    unit = models.UUIDField(null=True)
    inspected_by = models.UUIDField()
    written_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["group", "inspected_on", "unit"], name="groups_inspection_once_a_day"),
            models.CheckConstraint(condition=~Q(team=""), name="groups_inspection_says_who_went"),
            models.CheckConstraint(
                condition=Q(overdue__gte=0, overdue__lte=F("outstanding"), interest__gte=0),
                name="groups_inspection_figures_are_possible",
            ),
        )
        triggers = APPEND_ONLY


class InspectionLine(models.Model):
    """One matter that was looked at; what is not in order is said."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="lines", db_index=False)
    matter = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Matter])
    in_order = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["inspection", "matter"], name="groups_inspection_line_once"),
            models.CheckConstraint(
                condition=Q(in_order=True) | ~Q(note=""), name="groups_inspection_line_says_what_is_wrong"
            ),
        )
        triggers = APPEND_ONLY


class Promise(models.Model):
    """What the board will mend, by when; kept once somebody saw it done."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="promises")
    text = models.CharField(max_length=300)
    due_on = models.DateField()
    kept_on = models.DateField(null=True)
    seen = models.CharField(max_length=300, blank=True)
    seen_by = models.UUIDField(null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="groups_promise_says_what"),
            models.CheckConstraint(
                condition=Q(kept_on__isnull=True, seen="", seen_by__isnull=True, seen_at__isnull=True)
                | (Q(kept_on__isnull=False, seen_by__isnull=False, seen_at__isnull=False) & ~Q(seen="")),
                name="groups_promise_kept_before_somebody",
            ),
        )
        indexes = (models.Index(fields=["due_on"], name="groups_promise_open", condition=Q(kept_on__isnull=True)),)
        triggers = (
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="kept_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__kept_on__isnull=False),
            ),
        )
