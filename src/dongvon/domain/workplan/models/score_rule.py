"""ScoreRule: one line of the published scoring formula, while it is valid."""

from django.db import models

from dongvon.domain.workplan.vocabulary import Criterion


class ScoreRule(models.Model):
    """`weight` is the most points the criterion gives; `deduction` is the share that one fault costs."""

    criterion = models.CharField(max_length=14, choices=[(each.value, each.value) for each in Criterion])
    weight = models.DecimalField(max_digits=5, decimal_places=2)
    deduction = models.DecimalField(max_digits=5, decimal_places=4)
    definition = models.TextField()
    basis = models.CharField(max_length=300)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)  # the first day on which it no longer holds

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["criterion", "valid_from"], name="workplan_score_rule_once"),
            models.CheckConstraint(
                condition=models.Q(weight__gt=0, weight__lte=100), name="workplan_score_rule_weight"
            ),
            models.CheckConstraint(
                condition=models.Q(deduction__gte=0, deduction__lte=1), name="workplan_score_rule_deduction"
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until=None) | models.Q(valid_until__gt=models.F("valid_from")),
                name="workplan_score_rule_days_in_order",
            ),
        )
