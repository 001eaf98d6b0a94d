"""CommendationProposal: somebody is put forward for what a unit achieved in a round."""

from django.db import models

from dongvon.domain.workplan.vocabulary import CommendationForm
from dongvon.kernel.ids import new_id


class CommendationProposal(models.Model):
    """For the unit as a collective, or for one of its people when `full_name` is filled."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey("workplan.Round", on_delete=models.PROTECT, related_name="proposals")
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+")
    full_name = models.CharField(max_length=120, blank=True)
    post_title = models.CharField(max_length=120, blank=True)
    form = models.CharField(max_length=20, choices=[(each.value, each.value) for each in CommendationForm])
    achievement = models.TextField()
    score = models.ForeignKey("workplan.Score", on_delete=models.PROTECT, null=True, related_name="proposals")
    proposed_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey("units.User", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["round", "unit", "full_name"],
                condition=models.Q(withdrawn_at=None),
                name="workplan_proposal_once_for_a_recipient",
            ),
            models.CheckConstraint(condition=~models.Q(achievement=""), name="workplan_proposal_names_an_achievement"),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None, withdrawn_by=None)
                | models.Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="workplan_proposal_withdrawn_by_somebody",
            ),
        )
