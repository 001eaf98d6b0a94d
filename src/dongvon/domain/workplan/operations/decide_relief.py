"""Decide a request to waive or extend: the director grants it by a document, or declines it."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Extension, Waiver
from dongvon.domain.workplan.operations.drafts import NotFound
from dongvon.domain.workplan.operations.relieving import open_obligations
from dongvon.domain.workplan.operations.scheduling import terms_at
from dongvon.domain.workplan.rules.deadlines import extended
from dongvon.domain.workplan.vocabulary import ReliefState
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class AlreadyDecided(Refusal):
    """A decision is taken once."""

    text = "Đề nghị này đã được quyết định trước đó; hãy tải lại trang để xem."


class MakerDecides(Refusal):
    """Who asks may not decide."""

    text = "Người đề nghị không được tự quyết định; cần người khác có thẩm quyền."


class DocumentMissing(Refusal):
    """Nothing is granted without the deciding document."""

    text = "Đề nghị ghi số, ngày của văn bản quyết định."
    field = "document"


@operation(allowed={Role.BRANCH_DIRECTOR, Role.CITY_LEADER})
def decide_relief(*, key: UUID, by: Actor, at: datetime, relief: UUID, granted: bool, document: str, note: str) -> int:
    """How many obligations the decision touched (none when declined).

    Lateness already recorded stays. Refuses NotFound, AlreadyDecided, MakerDecides, DocumentMissing.
    """
    row = _held(relief)
    if row.state != ReliefState.ASKED:
        raise AlreadyDecided
    if row.asked_by_id == by.person:
        raise MakerDecides
    row.document = clean(document) or row.document
    if granted and not row.document:
        raise DocumentMissing
    row.state = ReliefState.GRANTED if granted else ReliefState.DECLINED
    row.decided_by_id, row.decided_at, row.note = by.person, at, clean(note)
    row.save()
    return _take_effect(row) if granted else 0


def _held(relief: UUID) -> Waiver | Extension:
    for kind in (Waiver, Extension):
        found = kind.objects.select_for_update(of=("self",)).select_related("round").filter(pk=relief).first()
        if found is not None:
            return found
    raise NotFound


def _take_effect(row: Waiver | Extension) -> int:
    touched = open_obligations(round=row.round_id, unit=row.unit_id, clause=row.clause_id)
    if isinstance(row, Waiver):
        return touched.update(waiver=row)
    when = extended(row.due_on, terms=terms_at(row.round.kind, on=row.due_on))
    return touched.update(extension=row, due_at=when.due_at, grace_until=when.grace_until, locks_at=when.locks_at)
