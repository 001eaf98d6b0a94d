"""Concern: a difficulty a unit meets, or a proposal it makes."""

from django.db import models

from dongvon.domain.workplan.vocabulary import ConcernKind
from dongvon.kernel.ids import new_id


class Concern(models.Model):
    """Raised inside a report or on its own; `delivered_at` is when it reached the branch's inbox: at once when on
    its own, otherwise with its report. From then on its words stand (a trigger)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey("workplan.Plan", on_delete=models.PROTECT, related_name="concerns")
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="concerns")
    report = models.ForeignKey("workplan.Report", on_delete=models.PROTECT, null=True, related_name="concerns")
    clause = models.ForeignKey("workplan.Clause", on_delete=models.PROTECT, null=True, related_name="concerns")
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in ConcernKind])
    text = models.TextField()
    group = models.ForeignKey("workplan.ConcernGroup", on_delete=models.PROTECT, null=True, related_name="concerns")
    raised_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(text=""), name="workplan_concern_says_something"),
            models.CheckConstraint(
                condition=models.Q(kind__in=list(ConcernKind)), name="workplan_concern_kind_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True) | models.Q(delivered_at__isnull=True),
                name="workplan_concern_withdrawn_before_delivery",
            ),
            models.CheckConstraint(
                condition=models.Q(group__isnull=True) | models.Q(delivered_at__isnull=False),
                name="workplan_concern_grouped_after_delivery",
            ),
        )
        indexes = (
            models.Index(fields=["unit"], name="workplan_concern_of_unit"),
            models.Index(fields=["plan", "delivered_at"], name="workplan_concern_inbox"),
        )
