"""Rows for forms and for checks after lending: those of the own office and group, and those of an office far away."""

from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.documents.operations.store_template import store_template
from dongvon.domain.documents.papers.word_form import shipped_template
from dongvon.domain.groups.models import Group
from dongvon.domain.lending.models import Disbursement, Lottery, RequestList, ResultNotice
from dongvon.domain.lending.operations.survey import NeedDraft, survey
from dongvon.domain.lending.papers.request import REQUEST
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.doors import groups, loans, road
from tests.interfaces.doors.world import OWN_GROUP, Row, World
from tests.operations.lending.village import PLACE


def requests(world: World) -> list[Row]:
    return _each(road.files(world), code="01-td", ending="pdf")


def draws(world: World) -> list[Row]:
    built = road.village(world)
    held = Lottery.objects.create(
        unit_id=built.office,
        programme_id=built.programme("12.mua"),
        plan=1,
        seed="7",
        held_on=road.TODAY,
        venue="Trụ sở",
        witnesses=["Bà Hoa", "Ông Tùng"],
        drawn_by=road.CHECKER.person,
        drawn_at=road.AT,
    )
    return [Row(unit=built.office, lottery=held.id, ending="pdf")]


def loan_papers(world: World) -> list[Row]:
    return _each(loans.loans(world), code="09-td", ending="pdf")


def lists(world: World) -> list[Row]:
    built = road.village(world)
    built.list("poor", 0)
    built.screened(built.ask())
    return [Row(unit=built.office, group=OWN_GROUP, request_list=RequestList.objects.get().id, ending="pdf")]


def notices(world: World) -> list[Row]:
    built = road.village(world)
    built.list("poor", 0)
    asked = built.ask()
    built.confirmed(asked)
    built.approved(asked)
    built.signed(asked)
    return [Row(unit=built.office, notice=ResultNotice.objects.get().id, ending="pdf")]


def disbursements(world: World) -> list[Row]:
    rows = loans.loans(world)
    for row in rows:
        row.parameters = {"disbursement": Disbursement.objects.get(loan=row.parameters["loan"]).id}
    return rows


def of_groups(world: World, **more: str) -> list[Row]:
    """The groups that the pages of groups are tried with."""
    rows = [row for row, _ in groups.groups(world)]
    for row in rows:
        row.parameters = {"group": row.group, **more}
    return rows


def _each(rows: list[Row], **more: str) -> list[Row]:
    for row in rows:
        row.parameters |= more
    return rows


def plans(world: World) -> list[Row]:
    """A need told in the commune where the own office works."""
    built = road.village(world)
    need = NeedDraft(
        household=built.households[0],
        programme=built.programme("01"),
        place=PLACE,
        amount=1_000_000,
        purpose="Nuôi heo",
        group=OWN_GROUP,
    )
    survey(**built.envelope(SYSTEM), year=2027, needs=(need,))
    return [Row(unit=built.office, group=OWN_GROUP, year=2027, place=PLACE, ending="pdf")]


def versions(world: World) -> list[Row]:
    """A template of the branch's own."""
    store_template(
        key=new_id(),
        by=Actor(new_id(), None, frozenset({Role.BRANCH_OFFICER})),
        at=road.AT,
        code="01-td",
        file_name="01-td.docx",
        content=shipped_template(REQUEST),
        note="Bản đầu",
    )
    return [Row(code="01-td", number=1)]


def sessions(world: World) -> list[Row]:
    """A point whose one group has a loan."""
    row = notices(world)[0]
    point = Group.objects.values_list("point", flat=True).get(id=OWN_GROUP)
    return [Row(unit=row.unit, group=OWN_GROUP, point=point, ending="pdf")]


DOORS = {
    "papers:file": requests,
    "papers:loan": loan_papers,
    "papers:draw": draws,
    "papers:list": lists,
    "papers:notice": notices,
    "papers:plan": plans,
    "papers:session": sessions,
    "papers:round": lambda world: [Row(year=2026, number=2, code="04-xln", ending="pdf")],
    "papers:blank": lambda world: [Row(code="01-td", ending="pdf")],
    **dict.fromkeys(("papers:template", "papers:replace"), lambda world: [Row(code="01-td")]),
    "papers:version": versions,
    **dict.fromkeys(("checks:use", "checks:check"), disbursements),
    **dict.fromkeys(
        (
            "checks:sheet",
            "checks:compare",
            "checks:read_sheet",
            "checks:visit",
            "checks:check_visit",
            "checks:read_visit",
        ),
        of_groups,
    ),
    **dict.fromkeys(("checks:sheet_paper", "checks:use_paper"), lambda world: of_groups(world, ending="pdf")),
}
