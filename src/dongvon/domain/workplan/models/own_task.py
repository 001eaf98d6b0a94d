"""OwnTask: a line of a unit's own plan."""

from django.db import models

from dongvon.domain.workplan.models.clause import Clause
from dongvon.domain.workplan.models.implementation_plan import ImplementationPlan
from dongvon.kernel.ids import new_id


class OwnTask(models.Model):
    """A line of a unit's own plan, under the clause it carries out."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    implementation_plan = models.ForeignKey(ImplementationPlan, on_delete=models.CASCADE, related_name="tasks")
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="own_tasks")
    ordinal = models.PositiveSmallIntegerField()
    text = models.TextField()
    due_on = models.DateField(null=True)
