"""Exclusion: who owes under one programme may not borrow under another."""

from django.db import models

from dongvon.domain.programmes.models.legal_basis import LegalBasis
from dongvon.domain.programmes.models.programme import Programme
from dongvon.domain.programmes.vocabulary import Confidence


class Exclusion(models.Model):
    """A debt under `held` bars a new loan under `barred`; both directions are two rows."""

    held = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="bars")
    barred = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="barred_by")
    basis = models.ForeignKey(LegalBasis, on_delete=models.PROTECT, related_name="+")
    confidence = models.CharField(max_length=20, choices=[(level.value, level.value) for level in Confidence])

    class Meta:
        constraints = (models.UniqueConstraint(fields=["held", "barred"], name="programmes_exclusion_stated_once"),)
