"""Duty: what "Tổ chức thực hiện" asks, such as sending results every year before a day."""

from typing import Any, ClassVar

from django.db import models

from dongvon.domain.workplan.models.frozen import frozen_once_active
from dongvon.domain.workplan.models.plan import Plan
from dongvon.domain.workplan.models.timed import Timed
from dongvon.kernel.ids import new_id


class Duty(Timed):
    """`report_day` and `report_month` (before which results are sent each year) give the plan its annual rounds."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="duties")
    ordinal = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    text = models.TextField()
    first_line = models.PositiveIntegerField(null=True)
    last_line = models.PositiveIntegerField(null=True)
    report_month = models.PositiveSmallIntegerField(null=True)
    report_day = models.PositiveSmallIntegerField(null=True)
    report_before = models.BooleanField(default=True)  # the named day itself is too late

    class Meta(Timed.Meta):
        abstract = False
        constraints: ClassVar[Any] = (
            *Timed.Meta.constraints,
            models.UniqueConstraint(fields=["plan", "ordinal"], name="workplan_duty_ordinal"),
            models.CheckConstraint(
                condition=models.Q(report_month=None, report_day=None)
                | models.Q(
                    report_month__isnull=False,
                    report_day__isnull=False,
                    report_month__range=(1, 12),
                    report_day__range=(1, 31),
                ),
                name="workplan_duty_report_day_is_whole",
            ),
        )
        triggers = (frozen_once_active(),)
