"""LegalBasis: the document that a rate, a ceiling or a term rests on."""

from django.db import models

from dongvon.domain.programmes.vocabulary import Confidence
from dongvon.kernel.ids import new_id


class LegalBasis(models.Model):
    """Known by its number ("2553/QĐ-TTg")."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=80)
    title = models.CharField(max_length=300)
    issued_on = models.DateField(null=True)
    confidence = models.CharField(max_length=20, choices=[(level.value, level.value) for level in Confidence])

    class Meta:
        constraints = (models.UniqueConstraint(fields=["number"], name="programmes_legal_basis_number_is_unique"),)
