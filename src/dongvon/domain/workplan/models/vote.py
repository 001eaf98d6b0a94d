"""Vote: what one member of the council says to one proposal."""

import pgtrigger
from django.db import models

from dongvon.domain.workplan.vocabulary import Choice
from dongvon.kernel.ids import new_id


class Vote(models.Model):
    """Cast once; a vote is not taken back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    seat = models.ForeignKey("workplan.CouncilSeat", on_delete=models.PROTECT, related_name="votes")
    proposal = models.ForeignKey("workplan.CommendationProposal", on_delete=models.PROTECT, related_name="votes")
    choice = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Choice])
    cast_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["seat", "proposal"], name="workplan_vote_once"),
            models.CheckConstraint(condition=models.Q(choice__in=list(Choice)), name="workplan_vote_choice_is_known"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
