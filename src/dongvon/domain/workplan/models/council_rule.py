"""CouncilRule: how many members make a quorum and how many votes carry a proposal, while valid."""

from django.db import models


class CouncilRule(models.Model):
    """Shares in percent: of the seats for the quorum, of the members who voted for the approval."""

    quorum_percent = models.DecimalField(max_digits=5, decimal_places=2)
    approval_percent = models.DecimalField(max_digits=5, decimal_places=2)
    basis = models.CharField(max_length=300)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)  # the first day on which it no longer holds

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["valid_from"], name="workplan_council_rule_once"),
            models.CheckConstraint(
                condition=models.Q(
                    quorum_percent__gt=0,
                    quorum_percent__lte=100,
                    approval_percent__gt=0,
                    approval_percent__lte=100,
                ),
                name="workplan_council_rule_percent",
            ),
        )
