"""Plan: a document of the city that gives units work, in one version."""

import pgtrigger
from django.db import models

from dongvon.domain.workplan.vocabulary import PlanState
from dongvon.kernel.ids import new_id


class Plan(models.Model):
    """A plan as read, reviewed and then in force from `first_year` to `last_year`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=60, blank=True)  # the scan may show "/KH-UBND" only
    title = models.TextField()
    issuer = models.CharField(max_length=200, blank=True)
    issued_on = models.DateField(null=True)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=[(each.value, each.value) for each in PlanState])
    imported_by = models.ForeignKey("units.User", on_delete=models.PROTECT, null=True, related_name="+")
    imported_at = models.DateTimeField()
    activated_by = models.ForeignKey("units.User", on_delete=models.PROTECT, null=True, related_name="+")
    activated_at = models.DateTimeField(null=True)
    superseded_at = models.DateTimeField(null=True)
    superseded_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="supersedes")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(last_year__gte=models.F("first_year")), name="workplan_plan_years_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(state=PlanState.DRAFT.value, activated_at=None)
                | (~models.Q(state=PlanState.DRAFT.value) & models.Q(activated_at__isnull=False)),
                name="workplan_plan_in_force_was_activated",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state=PlanState.SUPERSEDED.value, superseded_at__isnull=False, superseded_by__isnull=False
                )
                | (~models.Q(state=PlanState.SUPERSEDED.value) & models.Q(superseded_at=None, superseded_by=None)),
                name="workplan_plan_superseded_at_a_moment",
            ),
            models.CheckConstraint(
                condition=models.Q(superseded_by=None) | ~models.Q(superseded_by=models.F("id")),
                name="workplan_plan_not_its_own_successor",
            ),
        )
        triggers = (
            pgtrigger.FSM(
                name="state_moves_forward",
                field="state",
                transitions=[
                    (PlanState.DRAFT.value, PlanState.ACTIVE.value),
                    (PlanState.ACTIVE.value, PlanState.SUPERSEDED.value),
                ],
            ),
        )
