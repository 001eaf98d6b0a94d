"""Delegation: a clause in the hands of a person."""

from django.db import models

from dongvon.domain.workplan.models.clause import Clause
from dongvon.kernel.ids import new_id


class Delegation(models.Model):
    """A unit gives one of its clauses to one of its people, with a day of its own."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="delegations")
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="delegations")
    due_on = models.DateField(null=True)
    note = models.TextField(blank=True)
    given_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["clause", "unit", "person"],
                condition=models.Q(withdrawn_at=None, done_at=None),
                name="workplan_delegation_once_at_a_time",
            ),
        )
