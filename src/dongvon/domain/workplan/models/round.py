"""Round: one occasion to report on a plan, with its four moments."""

from django.db import models

from dongvon.domain.workplan.models.plan import Plan
from dongvon.domain.workplan.vocabulary import RoundKind
from dongvon.kernel.ids import new_id


class Round(models.Model):
    """`number` tells rounds of one kind and year apart (the quarter, the deadline's turn); 1 where there is one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="rounds")
    kind = models.CharField(max_length=12, choices=[(each.value, each.value) for each in RoundKind])
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    opens_at = models.DateTimeField()
    due_at = models.DateTimeField()
    grace_until = models.DateTimeField()
    locks_at = models.DateTimeField()
    locked_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)  # its plan was superseded before it opened
    basis = models.CharField(max_length=300)  # what asks for it: a duty of the plan, a letter
    opened_by = models.ForeignKey("units.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan", "kind", "year", "number"], name="workplan_round_once"),
            models.CheckConstraint(
                condition=models.Q(opens_at__lt=models.F("due_at"))
                & models.Q(due_at__lte=models.F("grace_until"))
                & models.Q(grace_until__lte=models.F("locks_at")),
                name="workplan_round_moments_in_order",
            ),
        )
        indexes = (models.Index(fields=["due_at"], name="workplan_round_due"),)
