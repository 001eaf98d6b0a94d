"""What everything tells that one person lays down and another puts in force."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from dongvon.kernel.ids import new_id

#: What holds: a proposal nobody granted binds nobody.
GRANTED = Q(granted=True)


class Proposal(models.Model):
    """`granted` is None while nobody has decided; a no has its reason. Decided, it stays: another follows."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    granted = models.BooleanField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True
        triggers = (
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="fixed_once_decided",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__decided_by__isnull=False),
            ),
        )


def two_people(name: str) -> models.CheckConstraint:
    """Decided whole or not at all, never by whoever proposed it, and never turned down without a word."""
    undecided = Q(decided_by__isnull=True, decided_at__isnull=True, granted__isnull=True, reason="")
    decided = Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(decided_by=F("proposed_by"))
    told = Q(granted=True, reason="") | Q(granted=False) & ~Q(reason="")
    return models.CheckConstraint(condition=undecided | decided & told, name=name)
