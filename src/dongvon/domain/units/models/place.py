"""Place: a commune-level territory; its type (xã, phường) changes with time, its code does not."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models


class Place(models.Model):
    """One commune, known by the five-digit code of the national statistics office."""

    code = models.CharField(primary_key=True, max_length=5)
    name = models.CharField(max_length=80)
    area_km2 = models.DecimalField(max_digits=8, decimal_places=2)
    latitude = models.DecimalField(max_digits=8, decimal_places=5)
    longitude = models.DecimalField(max_digits=8, decimal_places=5)
    former_province = models.CharField(max_length=80)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(code__regex=r"^\d{5}$"), name="units_place_code_has_five_digits"),
        )


class PlaceTerm(models.Model):
    """What type of unit a place was, and for how long."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="terms")
    type = models.CharField(max_length=10, choices=[("xã", "xã"), ("phường", "phường")])
    valid = DateRangeField()
    basis = models.CharField(max_length=200)

    class Meta:
        constraints = (
            ExclusionConstraint(
                name="units_place_one_type_at_a_time",
                expressions=[("place", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
            ),
        )
