"""Reports as lists show them: who owes one in which round, and where it stands."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, Min, Q, QuerySet

from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.workplan.models import Obligation, Report, Round, Submission
from dongvon.domain.workplan.vocabulary import ReportState

OWED = "owed"  # nobody has begun to write
LATER = "later"  # its round has not opened yet


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """What one unit owes in one round; while nobody has begun `report` is None and `state` is OWED or LATER."""

    report: UUID | None
    state: str
    round: UUID
    round_title: str
    plan: UUID
    plan_title: str
    reporter: UUID
    reporter_name: str
    clauses: int
    opens_at: datetime
    due_at: datetime
    locks_at: datetime
    late: bool
    submitted_at: datetime | None = None
    submitted_by: str = ""
    on_behalf: bool = False
    number: int = 0


def edition_of(report: UUID) -> int:
    """The edition of a report now; 0 for one that the asker may not see."""
    return Report.objects.filter(pk=report).values_list("edition", flat=True).first() or 0


def reports_of(units: Collection[UUID], *, at: datetime, on: date) -> list[ReportRow]:
    """What these units have to report now, the nearest due first; what they handed in, the latest first; what comes."""
    rows = _rows(Obligation.objects.filter(reporter__in=list(units)), on=on)
    later = [replace(row, state=LATER) for row in rows if row.state == OWED and row.opens_at > at]
    done = [row for row in rows if row.state in (ReportState.SUBMITTED, ReportState.ACCEPTED)]
    due = [row for row in rows if row not in done and not (row.state == OWED and row.opens_at > at)]
    return due + done[::-1] + later


def reports_in(round: UUID, *, on: date) -> list[ReportRow]:
    """Every report owed in a round, by name of unit."""
    found = _rows(Obligation.objects.filter(round=round), on=on)
    return sorted(found, key=lambda row: row.reporter_name)


def reports_waiting(*, on: date) -> list[ReportRow]:
    """Reports in the branch's hands, the longest waiting first."""
    waiting = Report.objects.filter(state="submitted")
    pairs = Q(round__in=waiting.values("round"), reporter__in=waiting.values("reporter"))
    rows = [row for row in _rows(Obligation.objects.filter(pairs), on=on) if row.state == "submitted"]
    return sorted(rows, key=lambda row: (row.submitted_at is None, row.submitted_at))


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLine:
    """A round that is open now, with how many units owe, and how many have handed in."""

    id: UUID
    title: str
    due_at: datetime
    owing: int
    handed_in: int


def rounds_running(*, at: datetime) -> list[RoundLine]:
    """The rounds that are open at a moment, the nearest due first."""
    running = Round.objects.filter(opens_at__lte=at, locks_at__gt=at, withdrawn_at=None, obligations__waiver=None)
    counted = running.annotate(
        owing=Count("obligations__reporter", distinct=True),
        handed_in=Count("obligations__reporter", distinct=True, filter=Q(obligations__met_at__isnull=False)),
    )
    columns = ("id", "title", "due_at", "owing", "handed_in")
    return [RoundLine(**row) for row in counted.order_by("due_at").values(*columns)]


def report_row(report: UUID, *, on: date) -> ReportRow | None:
    """One report, if the asker may see it."""
    found = Report.objects.filter(pk=report).values("round", "reporter").first()
    if found is None:
        return None
    return next(iter(_rows(Obligation.objects.filter(**found), on=on)), None)


def _rows(obligations: QuerySet[Obligation], *, on: date) -> list[ReportRow]:
    owed = list(
        obligations.filter(waiver=None)
        .values("round", "reporter", "plan", title=F("round__title"), plan_title=F("plan__title"))
        .annotate(
            clauses=Count("clause", distinct=True),
            opens=Min("opens_at"),
            due=Min("due_at"),
            locks=Max("locks_at"),
            tardy=Count("pk", filter=Q(late=True)),
        )
        .order_by("due", "round")
    )
    return _with_reports(owed, on=on)


def _with_reports(owed: Sequence[Mapping[str, Any]], *, on: date) -> list[ReportRow]:
    reporters = {row["reporter"] for row in owed}
    names = units_by_id(reporters, on=on)
    known = _reports(rounds={row["round"] for row in owed}, reporters=reporters)
    last = _last_submissions(report.pk for report in known.values())
    people = names_of(submission.submitted_by_id for submission in last.values()) if last else {}
    found = []
    for row in owed:
        report = known.get((row["round"], row["reporter"]))
        submission = last.get(report.pk) if report else None
        found.append(
            ReportRow(
                report=report.pk if report else None,
                state=report.state if report else OWED,
                round=row["round"],
                round_title=row["title"],
                plan=row["plan"],
                plan_title=row["plan_title"],
                reporter=row["reporter"],
                reporter_name=names[row["reporter"]].full_name,
                clauses=row["clauses"],
                opens_at=row["opens"],
                due_at=row["due"],
                locks_at=row["locks"],
                late=row["tardy"] > 0,
                submitted_at=submission.submitted_at if submission else None,
                submitted_by=people[submission.submitted_by_id] if submission else "",
                on_behalf=bool(submission and submission.on_behalf_of_id),
                number=submission.number if submission else 0,
            )
        )
    return found


def _reports(*, rounds: Iterable[object], reporters: Iterable[object]) -> dict[tuple[UUID, UUID], Report]:
    found = Report.objects.filter(round__in=list(rounds), reporter__in=list(reporters))
    return {(report.round_id, report.reporter_id): report for report in found}


def _last_submissions(reports: Iterable[UUID]) -> dict[UUID, Submission]:
    """The latest submission of each report, without its content."""
    rows = Submission.objects.filter(report__in=list(reports)).order_by("report", "-number").distinct("report")
    return {row.report_id: row for row in rows.defer("content")}
