"""SpecialArea: a commune that is of such a kind for a time ("difficult": vùng khó khăn)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from dongvon.domain.programmes.models import LegalBasis
from dongvon.domain.programmes.vocabulary import Confidence
from dongvon.domain.units.models import Place


class SpecialArea(models.Model):
    """That a commune is rural follows from its type and is not repeated here."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    valid = DateRangeField()
    basis = models.ForeignKey(LegalBasis, on_delete=models.PROTECT, related_name="+")
    confidence = models.CharField(max_length=20, choices=[(level.value, level.value) for level in Confidence])

    class Meta:
        constraints = (
            ExclusionConstraint(
                name="lending_special_area_once_at_a_time",
                expressions=[
                    ("place", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
            ),
        )
