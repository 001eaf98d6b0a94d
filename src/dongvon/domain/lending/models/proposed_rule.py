"""What every rule of the road tells: on which document, how sure, who laid it down and who put it in force."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from dongvon.domain.programmes.models import LegalBasis
from dongvon.domain.programmes.vocabulary import Confidence
from dongvon.kernel.ids import new_id

#: What holds: a proposal nobody granted binds nobody.
GRANTED = Q(granted=True)


class ProposedRule(models.Model):
    """Never changed once decided: a later row follows it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    basis = models.ForeignKey(LegalBasis, on_delete=models.PROTECT, related_name="+")
    confidence = models.CharField(max_length=20, choices=[(level.value, level.value) for level in Confidence])
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    granted = models.BooleanField(null=True)

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
    """Decided whole or not at all, and never by whoever proposed it."""
    undecided = Q(decided_by__isnull=True, granted__isnull=True)
    decided = Q(decided_by__isnull=False, granted__isnull=False) & ~Q(decided_by=F("proposed_by"))
    return models.CheckConstraint(condition=undecided | decided, name=name)
