"""Part: a part of a plan under a Roman numeral."""

from django.db import models

from dongvon.domain.workplan.models.plan import Plan
from dongvon.kernel.ids import new_id


class Part(models.Model):
    """A part of a plan under a Roman numeral ("II")."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="parts")
    ordinal = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=10)
    heading = models.TextField()
    nature = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["plan", "ordinal"], name="workplan_part_ordinal"),)
