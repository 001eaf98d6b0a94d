"""Handover: one file of loans that somebody brings in from another system, from its reading to its taking."""

from enum import StrEnum

from django.db import models
from django.db.models import Q

from dongvon.domain.units.models import Unit
from dongvon.kernel.ids import new_id


class HandoverState(StrEnum):
    """How far the taking in of a file has come."""

    WAITING = "waiting"  # chờ đọc
    READING = "reading"  # đang đọc, kiểm tra
    CHECKED = "checked"  # đã kiểm tra, chờ tiếp nhận
    TAKING = "taking"  # đang tiếp nhận
    TAKEN = "taken"  # đã tiếp nhận
    FAILED = "failed"  # không đọc được
    DROPPED = "dropped"  # đã bỏ


class Handover(models.Model):
    """The position at the beginning of `on`. `totals` are the file's sums by column, `printed` those it prints itself.

    `fault` names the refusal that ended the reading, with its words.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file_name = models.CharField(max_length=200)
    file_hash = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    state = models.CharField(max_length=8, choices=[(each.value, each.value) for each in HandoverState])
    person = models.UUIDField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    taken_by = models.UUIDField(null=True)
    head = models.JSONField(default=dict)
    rows = models.IntegerField(default=0)
    bad_rows = models.IntegerField(default=0)
    known_rows = models.IntegerField(default=0)
    settled_rows = models.IntegerField(default=0)
    new_people = models.IntegerField(default=0)
    new_groups = models.IntegerField(default=0)
    taken_rows = models.IntegerField(default=0)
    totals = models.JSONField(default=dict)
    fault = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(state="taken") | Q(taken_at__isnull=False, taken_by__isnull=False),
                name="lending_handover_taken_by_somebody",
            ),
        )
        indexes = (models.Index(fields=["-asked_at"], name="lending_handover_newest"),)
