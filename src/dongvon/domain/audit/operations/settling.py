"""What every verb that decides on proposals does: hold those that wait, ask for four eyes, say yes, or no and why."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from dongvon.domain.audit.models.proposal import Proposal
from dongvon.domain.audit.vocabulary import Actor
from dongvon.kernel.refusals import Refusal


class NotWaiting(Refusal):
    """Nothing of that kind waits for a decision."""

    text = "Đề xuất này không còn chờ quyết định. Hãy tải lại trang."


class OwnProposal(Refusal):
    """Four eyes: whoever proposes does not decide."""

    text = "Người đề xuất không được tự quyết định. Hãy chuyển cho người có thẩm quyền khác."


class NoReason(Refusal):
    """A proposal is not turned down without a word to whoever made it."""

    text = "Hãy ghi lý do không duyệt để người đề xuất biết cần sửa gì."
    field = "reason"


class StatedTwice(Refusal):
    """A rule of that kind begins on that day already."""

    text = "Đã có quy định cùng loại bắt đầu từ cùng ngày. Hãy không duyệt đề xuất này, hoặc đề xuất lại với ngày khác."


P = TypeVar("P", bound=Proposal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Yes, or no with its reason."""

    granted: bool
    reason: str = ""


GRANTED = Decision(granted=True)


def hold(kinds: Iterable[type[P]], ids: Collection[UUID], *, by: Actor) -> list[P]:
    """The proposals, locked. Refuses NotWaiting where one does not wait, OwnProposal."""
    found: list[P] = []
    for kind in kinds:
        found += kind._default_manager.select_for_update().filter(id__in=ids, decided_by=None).order_by("id")
    if len(found) < len(set(ids)):
        raise NotWaiting
    if any(row.proposed_by == by.person for row in found):
        raise OwnProposal
    return found


def settle(rows: Iterable[Proposal], *, by: Actor, at: datetime, decision: Decision) -> None:
    """Put them in force, all or none, or turn them down. Refuses NoReason, StatedTwice."""
    reason = "" if decision.granted else decision.reason.strip()
    if not decision.granted and not reason:
        raise NoReason
    try:
        with transaction.atomic():
            for row in rows:
                row.decided_by, row.decided_at, row.granted, row.reason = by.person, at, decision.granted, reason
                row.save(update_fields=["decided_by", "decided_at", "granted", "reason"])
    except IntegrityError as fault:
        raise StatedTwice from fault
