"""Lists of beneficiaries: which there are, how far each has come, who is on it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.people.queries.list_lines import changes, hamlets_of, list_lines
from dongvon.domain.people.queries.lists import (
    ListRow,
    PostingRow,
    list_by_id,
    lists,
    lists_beside,
    meetings,
    objections,
    places_within_reach,
    posting,
    postings,
)
from dongvon.domain.people.vocabulary import REVIEWED, ListState
from dongvon.interfaces.web.components.wayfinding import Pager
from dongvon.interfaces.web.lists import tables
from dongvon.interfaces.web.lists.forms import (
    AnswerForm,
    CertifyForm,
    MeetingForm,
    NominateForm,
    ObjectionForm,
    OpenForm,
    PostForm,
    ReturnForm,
    StrikeForm,
)
from dongvon.interfaces.web.lists.words import (
    CHAIR,
    COMMUNE,
    KINDS,
    MAKERS,
    READERS,
    STEP_OF,
    STEPS,
    line_change,
)
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

PAGE = 60


@page(audience=Audience.UNIT, roles=READERS)
def index(request: Asked) -> HttpResponse:
    """All lists within reach, with the road of each."""
    return index_shown(request)


def index_shown(request: Asked, *, form: OpenForm | None = None) -> HttpResponse:
    """The page, with the form to open lists as it stands."""
    year = request.GET.get("nam", "")
    kind = request.GET.get("loai", "")
    rows = lists(year=int(year) if year.isdigit() and len(year) == 4 else None, kind=kind if kind in KINDS else "")
    may_open = bool(request.standing.roles & MAKERS)
    blank = OpenForm(places=places_within_reach(), initial={"year": request.today.year}) if may_open else None
    values = {
        "table": tables.list_table(rows),
        "kinds": KINDS,
        "kind": kind,
        "years": sorted({row.year for row in rows} | {request.today.year}, reverse=True),
        "year": year,
        "form": form or blank,
    }
    return render(request, "lists/index.html", values, status=422 if form else 200)


@page(audience=Audience.UNIT, roles=READERS)
def detail(request: Asked, list_id: UUID) -> HttpResponse:
    """One list: its road, its lines by hamlet, what changed, and what may be done now."""
    return detail_shown(request, found(list_id))


def found(list_id: UUID) -> ListRow:
    """The list, or the page that says there is none."""
    row = list_by_id(list_id)
    if row is None:
        raise Http404
    return row


def detail_shown(request: Asked, row: ListRow, *, wrong: dict[str, Any] | None = None) -> HttpResponse:
    """The page; `wrong` are forms that came back with faults, by name."""
    hamlet, number = request.GET.get("ap", ""), request.GET.get("trang", "1")
    at = max(1, int(number)) if number.isdigit() and len(number) < 5 else 1
    lines, count = list_lines(row.id, hamlet=hamlet, limit=PAGE, offset=(at - 1) * PAGE)
    seen(request, [line.person for line in lines if line.person], purpose="list", of=row.id)
    hamlets = hamlets_of(row.id)
    values = {
        "list": row,
        "title": KINDS[row.kind],
        "steps": STEPS,
        "step": STEP_OF[ListState(row.state)],
        "lines": [(line, line_change(line)) for line in lines],
        "count": count,
        "hamlets": hamlets,
        "hamlet": hamlet,
        "pager": Pager(page=at, pages=-(-count // PAGE), query=request.GET.urlencode()) if count > PAGE else None,
        "facts": tables.list_facts(row),
        "changes": tables.change_table(changes(row.id)),
        "meetings": tables.meeting_table(meetings(row.id)),
        "postings": tables.posting_table(postings(row.id), on=request.today),
        "objections": objections(row.id),
        "beside": [(other.id, KINDS[other.kind]) for other in lists_beside(row) if other.state == row.state],
        "wrong_forms": list((wrong or {}).values()),
        "reviewed": row.kind in REVIEWED and not row.on_paper,
        **_forms(request, row, [name for name, _count in hamlets]),
        **(wrong or {}),
    }
    return render(request, "lists/detail.html", values, status=422 if wrong else 200)


def _forms(request: Asked, row: ListRow, hamlets: list[str]) -> dict[str, Any]:
    """The forms that fit the state of the list and the roles of whoever asks."""
    roles, state = request.standing.roles, row.state
    fits = {
        "strike": (MAKERS, {ListState.DRAFT}, StrikeForm),
        "nominate": (MAKERS, {ListState.DRAFT}, NominateForm),
        "post": (CHAIR, {ListState.DRAFT}, PostForm),
        "objection": (COMMUNE, {ListState.POSTED}, ObjectionForm),
        "answer": (COMMUNE, {ListState.POSTED}, AnswerForm),
        "lay": (MAKERS, {ListState.DRAFT, ListState.POSTED}, bool),
        "back": (COMMUNE, {ListState.POSTED, ListState.LAID}, ReturnForm),
        "certify": (CHAIR, {ListState.LAID}, CertifyForm),
    }
    open_now = {name: make() or True for name, (who, when, make) in fits.items() if roles & who and state in when}
    if roles & MAKERS and state == ListState.DRAFT:
        open_now["meeting"] = MeetingForm(hamlets=hamlets)
    return open_now


@page(audience=Audience.UNIT, roles=READERS)
def board(request: Asked, posting_id: UUID) -> HttpResponse:
    """The notice for the board, to be printed while it hangs; afterwards only that it hung."""
    row = posting(posting_id)
    if row is None:
        raise Http404
    hangs = _hangs(row, request)
    if hangs:
        seen(request, [row.list_id], purpose="board", of=row.list_id)
    values = {"posting": row, "list": found(row.list_id), "title": KINDS[row.kind], "hangs": hangs}
    return render(request, "lists/board.html", {**values, "table": tables.board_table(row) if hangs else None})


def _hangs(row: PostingRow, request: Asked) -> bool:
    return row.taken_down_at is None and row.from_on <= request.today <= row.until_on
