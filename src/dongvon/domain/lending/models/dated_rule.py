"""What every rule of servicing tells: from when, on which document, how sure."""

import pgtrigger
from django.db import models

from dongvon.domain.programmes.models import LegalBasis
from dongvon.domain.programmes.vocabulary import Confidence


class DatedRule(models.Model):
    """Never changed: a later row follows it."""

    from_on = models.DateField()
    basis = models.ForeignKey(LegalBasis, on_delete=models.PROTECT, related_name="+")
    confidence = models.CharField(max_length=20, choices=[(level.value, level.value) for level in Confidence])

    class Meta:
        abstract = True
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
