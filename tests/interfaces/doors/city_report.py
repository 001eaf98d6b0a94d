"""Rows for the pages of the city report and of commendation: one round with an accepted report, scored and judged."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from dongvon.domain.workplan.models import CommendationProposal, Computation, Submission
from dongvon.domain.workplan.operations.accept import accept
from dongvon.domain.workplan.operations.consolidate import consolidate
from dongvon.domain.workplan.operations.convene import convene
from dongvon.domain.workplan.operations.propose import propose
from dongvon.domain.workplan.operations.score import score
from dongvon.kernel import clock
from tests.interfaces.doors.reports import CLERK, handed_in
from tests.interfaces.doors.world import Row, Rows, World
from tests.operations.units.city import City
from tests.reporting import Reporting, build_reporting

LATER = timedelta(days=30)
ACCEPTING = "lan"  # who handed in may not accept


def judged(world: World) -> Reporting:
    """A round that is over now."""
    city = City(units=world.city.units, people=dict(world.city.people))
    built = build_reporting(city, at=clock.now() - timedelta(days=45))
    report = handed_in(built, world.own)
    content = Submission.objects.get(report=report).content_hash
    accept(**built.envelope(ACCEPTING), report=report, content_hash=content)
    return built


def consolidated(world: World) -> UUID:
    built = judged(world)
    made: UUID = consolidate(**built.envelope(CLERK, later=LATER), round=built.round)
    return made


def rounds(world: World) -> list[Row]:
    built = judged(world)
    score(**built.envelope(ACCEPTING, later=LATER), round=built.round)
    return [Row(round=built.round)]


def proposed(world: World) -> Reporting:
    built = judged(world)
    score(**built.envelope(ACCEPTING, later=LATER), round=built.round)
    said: dict[str, Any] = {"certificate": "city_certificate", "achievement": "Dẫn đầu bảng điểm"}
    propose(**built.envelope(CLERK, later=LATER), round=built.round, unit=world.own, **said)
    return built


def proposals(world: World) -> list[Row]:
    proposed(world)
    return [Row(proposal=CommendationProposal.objects.get().pk)]


def sessions(world: World) -> list[Row]:
    built = proposed(world)
    members = tuple(built.actor(name).person for name in ("lan", "binh", "nam"))
    place = {"held_on": date(2027, 1, 12), "venue": "Phòng họp", "chair": members[0], "members": members}
    return [Row(session=convene(**built.envelope(CLERK, later=LATER), round=built.round, **place))]


DOORS: dict[str, Rows] = {
    "consolidation:consolidate": lambda world: [Row(round=judged(world).round)],
    "consolidation:made": lambda world: [Row(consolidation=consolidated(world))],
    "consolidation:download": lambda world: [Row(consolidation=consolidated(world), part="bao-cao")],
    "consolidation:source": lambda world: [
        Row(computation=Computation.objects.filter(consolidation=consolidated(world)).first().pk)
    ],
    "commendation:score": rounds,
    "commendation:proposing": rounds,
    "commendation:propose": rounds,
    "commendation:submission": lambda world: [Row(round=proposed(world).round)],
    "commendation:convening": rounds,
    "commendation:convene": rounds,
    "commendation:withdraw": proposals,
    "commendation:session": sessions,
    "commendation:vote": sessions,
    "commendation:close": sessions,
    "commendation:award": sessions,
    "commendation:minutes": sessions,
}
