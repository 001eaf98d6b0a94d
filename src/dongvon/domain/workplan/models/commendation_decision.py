"""CommendationDecision: the award, by a document of whoever may award."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id

#: What the decision repeats of its proposal must be what the proposal says.
REPEATS_THE_PROPOSAL = """
    IF NOT EXISTS (
        SELECT FROM workplan_commendationproposal
        WHERE id = NEW.proposal_id AND round_id = NEW.round_id AND unit_id = NEW.unit_id
          AND full_name = NEW.full_name AND proposed_by_id = NEW.proposed_by_id AND withdrawn_at IS NULL
    ) THEN
        RAISE EXCEPTION 'workplan: a decision repeats its proposal' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


class CommendationDecision(models.Model):
    """Repeats the recipient, so that one achievement is awarded once, and the proposer, so that another decides."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    proposal = models.OneToOneField("workplan.CommendationProposal", on_delete=models.PROTECT, related_name="decision")
    session = models.ForeignKey("workplan.CouncilSession", on_delete=models.PROTECT, related_name="decisions")
    round = models.ForeignKey("workplan.Round", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+")
    full_name = models.CharField(max_length=120, blank=True)
    document_number = models.CharField(max_length=120)
    decided_on = models.DateField()
    amount = models.PositiveBigIntegerField()  # the money that goes with it, in đồng
    proposed_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["round", "unit", "full_name"], name="workplan_commendation_no_double_award"
            ),
            models.CheckConstraint(
                condition=~models.Q(decided_by=models.F("proposed_by")),
                name="workplan_commendation_decided_by_another",
            ),
            models.CheckConstraint(condition=~models.Q(document_number=""), name="workplan_commendation_by_a_document"),
        )
        triggers = (
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="repeats_the_proposal",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=REPEATS_THE_PROPOSAL,
            ),
        )
