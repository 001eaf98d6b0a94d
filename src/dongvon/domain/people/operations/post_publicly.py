"""Let lists hang in public: the chair approves what hangs where, and for how long objections are heard."""

import hashlib
import json
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import BeneficiaryList, HamletMeeting, Listing, PublicPosting
from dongvon.domain.people.operations.drafting import demand_draft
from dongvon.domain.people.queries.board import board_lines
from dongvon.domain.people.queries.standards import limit_on
from dongvon.domain.people.vocabulary import REVIEWED, Limit, ListState
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.calendar import WorkingDays
from dongvon.kernel.refusals import Refusal

#: All that a board shows; numbers, births, addresses, sexes and reasons of hardship never hang.
COLUMNS: Final = ("name", "hamlet", "origin")


class NeverPosted(Refusal):
    """Only lists that hamlets review are for the public; the others say sensitive things of persons."""

    text = "Danh sách này không được niêm yết: có thông tin nhạy cảm của cá nhân."


class HamletHasNotMet(Refusal):
    """Every hamlet with lines discusses them first."""

    text = "Chưa có biên bản họp của {hamlets}. Hãy ghi biên bản họp trước khi niêm yết."


class NoPostingTerm(Refusal):
    """No rule says how long a list hangs."""

    text = "Chưa có quy định về số ngày niêm yết có hiệu lực ngày {day}."


@operation(allowed={Role.COMMUNE_CHAIR, Role.SYSTEM})
def post_publicly(
    *, key: UUID, by: Actor, at: datetime, on: date, lists: tuple[UUID, ...], shown_at: str, basis: str
) -> tuple[UUID, ...]:
    """Each list hangs from `on` for the working days that law sets; gives the postings.

    Refuses NotADraft, NeverPosted, HamletHasNotMet, NoPostingTerm.
    """
    days = limit_on(Limit.POSTING_DAYS, on=on)
    if days is None:
        raise NoPostingTerm(day=f"{on:%d/%m/%Y}")
    until_on = WorkingDays().after(on, days=days)
    found = list(BeneficiaryList.objects.select_for_update().filter(id__in=lists))
    for listed in found:
        _demand_ready(listed)
    BeneficiaryList.objects.filter(id__in=lists).update(state=ListState.POSTED)
    hangs = {"shown_at": shown_at, "basis": basis, "from_on": on, "until_on": until_on}
    return tuple(_post(listed, by=by, at=at, **hangs) for listed in found)


def _demand_ready(listed: BeneficiaryList) -> None:
    demand_draft(listed)
    if listed.kind not in REVIEWED:
        raise NeverPosted
    lines = Listing.objects.filter(list=listed, ending="").exclude(household=None)
    met = HamletMeeting.objects.filter(list=listed).values("hamlet")
    waiting = lines.exclude(household__hamlet__in=met).values_list("household__hamlet", flat=True)
    missing = sorted(set(waiting))
    if missing:
        raise HamletHasNotMet(hamlets=", ".join(missing))


def _post(listed: BeneficiaryList, *, by: Actor, at: datetime, **hangs: Any) -> UUID:
    lines = board_lines(listed.id)
    written = json.dumps(lines, ensure_ascii=False, sort_keys=True).encode()
    return PublicPosting.objects.create(
        list=listed,
        kind=listed.kind,
        columns=list(COLUMNS),
        lines=lines,
        snapshot_hash=hashlib.sha256(written).digest(),
        approved_by=by.person,
        approved_at=at,
        **hangs,
    ).id
