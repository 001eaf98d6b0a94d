"""The guard of what may change in review only."""

import pgtrigger

#: Clauses and what hangs on them change in review only; afterwards a new plan supersedes the old one.
ONLY_IN_DRAFT = """
    IF (SELECT state FROM workplan_plan WHERE id = coalesce(NEW.plan_id, OLD.plan_id)) <> 'draft' THEN
        RAISE EXCEPTION 'workplan: a plan in force is not rewritten' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


def frozen_once_active() -> pgtrigger.Trigger:
    """Refuses changes to rows of a plan that is no longer a draft."""
    return pgtrigger.Trigger(
        name="frozen_once_active",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=ONLY_IN_DRAFT,
    )
