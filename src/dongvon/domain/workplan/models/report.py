"""Report: what one unit answers in one round."""

import pgtrigger
from django.db import models

from dongvon.domain.workplan.vocabulary import ReportState
from dongvon.kernel.ids import new_id


class Report(models.Model):
    """`edition` counts the writings; the database allows only the steps of the state, and none in a locked period."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey("workplan.Round", on_delete=models.PROTECT, related_name="reports")
    reporter = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="reports")
    state = models.CharField(
        max_length=10, choices=[(state.value, state.value) for state in ReportState], default=ReportState.DRAFT
    )
    edition = models.PositiveIntegerField(default=0)
    opened_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    changed_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["round", "reporter"], name="workplan_report_one_per_round_and_unit"),
            models.CheckConstraint(
                condition=models.Q(state__in=list(ReportState)), name="workplan_report_state_is_known"
            ),
        )
        indexes = (models.Index(fields=["reporter", "round"], name="workplan_report_of_unit"),)
        triggers = (
            pgtrigger.FSM(
                name="step_by_step",
                field="state",
                transitions=[
                    ("draft", "submitted"),
                    ("returned", "submitted"),
                    ("submitted", "returned"),
                    ("submitted", "accepted"),
                    ("accepted", "draft"),
                ],
            ),
        )
