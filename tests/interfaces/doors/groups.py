"""Rows for the pages of groups: the knocking leader's own group, and one of the commune next door."""

from datetime import UTC, date, datetime, time
from uuid import UUID

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.models import Promise
from dongvon.domain.groups.operations.assess import assess
from dongvon.domain.groups.operations.close_meeting import close_meeting
from dongvon.domain.groups.operations.found_groups import found_groups
from dongvon.domain.groups.operations.hold_meeting import hold_meeting
from dongvon.domain.groups.operations.inspect import inspect
from dongvon.domain.groups.operations.open_points import open_points
from dongvon.domain.groups.operations.set_size_rule import set_size_rule
from dongvon.domain.groups.vocabulary import (
    GroupDraft,
    GroupFigures,
    InspectionDraft,
    LineDraft,
    Matter,
    MeetingKind,
    Organisation,
    PointDraft,
    PromiseDraft,
)
from dongvon.kernel.ids import new_id
from tests.interfaces.doors.world import OWN_GROUP, Row, World
from tests.operations.groups.hamlets import people_of
from tests.operations.groups.test_assessment import RULES, enact_assessment, month_of

AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
FOUNDED_ON = date(2026, 1, 5)


def _envelope() -> dict[str, object]:
    return {"key": new_id(), "by": SYSTEM, "at": AT}


def _group(world: World, place: str, *, id_: UUID, number: int) -> list[UUID]:
    point = PointDraft(
        id=new_id(),
        number=number,
        name=place,
        place=place,
        unit=world.city.units["pgd-trang-bom"],
        fixed_day=10,
        opens=time(8, 30),
        closes=time(10, 30),
    )
    open_points(**_envelope(), on=FOUNDED_ON, points=(point,))
    members = people_of(place, number=5)
    draft = GroupDraft(
        id=id_,
        code=f"670000{number}",
        organisation=Organisation.FARMERS,
        place=place,
        hamlet="Ấp 1",
        point=point.id,
        leader=members[0],
        deputy=members[1],
        members=tuple(members),
        acceptance="12/UBND",
    )
    found_groups(**_envelope(), on=FOUNDED_ON, groups=(draft,))
    return members


def groups(world: World) -> list[tuple[Row, list[UUID]]]:
    """Own: its leader, its organisation, its commune. Next door: the office that serves it."""
    set_size_rule(**_envelope(), on=date(2020, 1, 1), fewest=5, most=60, basis="06/2026/NĐ-CP", confirmed=True)
    beside = new_id()
    return [
        (
            Row(unit=world.city.units["hoi-nong-dan-26041"], group=OWN_GROUP),
            _group(world, "26041", id_=OWN_GROUP, number=1),
        ),
        (
            Row(unit=world.city.units["pgd-trang-bom"], group=beside),
            _group(world, "26242", id_=beside, number=2),
        ),
    ]


def a_group(world: World, **more: object) -> list[Row]:
    return [_with(row, group=row.group, **more) for row, _ in groups(world)]


def a_meeting(world: World, *, closed: bool = False, **more: object) -> list[Row]:
    rows = []
    for row, members in groups(world):
        assert row.group is not None
        meeting = hold_meeting(
            **_envelope(),
            on=FOUNDED_ON,
            group=row.group,
            kind=MeetingKind.ORDINARY,
            held_on=FOUNDED_ON,
            venue="Ấp 1",
            present=tuple(members),
        )
        if closed:
            close_meeting(**_envelope(), meeting=meeting, minutes="Họp.")
        rows.append(_with(row, meeting=meeting, **more))
    return rows


def an_inspection(world: World, **more: object) -> list[Row]:
    rows = []
    for row, _ in groups(world):
        assert row.group is not None
        draft = InspectionDraft(
            inspected_on=FOUNDED_ON,
            team="Phan Thanh Tùng",
            lines=tuple(LineDraft(matter=matter, in_order=True) for matter in Matter),
            promises=(PromiseDraft(text="Nộp đủ lãi", due_on=date(2026, 12, 31)),),
        )
        none = GroupFigures(outstanding=0, overdue=0, interest=0)
        visit = inspect(**_envelope(), on=FOUNDED_ON, group=row.group, inspection=draft, figures=none)
        rows.append(_with(row, inspection=visit, **more))
    return rows


def a_promise(world: World) -> list[Row]:
    rows = an_inspection(world)
    for row in rows:
        row.parameters["promise"] = Promise.objects.get(inspection=row.parameters["inspection"]).id
    return rows


def _with(row: Row, **parameters: object) -> Row:
    made = Row(unit=row.unit, group=row.group)
    made.parameters = parameters
    return made


def an_earning(world: World) -> list[Row]:
    enact_assessment(*RULES)
    rows = []
    for row, place in zip([row for row, _ in groups(world)], ("26041", "26242"), strict=True):
        assert row.group is not None
        assess(**_envelope(), month=date(2026, 10, 1), place=place, figures=(month_of(row.group),))
        rows.append(_with(row, place=place, organisation="11"))
    return rows


DOORS = {
    "groups:statement_of": an_earning,
    **{f"groups:{name}": a_group for name in ("group", "call", "hold", "sign", "suspend", "restore")},
    **{f"groups:{name}": a_group for name in ("members", "admit", "let_go", "elect", "transfer")},
    **{f"groups:{name}": a_meeting for name in ("meeting", "roll", "find", "vote", "close")},
    **{f"groups:{name}": a_group for name in ("inspecting", "inspect", "read_inspection", "read_minutes")},
    "groups:inspection": an_inspection,
    "groups:follow_up": a_promise,
    "groups:inspection_paper": lambda world: an_inspection(world, kind="pdf"),
    "groups:paper": lambda world: a_group(world, form="13-td", kind="pdf"),
    "groups:yearly_paper": lambda world: [Row(form="01-kh", kind="docx")],
    "groups:minutes_paper": lambda world: a_meeting(world, closed=True, kind="docx"),
}
