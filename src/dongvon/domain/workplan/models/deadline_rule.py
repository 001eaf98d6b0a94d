"""DeadlineRule: how a named day becomes the moments of a round."""

from django.db import models

from dongvon.domain.workplan.vocabulary import RoundKind


class DeadlineRule(models.Model):
    """How named days become moments, for one kind of round, while valid: data with a basis, not a setting."""

    kind = models.CharField(max_length=12, choices=[(each.value, each.value) for each in RoundKind])
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)  # the first day on which it no longer holds
    named_day_counts = models.BooleanField()  # False: "before 15/12" ends on 14/12 at 24:00
    opens_days_before = models.PositiveSmallIntegerField()
    grace_days = models.PositiveSmallIntegerField()
    locks_days_after = models.PositiveSmallIntegerField()
    basis = models.CharField(max_length=300)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["kind", "valid_from"], name="workplan_deadline_rule_once"),
            models.CheckConstraint(
                condition=models.Q(valid_until=None) | models.Q(valid_until__gt=models.F("valid_from")),
                name="workplan_deadline_rule_days_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(locks_days_after__gte=models.F("grace_days")),
                name="workplan_deadline_rule_locks_after_grace",
            ),
        )
