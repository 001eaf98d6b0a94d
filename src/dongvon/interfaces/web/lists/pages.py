"""Lists of beneficiaries: which there are, how far each has come, who is on it."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.people.queries.list_lines import list_lines, tally
from dongvon.domain.people.queries.lists import (
    ListRow,
    ObjectionRow,
    PostingRow,
    count_lists,
    list_by_id,
    lists,
    lists_beside,
    meetings,
    objections,
    places_within_reach,
    posted_lines,
    posting,
    postings,
)
from dongvon.domain.people.queries.moved_in import moved_in
from dongvon.domain.people.vocabulary import MEETS_RESTRICTED, OF_PERSONS, REVIEWED, ListState
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.wayfinding import Pager
from dongvon.interfaces.web.lists import tables
from dongvon.interfaces.web.lists.forms import (
    AnswerForm,
    CertifyForm,
    EndForm,
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
    NEXT,
    READERS,
    STEP_OF,
    STEPS,
    line_change,
)
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

PAGE = 60
#: Of the oldest lists that are kept: the poverty standard of 2016 and those after it.
FIRST_YEAR = 2015
_YEAR = re.compile(r"[0-9]{4}")
NOTHING_WRONG: Mapping[str, Any] = MappingProxyType({})


@page(audience=Audience.UNIT, roles=READERS)
def index(request: Asked) -> HttpResponse:
    """All lists within reach, with the road of each."""
    return index_shown(request)


def index_shown(request: Asked, *, form: OpenForm | None = None) -> HttpResponse:
    """The page, with the form to open lists as it stands."""
    year, kind, place = (request.GET.get(name, "") for name in ("nam", "loai", "xa"))
    asked = {"kind": kind if kind in KINDS else "", "place": place}
    asked_year = int(year) if _YEAR.fullmatch(year) else None
    total = count_lists(year=asked_year, **asked)
    at = min(_page_asked(request), max(1, -(-total // PAGE)))
    rows = lists(year=asked_year, **asked, limit=PAGE, skip=(at - 1) * PAGE)
    places = places_within_reach()
    may_open, blank = bool(request.standing.roles & MAKERS), None
    if may_open and form is None:
        blank = OpenForm(
            places=places,
            restricted=meets_restricted(request),
            initial={"year": request.today.year, "addition": "review"},
        )
    values = {
        "table": tables.list_table(rows),
        "moved_in": len(moved_in(on=request.today)),
        "kinds": KINDS,
        "kind": kind,
        "years": range(request.today.year, FIRST_YEAR - 1, -1),
        "year": year,
        "places": places if len(places) > 1 else (),
        "place": place,
        "pager": Pager(page=at, pages=-(-total // PAGE), query=request.GET.urlencode()) if total > PAGE else None,
        "form": form or blank,
    }
    return render(request, "lists/index.html", values, status=422 if form else 200)


def _page_asked(request: Asked) -> int:
    number = request.GET.get("trang", "1")
    return max(1, int(number)) if number.isdecimal() and len(number) < 5 else 1


def meets_restricted(request: Asked) -> bool:
    """Whether whoever asks may draw up the police list."""
    return bool(request.standing.roles & MEETS_RESTRICTED)


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


def detail_shown(request: Asked, row: ListRow, *, wrong: Mapping[str, Any] = NOTHING_WRONG) -> HttpResponse:
    """The page; `wrong` are forms that came back with faults, by name, an answer by its objection."""
    hamlet, at = request.GET.get("ap", ""), _page_asked(request)
    lines, count = list_lines(row.id, hamlet=hamlet, limit=PAGE, offset=(at - 1) * PAGE)
    seen(request, [line.person for line in lines if line.person], purpose="list", of=row.id)
    tallied = tally(row.id)
    forms = _forms(request, row, [name for name, _count in tallied.hamlets])
    values = {
        "list": row,
        "title": KINDS[row.kind],
        "above": f"{row.place_name}, {tables.year_shown(row)}",
        "steps": STEPS,
        "step": STEP_OF[ListState(row.state)],
        "lines": [(line, line_change(line)) for line in lines],
        "count": count,
        "hamlets": tallied.hamlets,
        "hamlet": hamlet,
        "pager": Pager(page=at, pages=-(-count // PAGE), query=request.GET.urlencode()) if count > PAGE else None,
        "facts": tables.list_facts(row),
        "changes": tables.change_table(tallied.changes),
        "meetings": tables.meeting_table(meetings(row.id)),
        "postings": tables.posting_table(postings(row.id), on=request.today),
        "objections": [(each, wrong.get(str(each.id)) or _answer_form(each)) for each in objections(row.id)],
        "beside": [(other.id, KINDS[other.kind], other.lines) for other in walking_with(row)],
        "wrong_forms": list(wrong.values()),
        "reviewed": _reviewed(row),
        "next_step": next((NEXT[name] for name in NEXT if name in forms), ""),
        **forms,
        **wrong,
    }
    return render(request, "lists/detail.html", values, status=422 if wrong else 200)


def walking_with(row: ListRow) -> list[ListRow]:
    """Until they are certified: its round's lists on the same road that have come as far, this one among them."""
    if row.state == ListState.CERTIFIED:
        return []
    return [each for each in lists_beside(row) if each.state == row.state and _reviewed(each) is _reviewed(row)]


