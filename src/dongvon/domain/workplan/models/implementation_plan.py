"""ImplementationPlan: each reporting unit's own plan for carrying out its share."""

from django.db import models

from dongvon.domain.workplan.models.plan import Plan
from dongvon.kernel.ids import new_id


class ImplementationPlan(models.Model):
    """Made at activation for each reporter; owed until sent, by `due_at` where activation set a day.

    `late` when it was first sent after that; later editions change nothing about it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, db_default=models.Func(function="gen_random_uuid"))
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="implementation_plans")
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField(null=True)
    number = models.CharField(max_length=60, blank=True, db_default="")
    issued_on = models.DateField(null=True)
    file_name = models.CharField(max_length=255, blank=True, db_default="")
    content = models.BinaryField(null=True)
    sha256 = models.BinaryField(max_length=32, null=True)
    sent_by = models.ForeignKey("units.User", on_delete=models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    late = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan", "unit"], name="workplan_implementation_plan_once"),
            models.CheckConstraint(
                condition=models.Q(sent_at=None, sent_by=None, content=None)
                | models.Q(sent_at__isnull=False, sent_by__isnull=False, content__isnull=False, sha256__isnull=False),
                name="workplan_implementation_plan_sent_with_file",
            ),
        )
