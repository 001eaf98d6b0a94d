"""FormerPlace: a territory of before the last rearrangement, and the place it became part of."""

from django.db import models

from dongvon.domain.units.models.place import Place


class FormerPlace(models.Model):
    """Its code may live on as the code of another place, so a name without dates would mislead."""

    code = models.CharField(max_length=5)
    name = models.CharField(max_length=80)
    type = models.CharField(max_length=20)
    district = models.CharField(max_length=80)
    province = models.CharField(max_length=80)
    became = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="former_places")
    until = models.DateField()
    basis = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["code", "until", "became"], name="units_former_place_became_once"),
        )