def _reviewed(row: ListRow) -> bool:
    """Whether hamlets discuss it and it hangs in public."""
    return row.kind in REVIEWED and not row.on_paper


def _answer_form(row: ObjectionRow) -> AnswerForm:
    return AnswerForm(auto_id=f"answer-{row.id}-%s")


def _forms(request: Asked, row: ListRow, hamlets: list[str]) -> dict[str, Any]:
    """The forms that fit the state of the list and the roles of whoever asks."""
    roles, state = request.standing.roles, row.state
    fits: dict[str, tuple[frozenset[Role], set[ListState], Callable[..., Any]]] = {
        "strike": (MAKERS, {ListState.DRAFT}, StrikeForm),
        "end": (CHAIR, {ListState.CERTIFIED}, EndForm),
        "post": (CHAIR, {ListState.DRAFT}, PostForm),
        "objection": (COMMUNE, {ListState.POSTED}, ObjectionForm),
        "answer": (COMMUNE, {ListState.POSTED}, _plainly),
        "lay": (MAKERS, {ListState.DRAFT, ListState.POSTED}, _plainly),
        "back": (COMMUNE, {ListState.POSTED, ListState.LAID}, ReturnForm),
        "certify": (CHAIR, {ListState.LAID}, CertifyForm),
    }
    open_now = {
        name: make(auto_id=f"{name}-%s") for name, (who, when, make) in fits.items() if roles & who and state in when
    }
    if roles & MAKERS and state == ListState.DRAFT:
        open_now["meeting"] = MeetingForm(hamlets=hamlets, auto_id="meeting-%s")
        open_now["nominate"] = NominateForm(of_persons=row.kind in OF_PERSONS, auto_id="nominate-%s")
    return open_now


def _plainly(*, auto_id: str) -> bool:
    """A step without a form of its own on the page."""
    return bool(auto_id)


@page(audience=Audience.UNIT, roles=READERS)
def board(request: Asked, posting_id: UUID) -> HttpResponse:
    """The notice for the board, to be printed while it hangs; afterwards only that it hung."""
    row = posting(posting_id)
    if row is None:
        raise Http404
    lines = posted_lines(row.id) if _hangs(row, request) else []
    seen(request, [], purpose="board", of=row.list_id, count=len(lines))
    values = {
        "posting": row,
        "list": found(row.list_id),
        "title": KINDS[row.kind],
        "table": tables.board_table(lines) if _hangs(row, request) else None,
    }
    return render(request, "lists/board.html", values)


def _hangs(row: PostingRow, request: Asked) -> bool:
    return row.taken_down_at is None and row.from_on <= request.today <= row.until_on
