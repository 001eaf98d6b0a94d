"""Meeting: a group comes together, who was there, and what was put to the vote."""

import pgtrigger
from django.db import models
from django.db.models import Q

from dongvon.domain.groups.models.group import Group
from dongvon.domain.groups.vocabulary import ATTENDED, WITNESSED, MeetingKind
from dongvon.domain.people.models import Person
from dongvon.kernel.ids import new_id


def _closed_stays(table: str) -> pgtrigger.Trigger:
    """What belongs to closed minutes is neither added, changed nor taken away."""
    return pgtrigger.Trigger(
        name="closed_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF EXISTS (
                SELECT FROM groups_meeting
                WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.meeting_id ELSE NEW.meeting_id END AND number IS NOT NULL
            ) THEN
                RAISE EXCEPTION '{table}_of_closed_meeting_stays' USING ERRCODE = 'check_violation';
            END IF;
            RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        """,
    )


class Meeting(models.Model):
    """Open until its minutes are closed with a number; from then on it cannot change.

    `representative` is who came for the commune's organisation, `hamlet_head` the witness; empty when absent.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=12, choices=[(each.value, each.value) for each in MeetingKind])
    held_on = models.DateField()
    venue = models.CharField(max_length=120)
    representative = models.CharField(max_length=120, blank=True)
    hamlet_head = models.CharField(max_length=120, blank=True)
    minutes = models.TextField(blank=True)
    number = models.PositiveIntegerField(null=True)
    opened_by = models.UUIDField()
    opened_at = models.DateTimeField()
    closed_by = models.UUIDField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["group", "number"], name="groups_meeting_number_is_unique"),
            models.CheckConstraint(
                condition=Q(number__isnull=True, closed_by__isnull=True, closed_at__isnull=True)
                | Q(number__isnull=False, closed_by__isnull=False, closed_at__isnull=False),
                name="groups_meeting_closed_whole",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | ~Q(kind__in=[*ATTENDED]) | ~Q(representative=""),
                name="groups_meeting_organisation_attends",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | ~Q(kind__in=[*WITNESSED]) | ~Q(hamlet_head=""),
                name="groups_meeting_hamlet_head_witnesses",
            ),
        )
        indexes = (models.Index(fields=["group", "-held_on"], name="groups_meeting_of_group"),)
        triggers = (
            pgtrigger.Protect(
                name="closed_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__number__isnull=False),
            ),
        )


class Attendance(models.Model):
    """A member was at a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["meeting", "person"], name="groups_attendance_once"),)
        triggers = (_closed_stays("groups_attendance"),)


class Motion(models.Model):
    """Something put to the vote; `about` is the person or the request it concerns, when it concerns one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="motions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    about = models.UUIDField(null=True)
    in_favour = models.PositiveSmallIntegerField()
    against = models.PositiveSmallIntegerField()
    abstained = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["meeting", "number"], name="groups_motion_number_is_unique"),)
        triggers = (_closed_stays("groups_motion"),)
