"""Portfolios that were brought in: how far each is, what it comes to, what is wrong with it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q

from dongvon.domain.lending.models import Handover, HandoverProblem, HandoverState
from dongvon.domain.lending.rules.portfolio.fields import BY_KEY
from dongvon.domain.lending.rules.portfolio.problems import WORDS
from dongvon.kernel.text import format_number


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverLine:
    """A handover in a list, or whole; counts are of lines."""

    id: UUID
    file_name: str
    stored_as: str
    on: date
    state: str
    person: UUID
    asked_at: datetime
    checked_at: datetime | None
    taken_at: datetime | None
    taken_by: UUID | None
    rows: int
    bad_rows: int
    known_rows: int
    settled_rows: int
    new_people: int
    new_groups: int
    taken_rows: int
    totals: dict[str, int]
    fault: dict[str, Any]

    @property
    def new_rows(self) -> int:
        """Lines that would be taken in."""
        return self.rows - self.bad_rows - self.known_rows - self.settled_rows

    @property
    def waits(self) -> bool:
        """Whether the background is at work on it."""
        return self.state in (HandoverState.WAITING, HandoverState.READING, HandoverState.TAKING)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemGroup:
    """All problems of one kind in one column; `values` are those of its {names} where there is only one problem."""

    field: str
    header: str
    code: str
    words: str
    values: dict[str, Any]
    is_error: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """One problem at its cell ("C12"); line 0 is the file as a whole."""

    line: int
    field: str
    header: str
    cell: str
    words: str
    values: dict[str, Any]
    is_error: bool

    @property
    def told(self) -> str:
        """The words with their values, in Vietnamese."""
        return filled(self.words, self.values)


def filled(words: str, values: dict[str, Any]) -> str:
    """A sentence about a problem with its values in it, dots for those that differ; amounts as Vietnam writes them."""
    shown = {name: format_number(value) if isinstance(value, int) else value for name, value in values.items()}
    return words.format_map(defaultdict(lambda: "…", shown))


def handovers(*, limit: int = 50) -> list[HandoverLine]:
    """The newest handovers in the asker's scope."""
    return [_line(found) for found in Handover.objects.order_by("-asked_at")[:limit]]


def handover(id_: UUID) -> HandoverLine | None:
    """One handover, if the asker may see it."""
    found = Handover.objects.filter(id=id_).first()
    return None if found is None else _line(found)


def handover_file(id_: UUID) -> HandoverLine | None:
    """A handover whose file lies in the storage."""
    found = handover(id_)
    return found if found is not None and found.stored_as else None


def forgotten(*, before: datetime) -> list[UUID]:
    """Handovers asked for before that moment of which a file or lines still lie about, the oldest first."""
    idle = (HandoverState.WAITING, HandoverState.CHECKED, HandoverState.FAILED, HandoverState.TAKEN)
    lying = ~Q(stored_as="") | Q(state=HandoverState.CHECKED)
    found = Handover.objects.filter(lying, state__in=idle, asked_at__lt=before)
    return list(found.order_by("asked_at").values_list("id", flat=True))


def problem_groups(id_: UUID) -> list[ProblemGroup]:
    """What is wrong, by kind and column, errors first, then by number."""
    found = (
        HandoverProblem.objects.filter(handover=id_)
        .values("field", "code", "is_error")
        .annotate(count=Count("id"), first=Min("id"))
        .order_by("-is_error", "-count", "code")
    )
    only = [row["first"] for row in found if row["count"] == 1 and "{" in WORDS[row["code"]]]
    told = HandoverProblem.objects.filter(id__in=only)
    values = dict(told.values_list("id", "values")) if only else {}
    return [
        ProblemGroup(
            field=row["field"],
            header=_header(row["field"]),
            code=row["code"],
            words=WORDS[row["code"]],
            values=values.get(row["first"], {}),
            is_error=row["is_error"],
            count=row["count"],
        )
        for row in found
    ]


def problems(id_: UUID, *, code: str = "", lines: Collection[int] | None = None, limit: int = 200) -> list[ProblemRow]:
    """Single problems in the order of their lines, of one kind or of some lines only."""
    columns = Handover.objects.values_list("head", flat=True).get(id=id_).get("columns", {})
    found = HandoverProblem.objects.filter(handover=id_).order_by("line", "id")
    if code:
        found = found.filter(code=code)
    if lines is not None:
        found = found.filter(line__in=lines)
    return [_problem(row, columns) for row in found[:limit]]


def _problem(row: HandoverProblem, columns: dict[str, str]) -> ProblemRow:
    letter = columns.get(row.field)
    return ProblemRow(
        line=row.line,
        field=row.field,
        header=_header(row.field),
        cell=f"{letter}{row.line}" if letter and row.line else "",
        words=WORDS[row.code],
        values=row.values,
        is_error=row.is_error,
    )


def _header(key: str) -> str:
    return BY_KEY[key].header if key in BY_KEY else ""


def _line(found: Handover) -> HandoverLine:
    return HandoverLine(**{name: getattr(found, name) for name in HandoverLine.__dataclass_fields__})


def stored_places(places: Collection[str]) -> set[str]:
    """Those of some places in the storage at which a handover's file lies."""
    return set(Handover.objects.filter(stored_as__in=places).values_list("stored_as", flat=True))
