"""A hamlet of commune 26242 with its group, its lists and its bank, and ten families' worth of people to lend to."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import count
from typing import Any
from uuid import UUID

from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.capital.operations.limit_fund import limit_fund
from dongvon.domain.capital.operations.propose_fund_limit import propose_fund_limit
from dongvon.domain.capital.vocabulary import LimitDraft
from dongvon.domain.groups.operations.close_meeting import close_meeting
from dongvon.domain.groups.operations.found_groups import found_groups
from dongvon.domain.groups.operations.hold_meeting import hold_meeting
from dongvon.domain.groups.operations.open_points import open_points
from dongvon.domain.groups.operations.put_motion import put_motion
from dongvon.domain.groups.operations.set_size_rule import set_size_rule
from dongvon.domain.groups.vocabulary import GroupDraft, MeetingKind, Organisation, PointDraft
from dongvon.domain.lending.models import Application
from dongvon.domain.lending.operations.apply import (
    ApplicationDraft,
    AuthorisationDraft,
    CourseDraft,
    PaperDraft,
    UndertakingDraft,
    apply,
)
from dongvon.domain.lending.operations.appraise import appraise
from dongvon.domain.lending.operations.approve import ApprovalLine, approve
from dongvon.domain.lending.operations.confirm import LineDecision, confirm
from dongvon.domain.lending.operations.control import control
from dongvon.domain.lending.operations.notify import notify
from dongvon.domain.lending.operations.screen import Screened, screen
from dongvon.domain.lending.operations.sign import sign
from dongvon.domain.lending.operations.take_in import take_in
from dongvon.domain.lending.queries.conditions import key_of
from dongvon.domain.programmes.models import LegalBasis
from dongvon.domain.programmes.queries.catalogue import catalogue
from dongvon.domain.programmes.vocabulary import Fund
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.ids import new_id
from tests.operations.lending.law import AT, CHECKER, enact
from tests.operations.people import community
from tests.operations.units.city import City

PLACE = "26242"
TODAY = date(2026, 11, 24)
MILLION = 1_000_000


def actor(number: int, role: Role) -> Actor:
    return Actor(UUID(int=number), None, frozenset({role}))


LEADER = actor(31, Role.GROUP_LEADER)
CHAIR = actor(32, Role.COMMUNE_CHAIR)
OFFICER = actor(33, Role.CREDIT_OFFICER)
CONTROLLER = actor(34, Role.CREDIT_CONTROLLER)
DIRECTOR = actor(35, Role.OFFICE_DIRECTOR)
TELLER = actor(36, Role.TELLER)


@dataclass
class Village:
    """`people` of the group by number; each is the head of a household of the same number."""

    office: UUID
    group: UUID = field(default_factory=new_id)
    people: list[UUID] = field(default_factory=list)
    households: list[UUID] = field(default_factory=list)
    at: datetime = AT
    numbers: count = field(default_factory=lambda: count(6600_2026_0000_0001))

    def envelope(self, by: Actor) -> dict[str, Any]:
        return {"key": new_id(), "by": by, "at": self.at}

    def programme(self, key: str) -> UUID:
        return next(row.id for row in catalogue() if key_of(row.code, row.variant) == key)

    def draft(self, key: str = "01", *, of: int = 0, **more: Any) -> ApplicationDraft:
        """Somebody's request, whole: authorised, 50 million for 36 months unless said otherwise."""
        signed = AuthorisationDraft(signed_on=TODAY, witness="Điểu Vinh", signers=(self.people[of],))
        given = {
            "id": new_id(),
            "programme": self.programme(key),
            "household": self.households[of],
            "borrower": self.people[of],
            "amount": 50 * MILLION,
            "term_months": 36,
            "purpose": "Nuôi bò sinh sản",
            "authorisation": signed,
        }
        return ApplicationDraft(**{**given, **more})

    def ask(self, key: str = "01", *, of: int = 0, by: Actor = LEADER, **more: Any) -> UUID:
        return apply(**self.envelope(by), application=self.draft(key, of=of, **more))

    def student(self, *, of: int = 0, key: str = "02", ends_on: date = date(2030, 6, 30), **more: Any) -> UUID:
        course = CourseDraft(
            student=self.people[of],
            school="Trường Đại học Lạc Hồng",
            field="Công nghệ thông tin",
            level="Đại học",
            starts_on=date(2026, 9, 5),
            ends_on=ends_on,
            months=40,
        )
        papers = (PaperDraft(code="school_certificate"),)
        given = {"course": course, "papers": papers, "amount": 160 * MILLION, "term_months": 108, **more}
        return self.ask(key, of=of, **given)

    def home(self, *, of: int = 0, value: int = 700, paid: int = 230, **more: Any) -> UUID:
        """A purchase of a home; amounts in million."""
        bought = UndertakingDraft(
            kind="home_purchase", partner="Công ty Nhà ở Đồng Nai", value=value * MILLION, paid=paid * MILLION
        )
        papers = (PaperDraft(code="housing_group"), PaperDraft(code="home_contract"))
        given = {"undertaking": bought, "papers": papers, "amount": 470 * MILLION, "term_months": 300}
        direct = {"unit": self.office, "monthly_income": 18 * MILLION, "authorisation": None, "by": OFFICER}
        return self.ask("12.mua", of=of, **{**given, **direct, **more})

    def heard(self, *applications: UUID) -> UUID:
        """The group met and carried these requests; gives the meeting."""
        envelope = self.envelope(LEADER)
        meeting = hold_meeting(
            **envelope,
            on=TODAY,
            group=self.group,
            kind=MeetingKind.APPRAISAL,
            held_on=TODAY,
            venue="Nhà văn hóa ấp",
            present=tuple(self.people[:6]),
            representative="Bùi Thị Đào",
            hamlet_head="Điểu Vinh",
        )
        for each in applications:
            put_motion(**self.envelope(LEADER), meeting=meeting, text="Đồng ý", in_favour=6, about=each)
        close_meeting(**self.envelope(LEADER), meeting=meeting, minutes="Bình xét cho vay")
        return meeting

    def screened(self, *applications: UUID) -> None:
        rows = Application.objects.in_bulk(applications)
        lines = tuple(
            Screened(application=each, amount=rows[each].amount, term_months=rows[each].term_months)
            for each in applications
        )
        screen(**self.envelope(LEADER), meeting_id=self.heard(*applications), lines=lines)

    def confirmed(self, *applications: UUID) -> None:
        self.screened(*applications)
        lines = tuple(LineDecision(application=each, decision="confirm") for each in applications)
        confirm(**self.envelope(CHAIR), lines=lines)

    def controlled(self, application: UUID) -> None:
        """From a file confirmed, or a direct one just asked for, to the director's desk."""
        take_in(**self.envelope(OFFICER), applications=(application,))
        self.appraised(application)
        control(**self.envelope(CONTROLLER), applications=(application,))

    def appraised(self, application: UUID) -> None:
        row = Application.objects.get(id=application)
        words = {"amount": row.amount, "term_months": row.term_months, "opinion": "Phương án khả thi"}
        appraise(**self.envelope(OFFICER), application=application, **words)

    def approved(self, application: UUID) -> None:
        self.controlled(application)
        self.approve(application)

    def approve(self, application: UUID, *, by: Actor = DIRECTOR, seen: str = "", amount: int | None = None) -> None:
        row = Application.objects.get(id=application)
        line = ApprovalLine(
            application=application, amount=amount or row.amount, term_months=row.term_months, seen=seen
        )
        approve(**self.envelope(by), lines=(line,))

    def told(self, application: UUID) -> date:
        today = self.at.astimezone(VIETNAM).date()
        told = {"disburse_on": today, "venue": "Điểm giao dịch xã Trảng Bom"}
        notify(**self.envelope(OFFICER), applications=(application,), **told)
        return today

    def signed(self, application: UUID) -> UUID:
        today = self.told(application)
        number = str(next(self.numbers))
        return sign(**self.envelope(DIRECTOR), application=application, contract_number=number, signed_on=today)

    def list(self, kind: str, *households: int, year: int = 2025) -> UUID:
        """A certified list of the commune naming households by number."""
        named = [{"household_id": self.households[each]} for each in households]
        return community.certified(kind, *named, place_id=PLACE, year=year)

    def stage(self, application: UUID) -> str:
        return Application.objects.values_list("stage", flat=True).get(id=application)


