"""What every dated rule of lending tells beside its proposal: on which document, how sure."""

from django.db import models

from dongvon.domain.audit.models.proposal import Proposal
from dongvon.domain.programmes.models import LegalBasis
from dongvon.domain.programmes.vocabulary import Confidence


class ProposedRule(Proposal):
    """`since_stated` tells whether a source states the first day, or it is only assumed."""

    since_stated = models.BooleanField(default=True)
    basis = models.ForeignKey(LegalBasis, on_delete=models.PROTECT, related_name="+")
    confidence = models.CharField(max_length=20, choices=[(level.value, level.value) for level in Confidence])

    class Meta(Proposal.Meta):
        abstract = True
