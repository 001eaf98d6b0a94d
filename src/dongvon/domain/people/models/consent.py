"""Consent: a person was told how their data is used, and agreed; withdrawn, it stays on record."""

from django.db import models
from django.db.models import F, Q

from dongvon.domain.people.models.person import Person
from dongvon.kernel.ids import new_id


class Consent(models.Model):
    """`told` is the notice as it was read to them, `kept_at` where the signed paper is (Luật 91/2025/QH15)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    version = models.CharField(max_length=20)
    told = models.TextField()
    given_on = models.DateField()
    kept_at = models.CharField(max_length=200)
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField()
    withdrawn_on = models.DateField(null=True)
    withdrawal_recorded_by = models.UUIDField(null=True)
    withdrawal_recorded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person"], condition=Q(withdrawn_on__isnull=True), name="people_consent_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(
                    withdrawn_on__isnull=True, withdrawal_recorded_by__isnull=True, withdrawal_recorded_at__isnull=True
                )
                | Q(
                    withdrawn_on__gte=F("given_on"),
                    withdrawal_recorded_by__isnull=False,
                    withdrawal_recorded_at__isnull=False,
                ),
                name="people_consent_withdrawn_whole",
            ),
        )
