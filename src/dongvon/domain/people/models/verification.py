"""Verification: a question put to a national database by file, with its legal basis, and what came back."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from dongvon.domain.people.models.person import Person
from dongvon.domain.people.vocabulary import Answer, Registry
from dongvon.domain.units.models import Unit
from dongvon.kernel.ids import new_id


class Verification(models.Model):
    """One request file: which registry, on what basis, for what, which fields; answers are good until they expire."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    registry = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Registry])
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=200)
    purpose = models.CharField(max_length=200)
    fields = ArrayField(models.CharField(max_length=20))
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField()
    expires_on = models.DateField()
    answered_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer_hash = models.BinaryField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer_hash__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False, answer_hash__isnull=False),
                name="people_verification_answered_whole",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("asked_at__date")), name="people_verification_expires_later"
            ),
            models.CheckConstraint(condition=Q(basis__gt="", purpose__gt=""), name="people_verification_has_a_basis"),
        )


class VerificationLine(models.Model):
    """What the registry says of one person: match, mismatch, not found, and the few fields that were asked for."""

    verification = models.ForeignKey(Verification, on_delete=models.PROTECT, related_name="lines")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="verifications")
    answer = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Answer], blank=True)
    told = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["verification", "person"], name="people_verification_line_once"),
        )
