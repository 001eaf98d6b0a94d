"""The city report's content, as its paper, its annexes and its page show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from dongvon.kernel.text import format_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A number with the reference under which its sources are found."""

    id: UUID
    reference: int
    label: str
    value: Decimal | None
    multiplier: int
    unit_of_measure: str
    kind: str
    units: int
    asked: int

    @property
    def mark(self) -> str:
        """How the reference stands behind the number: "[12]"."""
        return f"[{self.reference}]"

    @property
    def shown(self) -> Decimal | None:
        """The value as units write it: stored đồng as triệu đồng where the slot says so."""
        return None if self.value is None else self.value / self.multiplier

    @property
    def text(self) -> str:
        """The number on paper; a dash where there is none."""
        if self.shown is None:
            return "–"
        plain = self.shown.quantize(Decimal("0.01"))
        return format_number(plain.quantize(Decimal(1)) if plain == plain.to_integral() else plain.normalize())


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """A figure beside the year before and its target."""

    slot: UUID
    code: str
    name: str
    now: Cited
    before: Cited | None
    change: str
    target: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GistLine:
    """What several units said; `units` are their names, shortened."""

    text: str
    units: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseFindings:
    """What was done about one clause."""

    id: UUID
    code: str
    letter: str
    heading: str
    reported: int
    asked: int
    counts: Mapping[str, Cited]
    gists: tuple[GistLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFindings:
    """A group of tasks with its clauses and figures."""

    code: str
    heading: str
    clauses: tuple[ClauseFindings, ...]
    figures: tuple[FigureLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyLine:
    """One family of units in the table of who reported."""

    name: str
    owed: int
    on_time: int
    late: int
    missing: int
    pending: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TardyLine:
    """A unit that reported late or has not reported; `days` after the due moment."""

    full_name: str
    state: str
    due_at: datetime
    met_at: datetime | None
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernLine:
    """A difficulty or proposal, who says so and what became of it."""

    kind: str
    text: str
    units: str
    count: int
    clause: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStatusLine:
    """One unit's statuses by clause, for the annex."""

    unit: UUID
    full_name: str
    family: str
    punctuality: str
    statuses: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CityReport:
    """Everything that a consolidation says."""

    round: UUID
    round_title: str
    kind: str
    year: int
    number: int
    plan_title: str
    plan_number: str
    city: str
    issuer: str
    signer: str
    made_at: datetime
    due_at: datetime
    reports: int
    punctuality: Mapping[str, Cited]
    families: tuple[FamilyLine, ...]
    groups: tuple[GroupFindings, ...]
    outlook: tuple[str, ...]
    tardy: tuple[TardyLine, ...]
    concerns: tuple[ConcernLine, ...]
    units: tuple[UnitStatusLine, ...]
    cited: tuple[Cited, ...]

    @property
    def figures(self) -> tuple[FigureLine, ...]:
        """Every figure, in the order of the plan."""
        return tuple(line for group in self.groups for line in group.figures)
