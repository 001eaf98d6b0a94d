"""Boundary: the outline of a commune, as a deployment's own file draws it."""

from django.db import models

from dongvon.domain.units.models import Place


class Boundary(models.Model):
    """Rings of [longitude, latitude]; without any the map is drawn in tiles."""

    place = models.OneToOneField(Place, on_delete=models.PROTECT, primary_key=True, related_name="+")
    rings = models.JSONField()
    source = models.CharField(max_length=200)
    drawn_at = models.DateTimeField()
