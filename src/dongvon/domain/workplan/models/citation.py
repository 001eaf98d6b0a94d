"""Citation: a legal document that a plan cites."""

from django.db import models

from dongvon.domain.workplan.models.plan import Plan
from dongvon.kernel.ids import new_id


class Citation(models.Model):
    """A legal document the plan cites, with its number and date as far as given."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="citations")
    ordinal = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=60, blank=True)
    number = models.CharField(max_length=80)
    title = models.TextField(blank=True)
    issued_on = models.DateField(null=True)
    line = models.PositiveIntegerField(null=True)
