"""Edge: how one unit is joined to another, of a kind, for a time."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from dongvon.domain.units.models.unit import Unit
from dongvon.domain.units.vocabulary import EdgeKind
from dongvon.kernel.ids import new_id


class Edge(models.Model):
    """From the lower or earlier unit (`child`) to the higher or later one (`parent`)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    child = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="edges_up")
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="edges_down")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in EdgeKind])
    valid = DateRangeField()
    basis = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(child=models.F("parent")), name="units_edge_joins_two_units"),
            ExclusionConstraint(
                name="units_edge_once_at_a_time",
                expressions=[
                    ("child", RangeOperators.EQUAL),
                    ("parent", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
            ),
        )
        indexes = (models.Index(fields=["parent", "kind"], name="units_edge_downwards"),)
