"""Computation: one number of a consolidation, with what it is and how it came about."""

import pgtrigger
from django.db import models

from dongvon.domain.workplan.vocabulary import ComputationKind
from dongvon.kernel.ids import new_id


class Computation(models.Model):
    """`number` is the reference printed in the report. `value` is stored multiplied, as figures are; it is empty
    where nobody gave data. `units` counts the rows that gave a value, `asked` those that owed one."""

    id = models.UUIDField(primary_key=True, default=new_id, db_default=models.Func(function="gen_random_uuid"))
    consolidation = models.ForeignKey("workplan.Consolidation", on_delete=models.PROTECT, related_name="computations")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=14, choices=[(kind.value, kind.value) for kind in ComputationKind])
    subject = models.CharField(max_length=80)
    label = models.TextField()
    clause = models.ForeignKey("workplan.Clause", on_delete=models.PROTECT, null=True, related_name="+")
    slot = models.ForeignKey("workplan.Slot", on_delete=models.PROTECT, null=True, related_name="+")
    value = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    unit_of_measure = models.CharField(max_length=40)
    multiplier = models.PositiveBigIntegerField(default=1)
    units = models.PositiveIntegerField()
    asked = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["consolidation", "number"], name="workplan_computation_numbered"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[ComputationKind.FIGURE, ComputationKind.YEAR_BEFORE], slot__isnull=False)
                | ~models.Q(kind__in=[ComputationKind.FIGURE, ComputationKind.YEAR_BEFORE]) & models.Q(slot=None),
                name="workplan_computation_of_a_slot_or_not",
            ),
            models.CheckConstraint(
                condition=models.Q(units__lte=models.F("asked")), name="workplan_computation_no_more_than_asked"
            ),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
