"""Obligation: one clause, one unit, one round: what rates are counted over."""

import pgtrigger
from django.db import models

from dongvon.domain.workplan.models.clause import Clause
from dongvon.domain.workplan.models.plan import Plan
from dongvon.domain.workplan.models.round import Round
from dongvon.domain.workplan.vocabulary import AssignmentRole
from dongvon.kernel.ids import new_id

#: What was late stays late, and what was met stays met at that moment, whoever edits later.
NOT_FORGOTTEN = """
    IF OLD.late AND NOT NEW.late THEN
        RAISE EXCEPTION 'workplan: lateness is not forgotten' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.met_at IS NOT NULL AND NEW.met_at IS DISTINCT FROM OLD.met_at THEN
        RAISE EXCEPTION 'workplan: the moment of meeting is not rewritten' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


class Obligation(models.Model):
    """`unit` does the work, `reporter` sends the report (itself, or the unit it reports through)."""

    id = models.UUIDField(primary_key=True, default=new_id, db_default=models.Func(function="gen_random_uuid"))
    # Copied from the clause by the one statement that makes rows: its key need not be checked row by row.
    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, related_name="obligations", db_index=False, db_constraint=False
    )
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, related_name="obligations")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="obligations", db_index=False)
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    reporter = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    role = models.CharField(max_length=12, choices=[(each.value, each.value) for each in AssignmentRole])
    responsible_role = models.CharField(max_length=30)
    evidence_owed = models.BooleanField()  # an evergreen clause owes yearly evidence and a self-assessment
    opens_at = models.DateTimeField()
    due_at = models.DateTimeField()
    grace_until = models.DateTimeField()
    locks_at = models.DateTimeField()
    met_at = models.DateTimeField(null=True)
    late = models.BooleanField(default=False, db_default=False)
    waiver = models.ForeignKey(
        "workplan.Waiver", on_delete=models.PROTECT, null=True, related_name="obligations", db_index=False
    )
    extension = models.ForeignKey(
        "workplan.Extension", on_delete=models.PROTECT, null=True, related_name="obligations", db_index=False
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["round", "unit", "clause"], name="workplan_obligation_once"),
            models.CheckConstraint(
                condition=models.Q(opens_at__lt=models.F("due_at"))
                & models.Q(due_at__lte=models.F("grace_until"))
                & models.Q(grace_until__lte=models.F("locks_at")),
                name="workplan_obligation_moments_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(met_at=None) | models.Q(late=True) | models.Q(met_at__lte=models.F("grace_until")),
                name="workplan_obligation_met_after_grace_is_late",
            ),
        )
        indexes = (
            models.Index(fields=["reporter", "round"], name="workplan_obligation_reporter"),
            models.Index(
                fields=["grace_until"],
                name="workplan_obligation_unmet",
                condition=models.Q(met_at=None, late=False, waiver=None),
            ),
        )
        triggers = (
            pgtrigger.Trigger(
                name="not_forgotten", when=pgtrigger.Before, operation=pgtrigger.Update, func=NOT_FORGOTTEN
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        )
