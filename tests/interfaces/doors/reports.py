"""Rows for the pages of reports, of the review desk and of the inbox: one report for each kind of unit."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from dongvon.domain.workplan.models import Concern, Evidence, Submission
from dongvon.domain.workplan.operations.attach_evidence import attach_evidence
from dongvon.domain.workplan.operations.escalate import escalate
from dongvon.domain.workplan.operations.open_report import open_report
from dongvon.domain.workplan.operations.raise_concern import raise_concern
from dongvon.domain.workplan.operations.submit import submit
from dongvon.domain.workplan.queries.reports import edition_of
from dongvon.kernel import clock
from tests.interfaces.doors.world import Row, Rows, World
from tests.operations.units.city import City
from tests.reporting import Reporting, build_reporting, owe

CLERK = "nam"  # of the branch: may write for every unit


def reporting(world: World) -> Reporting:
    """A round that is open now; the people of one door are forgotten before the next."""
    city = City(units=world.city.units, people=dict(world.city.people))
    built = build_reporting(city, at=clock.now())
    owe(built, world.foreign)
    return built


def units(world: World) -> tuple[UUID, ...]:
    return world.own, world.sibling, world.foreign


def opened(built: Reporting, unit: UUID) -> UUID:
    made: UUID = open_report(**built.envelope(CLERK), round=built.round, reporter=unit)
    return made


def handed_in(built: Reporting, unit: UUID) -> UUID:
    report = opened(built, unit)
    built.fill_in(report, CLERK)
    submit(**built.envelope(CLERK), report=report, expects=edition_of(report))
    return report


def drafts(parameters: Callable[[Reporting, UUID, UUID], dict[str, Any]] = lambda built, unit, report: {}) -> Rows:
    """A draft for each unit, with further parameters made from it."""

    def rows(world: World) -> list[Row]:
        built = reporting(world)
        found = [(unit, opened(built, unit)) for unit in units(world)]
        return [Row(unit=unit, report=report, **parameters(built, unit, report)) for unit, report in found]

    return rows


def a_clause(built: Reporting, unit: UUID, report: UUID) -> dict[str, Any]:
    return {"clause": built.clauses["1a"]}


def a_link(built: Reporting, unit: UUID, report: UUID) -> dict[str, Any]:
    place = {"report": report, "clause": built.clauses["1a"], "link": "https://dongnai.gov.vn"}
    return {"evidence": attach_evidence(**built.envelope(CLERK), **place)}


def a_concern(built: Reporting, unit: UUID, report: UUID) -> dict[str, Any]:
    said = {"plan": built.plan, "unit": unit, "report": report, "kind": "difficulty", "text": "Thiếu vốn"}
    return {"concern": raise_concern(**built.envelope(CLERK), **said)}


def files(world: World) -> list[Row]:
    built = reporting(world)
    for unit in units(world):
        place = {"report": opened(built, unit), "clause": built.clauses["1a"]}
        attach_evidence(**built.envelope(CLERK), **place, file_name="a.pdf", content=b"%PDF-1.7 x")
    rows = Evidence.objects.filter(attachment__isnull=False).values_list("report__reporter", "attachment")
    return [Row(unit=unit, file=file) for unit, file in rows]


def waiting(world: World) -> list[Row]:
    built = reporting(world)
    return [Row(unit=unit, report=handed_in(built, unit)) for unit in units(world)]


def versions(world: World) -> list[Row]:
    built = reporting(world)
    for unit in units(world):
        handed_in(built, unit)
    return [Row(unit=row.on_behalf_of_id, submission=row.pk) for row in Submission.objects.all()]


def rounds(world: World) -> list[Row]:
    return [Row(round=reporting(world).round)]


class BeginRow(Row):
    """The unit of the row is in the address as well."""

    def __init__(self, *, unit: UUID, round_: UUID) -> None:
        super().__init__(unit=unit, round=round_, reporter=unit)


def beginnings(world: World) -> list[Row]:
    first = reporting(world).round
    return [BeginRow(unit=unit, round_=first) for unit in units(world)]


def escalations(world: World) -> list[Row]:
    built = reporting(world)
    said = {"plan": built.plan, "unit": world.own, "kind": "difficulty", "text": "Thiếu vốn"}
    raise_concern(**built.envelope(CLERK), **said)
    asked = {"concerns": (Concern.objects.get().pk,), "question": "Bổ sung vốn?"}
    return [Row(escalation=escalate(**built.envelope(CLERK), **asked))]


DOORS: dict[str, Rows] = {
    "report:write": rounds,
    "report:begin": beginnings,
    "report:version": versions,
    "report:file": files,
    "report:read": drafts(),
    "report:figures": drafts(),
    "report:workbook": drafts(),
    "report:fill": drafts(),
    "report:paste": drafts(),
    "report:upload": drafts(),
    "report:submit": drafts(),
    "report:hand_in": drafts(),
    "report:raise": drafts(),
    "report:save": drafts(a_clause),
    "report:attach": drafts(a_clause),
    "report:detach": drafts(a_link),
    "report:withdraw": drafts(a_concern),
    "desk:round": rounds,
    "desk:review": waiting,
    "desk:judge": waiting,
    "desk:reopen": waiting,
    "inbox:decision": escalations,
    "inbox:decide": escalations,
}
