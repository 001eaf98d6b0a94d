"""Slot: one figure that a clause asks of its units, typed and defined."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from dongvon.domain.workplan.vocabulary import Aggregate, SlotKind
from dongvon.kernel.ids import new_id


class Slot(models.Model):
    """`code` is unique within the plan; a written figure times `multiplier` is the stored value (triệu đồng → đồng).

    `bodies` narrows the slot to reporters of those bodies; empty means every unit that owes the clause.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey("workplan.Plan", on_delete=models.PROTECT, related_name="slots")
    clause = models.ForeignKey("workplan.Clause", on_delete=models.PROTECT, related_name="slots")
    code = models.SlugField(max_length=80)
    name = models.CharField(max_length=200)
    unit_of_measure = models.CharField(max_length=40)
    multiplier = models.PositiveBigIntegerField(default=1)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in SlotKind])
    definition = models.TextField()
    aggregate = models.CharField(max_length=10, choices=[(way.value, way.value) for way in Aggregate])
    target = models.ForeignKey("workplan.Target", on_delete=models.PROTECT, null=True, related_name="slots")
    bodies = ArrayField(models.CharField(max_length=60), default=list)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["plan", "code"], name="workplan_slot_code_once_in_a_plan"),
            models.CheckConstraint(
                condition=~models.Q(name="") & ~models.Q(definition=""), name="workplan_slot_is_defined"
            ),
            models.CheckConstraint(condition=models.Q(multiplier__gte=1), name="workplan_slot_multiplier_is_positive"),
            models.CheckConstraint(condition=models.Q(kind__in=list(SlotKind)), name="workplan_slot_kind_is_known"),
        )
