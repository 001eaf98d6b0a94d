"""Decide proposed rules of the road: in force from their day, or never."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Condition, Holiday, PriorityGround, Route, SpecialArea, StepDeadline
from dongvon.domain.lending.models.proposed_rule import ProposedRule
from dongvon.domain.lending.operations.adopt_rules import RuleStatedTwice
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

KINDS: tuple[type[ProposedRule], ...] = (Condition, Route, StepDeadline, PriorityGround, SpecialArea, Holiday)


class NoSuchRule(Refusal):
    """Nothing of that kind waits for a decision."""

    text = "Đề xuất này không còn chờ quyết định. Hãy tải lại trang."


class OwnRule(Refusal):
    """Four eyes: whoever proposes does not decide."""

    text = "Người đề xuất quy định không được tự quyết định. Hãy chuyển cho người có thẩm quyền khác."


@operation(allowed={Role.BRANCH_DIRECTOR, Role.SYSTEM})
def decide_road_rules(*, key: UUID, by: Actor, at: datetime, rules: tuple[UUID, ...], granted: bool) -> int:
    """Put rules in force from their day on, all or none, or turn them down; gives how many.

    Refuses NoSuchRule, OwnRule, RuleStatedTwice.
    """
    found = _held(rules)
    if any(row.proposed_by == by.person for row in found):
        raise OwnRule
    try:
        with transaction.atomic():
            for row in found:
                row.decided_by, row.decided_at, row.granted = by.person, at, granted
                row.save(update_fields=["decided_by", "decided_at", "granted"])
    except IntegrityError as fault:
        raise RuleStatedTwice from fault
    return len(found)


def _held(rules: Collection[UUID]) -> list[ProposedRule]:
    """Those that wait, locked. Refuses NoSuchRule where one does not."""
    found: list[ProposedRule] = []
    for kind in KINDS:
        found += kind._default_manager.select_for_update().filter(id__in=rules, decided_by=None).order_by("id")
    if len(found) < len(set(rules)):
        raise NoSuchRule
    return found
