"""Rows for the pages of the road: one application of the own office and group, one of an office far away."""

from datetime import date
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.documents.operations.attach import attach
from dongvon.domain.lending.models import Application, DossierPaper, Tranche
from dongvon.domain.units.models import Place, Unit
from dongvon.kernel.ids import new_id
from tests.interfaces.doors.world import OWN_GROUP, Row, World
from tests.operations.lending.law import CHECKER
from tests.operations.lending.village import AT, TODAY, Village, found_village

FAR = "99999"


def village(world: World) -> Village:
    return found_village(world.city, group=OWN_GROUP)


def files(world: World) -> list[Row]:
    """The second is moved to a commune and an office that none of the knockers works in."""
    built = village(world)
    own, other = built.ask(of=0), built.ask(of=1)
    office = _moved_far(other)
    return [
        Row(unit=built.office, group=OWN_GROUP, application=own),
        Row(unit=office, application=other),
    ]


def parts(world: World) -> list[Row]:
    rows = files(world)
    for row in rows:
        part = Tranche.objects.create(
            application_id=row.parameters["application"], number=1, planned_on=TODAY, amount=1_000_000
        )
        row.parameters["tranche"] = part.id
    return rows


def copies(world: World) -> list[Row]:
    """A copy given by the office and one given by a far one, each in a file of its own."""
    rows = files(world)
    for row in rows:
        bytes_ = {"file_name": "xac-nhan.pdf", "content": b"%PDF-1.7"}
        envelope = {"key": new_id(), "by": CHECKER, "at": AT}
        row.parameters["paper"] = attach(unit=row.unit, **envelope, **bytes_)
        DossierPaper.objects.create(
            application_id=row.parameters["application"],
            code="work_plan",
            attachment_id=row.parameters["paper"],
            added_by=CHECKER.person,
            added_at=AT,
        )
    return rows


def households(world: World) -> list[Row]:
    built = village(world)
    return [Row(unit=built.office, group=OWN_GROUP, household=built.households[0])]


def meetings(world: World) -> list[Row]:
    built = village(world)
    return [Row(group=OWN_GROUP, meeting_id=built.heard(built.ask()))]


def programmes(world: World) -> list[Row]:
    return [Row(programme=village(world).programme("12.mua"))]


def _moved_far(application: UUID) -> UUID:
    near = Place.objects.get(code="26242")
    near.code = FAR
    near.save(force_insert=True)
    office = Unit.objects.create(
        code="pgd-xa", body="nhcsxh-pgd", level="commune", valid=DateRange(date(2003, 1, 1), None)
    )
    office.names.create(full_name="Phòng giao dịch ở xa", short_name="PGD ở xa", valid=office.valid)
    moved = {"place_id": FAR, "unit_id": office.id, "organisation": "99", "group": None, "channel": "direct"}
    Application.objects.filter(id=application).update(**moved)
    return office.id


FILES = ("file", "why", "appraise", "control", "approve", "decline", "send_back", "complete", "withdraw", "notify")
DOORS = {
    **dict.fromkeys((f"road:{name}" for name in (*FILES, "sign", "paper")), files),
    **dict.fromkeys(("road:declare", "road:hand_out"), parts),
    **dict.fromkeys(("road:household", "road:ask", "road:apply", "road:read", "road:survey"), households),
    **dict.fromkeys(("road:screening", "road:screen", "road:read_list"), meetings),
    "road:draw": programmes,
    "road:copy": copies,
}
