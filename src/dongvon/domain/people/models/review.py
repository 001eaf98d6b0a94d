"""HamletMeeting, PublicPosting and Objection: what happens to a list between its draft and its decision."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from dongvon.domain.people.models.beneficiary_list import BeneficiaryList
from dongvon.domain.people.models.household import Household
from dongvon.domain.people.vocabulary import RESTRICTED
from dongvon.kernel.ids import new_id


class HamletMeeting(models.Model):
    """The people of a hamlet went through the lines of a list that are theirs."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    list = models.ForeignKey(BeneficiaryList, on_delete=models.PROTECT, related_name="meetings")
    hamlet = models.CharField(max_length=80)
    held_on = models.DateField()
    attended = models.PositiveSmallIntegerField()
    minutes = models.TextField(blank=True)
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["list", "hamlet"], name="people_meeting_once_a_hamlet"),
            models.CheckConstraint(condition=Q(attended__gte=1), name="people_meeting_was_attended"),
        )


class PublicPosting(models.Model):
    """A list on a board, from a day to a day, with the fewest columns; `lines` are exactly what hung there.

    `snapshot_hash` is the SHA-256 of the lines as written. The list of released prisoners never hangs anywhere.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    list = models.ForeignKey(BeneficiaryList, on_delete=models.PROTECT, related_name="postings")
    kind = models.CharField(max_length=10)
    shown_at = models.CharField(max_length=200)
    from_on = models.DateField()
    until_on = models.DateField()
    basis = models.CharField(max_length=200)
    columns = ArrayField(models.CharField(max_length=20))
    lines = models.JSONField()
    snapshot_hash = models.BinaryField()
    approved_by = models.UUIDField()
    approved_at = models.DateTimeField()
    taken_down_by = models.UUIDField(null=True)
    taken_down_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(kind__in=sorted(RESTRICTED)), name="people_posting_never_of_released"),
            models.CheckConstraint(condition=Q(until_on__gt=F("from_on")), name="people_posting_lasts"),
            models.UniqueConstraint(
                fields=["list"], condition=Q(taken_down_at__isnull=True), name="people_posting_one_at_a_time"
            ),
        )


class Objection(models.Model):
    """Somebody says that a household should, or should not, be on the list; answered before the decision."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    list = models.ForeignKey(BeneficiaryList, on_delete=models.PROTECT, related_name="objections")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, null=True, related_name="+")
    raised_on = models.DateField()
    raised_by = models.CharField(max_length=120)
    text = models.TextField()
    received_by = models.UUIDField()
    received_at = models.DateTimeField()
    upheld = models.BooleanField(null=True)
    answer = models.TextField(blank=True)
    answered_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(upheld__isnull=True, answer="", answered_by__isnull=True, answered_at__isnull=True)
                | Q(upheld__isnull=False, answer__gt="", answered_by__isnull=False, answered_at__isnull=False),
                name="people_objection_answered_whole",
            ),
        )
