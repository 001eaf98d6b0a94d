"""What a reading of a plan consists of: frozen rows, each with its place in the source."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Span:
    """Where in the source: line numbers from 1, and the page where known."""

    first_line: int
    last_line: int
    page: int | None = None


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """One unit in one role at one level; `mention` is what the plan wrote, `unit` a canonical key or None.

    `role` is implement, lead or coordinate; `level` city, commune, all or None where the plan is silent.
    """

    role: str
    mention: str
    unit: str | None
    level: str | None
    place: str | None = None
    inferred: bool = False
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Timing:
    """When something is due, as far as the plan says.

    `kind` is one of: continuous, yearly, continuous_yearly, half_yearly, quarterly, monthly,
    before_day_each_year, range, by_year, by_date, quarter, rounds, undetermined.
    `day` and `month` belong to a day of the year; `year` to a last year; `from_year` and `to_year` to a
    range; `rounds` keeps the written parts of several rounds. `before` is true for "trước ngày".
    """

    kind: str
    text: str | None = None
    day: int | None = None
    month: int | None = None
    quarter: int | None = None
    year: int | None = None
    from_year: int | None = None
    to_year: int | None = None
    before: bool = False
    rounds: tuple[str, ...] = ()
    inferred: bool = False
    reason: str = ""


UNDETERMINED = Timing(kind="undetermined")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A great division of the plan; `nature` is purpose, tasks, organisation or other."""

    code: str
    title: str
    nature: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class Group:
    """A group of clauses under one heading."""

    code: str
    title: str
    part: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class Clause:
    """One task of the plan."""

    code: str
    text: str
    group: str
    part: str
    assignments: tuple[Assignment, ...]
    timing: Timing
    product: str
    span: Span
    inferred: bool = False
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A duty of carrying out the plan: who owes it, to whom it is sent, and when."""

    code: str
    text: str
    assignments: tuple[Assignment, ...]
    deliver_to: tuple[Assignment, ...]
    timing: Timing
    deadlines: tuple[Timing, ...]
    span: Span


@dataclass(frozen=True, kw_only=True)
class Target:
    """A number that the plan wants reached; `kind` is at_least, about, at_most or exactly."""

    text: str
    number: float
    unit: str
    kind: str
    year: int | None
    from_year: int | None
    clause: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A legal document the plan cites; `issued_on` is an ISO date."""

    kind: str
    number: str
    issued_on: str | None
    title: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class Warned:
    """Something for a person to look at: a code for programs, a reason for people."""

    code: str
    where: str
    reason: str
    span: Span


@dataclass(frozen=True, kw_only=True)
class SourceLine:
    """A line of the source as the review page shows it beside the reading."""

    line: int
    page: int | None
    text: str


@dataclass(frozen=True, kw_only=True)
class PlanReading:
    """Everything read from one plan."""

    title: str
    number: str
    issued_on: str | None
    issuer: str
    parts: tuple[Part, ...]
    groups: tuple[Group, ...]
    clauses: tuple[Clause, ...]
    duties: tuple[Duty, ...]
    targets: tuple[Target, ...]
    documents: tuple[Citation, ...]
    supersedes: tuple[str, ...]
    notes: tuple[str, ...]
    warnings: tuple[Warned, ...]
    source: tuple[SourceLine, ...] = field(default=(), repr=False)
    format: str = ""
    converted_from: str = ""
