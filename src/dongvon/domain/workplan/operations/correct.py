"""Correct what was read of a clause, in review: its words, product and timing."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Clause
from dongvon.domain.workplan.operations.drafts import NotFound, draft
from dongvon.domain.workplan.operations.settling import settled
from dongvon.domain.workplan.rules.doubts import ABOUT_TIMING
from dongvon.domain.workplan.rules.timing import check_timing
from dongvon.domain.workplan.vocabulary import ClauseCorrection
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NoWords(Refusal):
    """A clause says something."""

    text = "Nội dung nhiệm vụ không được để trống."
    field = "text"


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def correct(*, key: UUID, by: Actor, at: datetime, clause: UUID, correction: ClauseCorrection) -> UUID:
    """The clause's id; doubts about its timing count as settled when the timing was changed.

    Refuses NotADraft, NotFound, NoWords, UnclearTiming.
    """
    row = Clause.objects.filter(pk=clause).first()
    if row is None:
        raise NotFound
    draft(row.plan_id)
    if not clean(correction.text):
        raise NoWords
    check_timing(correction.timing)
    was = row.timing_kind, row.due_day, row.due_month, row.due_quarter, row.due_year, row.from_year, row.to_year
    row.text, row.product = clean(correction.text), clean(correction.product)
    _set_timing(row, correction)
    row.save()
    now = row.timing_kind, row.due_day, row.due_month, row.due_quarter, row.due_year, row.from_year, row.to_year
    if was != now:
        settled(row.doubts.filter(code__in=ABOUT_TIMING), by=by, at=at, how=f"Thời gian: {row.timing_text}")
    return row.pk


def _set_timing(row: Clause, correction: ClauseCorrection) -> None:
    timing = correction.timing
    row.timing_kind, row.before = timing.kind, timing.before
    row.timing_text = clean(correction.timing_text)
    row.due_day, row.due_month, row.due_quarter = timing.day, timing.month, timing.quarter
    row.due_year, row.from_year, row.to_year = timing.year, timing.from_year, timing.to_year
