"""Unit: an organisation that owes work or holds posts."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from dongvon.domain.units.models.place import Place
from dongvon.domain.units.vocabulary import Level
from dongvon.kernel.ids import new_id


class Unit(models.Model):
    """One organisation; `code` is its canonical key ("so-tai-chinh", "ubnd-26041")."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=80)
    body = models.CharField(max_length=60)  # key of a Body in the vocabulary
    level = models.CharField(max_length=10, choices=[(level.value, level.value) for level in Level])
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="units")
    valid = DateRangeField()  # from its founding to its end

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["code"], name="units_unit_code_is_unique"),
            models.CheckConstraint(
                condition=models.Q(level="city") | models.Q(place__isnull=False) | models.Q(body="nhcsxh-pgd"),
                name="units_unit_commune_has_place",
            ),
        )
        indexes = (models.Index(fields=["body", "level"], name="units_unit_body"),)


class UnitName(models.Model):
    """What a unit was called, and for how long."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="names")
    full_name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80)
    search_key = models.CharField(max_length=300, editable=False)  # both names folded
    valid = DateRangeField()

    class Meta:
        constraints = (
            ExclusionConstraint(
                name="units_unit_one_name_at_a_time",
                expressions=[("unit", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
            ),
        )