def found_village(city: City, *, members: int = 10, fund: int = 10_000, group: UUID | None = None) -> Village:
    """Law, lists, group and bank; `fund` is what the city may lend of central money, in million."""
    enact()
    village = Village(office=city.units["pgd-trang-bom"], group=group or new_id())
    names = [f"Trần Thị Hoa {number}" for number in range(members)]
    village.people = community.enter(*(community.draft(name, place=PLACE) for name in names))
    village.households = [
        community.household(f"H{number}", person, place=PLACE) for number, person in enumerate(village.people)
    ]
    _found_group(village)
    limit = LimitDraft(
        fund=Fund.CENTRAL,
        unit=None,
        from_on=date(2026, 1, 1),
        until_on=date(2027, 1, 1),
        amount=fund * MILLION,
        basis=LegalBasis.objects.get(number="06/2026/NĐ-CP").id,
    )
    limit_fund(key=new_id(), by=CHECKER, at=AT, limit=propose_fund_limit(key=new_id(), by=SYSTEM, at=AT, limit=limit))
    return village


def _found_group(village: Village) -> None:
    point = PointDraft(
        id=new_id(),
        number=999,
        name="Điểm giao dịch xã Trảng Bom",
        place=PLACE,
        unit=village.office,
        fixed_day=24,
        opens=time(8),
        closes=time(11),
    )
    envelope = {"by": SYSTEM, "at": AT, "on": date(2020, 1, 2)}
    open_points(key=new_id(), points=(point,), **envelope)
    set_size_rule(key=new_id(), fewest=5, most=60, basis="06/2026/NĐ-CP", confirmed=True, **envelope)
    group = GroupDraft(
        id=village.group,
        code="0009999",
        organisation=Organisation.FARMERS,
        place=PLACE,
        hamlet="Ấp 1",
        point=point.id,
        leader=village.people[0],
        deputy=village.people[1],
        members=tuple(village.people),
        acceptance="12/UBND ngày 02/01/2020",
    )
    found_groups(key=new_id(), groups=(group,), **envelope)
