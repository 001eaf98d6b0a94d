"""MeetingCall: a group is asked to come together, and its organisation and the head of the hamlet with it."""

import pgtrigger
from django.db import models
from django.db.models import Q

from dongvon.domain.groups.models.group import Group
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.kernel.ids import new_id


class MeetingCall(models.Model):
    """What for, when and where; a meeting is put down apart, once it took place."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="calls", db_index=False)
    kind = models.CharField(max_length=12, choices=[(each.value, each.value) for each in MeetingKind])
    meets_on = models.DateField()
    begins = models.TimeField()
    venue = models.CharField(max_length=120)
    called_by = models.UUIDField()
    called_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["group", "meets_on"], name="groups_meeting_call_once_a_day"),
            models.CheckConstraint(condition=~Q(venue=""), name="groups_meeting_call_says_where"),
        )
        indexes = (models.Index(fields=["meets_on"], name="groups_meeting_call_day"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
