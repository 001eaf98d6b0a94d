"""What groups of the demo did: dated rules, mandates and meetings of one commune, graded months, chị Mai's account."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from dongvon.demo.city.loaded import BEGINNING, City
from dongvon.demo.city.people import demo_accounts
from dongvon.demo.story.people import Cast
from dongvon.domain.audit.operations.settling import GRANTED
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.operations.close_meeting import close_meeting
from dongvon.domain.groups.operations.decide_assessment import decide_assessment
from dongvon.domain.groups.operations.hold_meeting import hold_meeting
from dongvon.domain.groups.operations.propose_assessment import propose_assessment
from dongvon.domain.groups.operations.put_motion import put_motion
from dongvon.domain.groups.operations.sign_mandate import sign_mandate
from dongvon.domain.groups.operations.suspend_mandate import suspend_mandate
from dongvon.domain.groups.queries.groups import GroupFacts, groups_in, members_of
from dongvon.domain.groups.vocabulary import (
    AssessmentDraft,
    Criterion,
    CriterionDraft,
    Grade,
    GradeDraft,
    MeetingKind,
    Organisation,
    Payment,
    PaymentDraft,
)
from dongvon.domain.lending.jobs import assess_groups
from dongvon.domain.units.operations.enrol import enrol
from dongvon.domain.units.vocabulary import NewPerson, Role
from dongvon.kernel.calendar import add_months
from dongvon.kernel.ids import derived_id

_KEYS: Final = UUID("01930000-0000-7000-8000-0000000097f0")
RULES_FROM: Final = date(2020, 1, 1)
#: In every scale of the portfolio; chị Mai leads there.
PLACE: Final = "26041"
MANDATED_ON: Final = date(2026, 3, 2)
_SCORES = "Điểm tối đa và ngưỡng xếp loại theo mẫu báo cáo CDTOTKVV; 70/QĐ-HĐQT ngày 24/07/2026 có thể đã sửa"
_BANDS = f"{_SCORES}; thang điểm từng tiêu chí do dự án tạm đặt"
_FEES = "Bộ câu hỏi thi ủy thác khoảng 2022; cách chia bốn cấp hết áp dụng khi bỏ cấp huyện"
_COMMISSION = "Chưa rõ văn bản"

#: Criterion, most points, and from which percentage on how many.
_CRITERIA: Final = (
    (Criterion.TRANSACTION, 20, "0:0 50:10 80:15 95:20"),
    (Criterion.DUE_DEBT, 15, "0:0 50:5 80:10 95:15"),
    (Criterion.INTEREST, 20, "0:0 70:5 85:12 95:20"),
    (Criterion.SAVERS, 5, "0:0 50:3 80:5"),
    (Criterion.SAVINGS_GROWTH, 10, "0:0 1:5 5:10"),
    (Criterion.OVERDUE, 30, "0:30 0.5:25 1:15 2:5 4:0"),
)
_GRADES: Final = ((Grade.WEAK, 0), (Grade.AVERAGE, 50), (Grade.FAIR, 70), (Grade.GOOD, 85))


def load_groups(city: City, *, on: date, at: datetime) -> None:
    """Once the portfolio is there; asked again nothing changes."""
    with transaction.atomic():
        _adopt(city, at)
    groups = groups_in(PLACE, on=on)
    with transaction.atomic():
        for number, group in enumerate(groups, start=1):
            _mandate(group, number=number, at=at)
    for group in groups[:3]:
        with transaction.atomic():
            _meetings(group, on=on, at=at)
    for months in (2, 1):
        assess_groups(add_months(on.replace(day=1), -months))
    with transaction.atomic():
        _account(city, groups, at=at)


def _adopt(city: City, at: datetime) -> None:
    """Proposed by chị Hà, decided by bà Lan, as every rule is."""
    cast = Cast(city=city)
    rules = propose_assessment(key=_key("rules"), by=cast.called("ha"), at=at, rules=tuple(_rules()))
    decide_assessment(key=_key("decide"), by=cast.called("lan"), at=at, rules=rules, decision=GRANTED)


def _rules() -> Iterator[AssessmentDraft]:
    unsure: dict[str, Any] = {"from_on": RULES_FROM, "confirmed": False, "since_stated": False}
    quality = (("0", "100"), ("2", "80"), ("3", "50"), ("4", "0"))
    split = (("province", "4.5"), ("district", "9"), ("commune", "84"), ("centre", "2.5"))
    for name, most, text in _CRITERIA:
        yield CriterionDraft(criterion=name, most=most, bands=_bands(text), basis=_BANDS, **unsure)
    for grade, score in _GRADES:
        yield GradeDraft(grade=grade, from_score=Decimal(score), basis=_SCORES, **unsure)
    yield PaymentDraft(payment=Payment.COMMISSION, monthly_percent=Decimal("0.085"), basis=_COMMISSION, **unsure)
    yield PaymentDraft(
        payment=Payment.ENTRUSTMENT,
        monthly_percent=Decimal("0.032"),
        bands=tuple((Decimal(ratio), Decimal(part)) for ratio, part in quality),
        split=tuple((level, Decimal(part)) for level, part in split),
        basis=_FEES,
        **unsure,
    )
    yield PaymentDraft(payment=Payment.HOME_COMMISSION, monthly_percent=Decimal("0.005"), basis=_FEES, **unsure)
    yield PaymentDraft(payment=Payment.HOME_FEE, monthly_percent=Decimal("0.003"), basis=_FEES, **unsure)


def _bands(text: str) -> tuple[tuple[Decimal, Decimal], ...]:
    pairs = (pair.split(":") for pair in text.split())
    return tuple((Decimal(first), Decimal(second)) for first, second in pairs)


def _mandate(group: GroupFacts, *, number: int, at: datetime) -> None:
    """Every board has a contract; one of them is suspended."""
    sign_mandate(
        key=_key("mandate", group.code),
        by=SYSTEM,
        at=at,
        on=MANDATED_ON,
        group=group.id,
        number=f"{group.code}/HĐUN",
        interest=True,
        savings=True,
    )
    if number == 4:
        suspend_mandate(
            key=_key("suspend", group.code),
            by=SYSTEM,
            at=at,
            on=add_months(MANDATED_ON, 6),
            group=group.id,
            decision="07/QĐ-PGD ngày 01/09/2026",
            reason="Nộp tiền lãi đã thu chậm hai phiên liền",
        )


def _meetings(group: GroupFacts, *, on: date, at: datetime) -> None:
    """An ordinary meeting each of the last three months, the last one with its minutes still open."""
    members = tuple(row.person for row in members_of(group.id, on=on))
    for months in (3, 2, 1):
        held_on = add_months(on.replace(day=5), -months)
        there = members[: max(1, len(members) - months)]
        meeting = hold_meeting(
            key=_key("meeting", group.code, f"{held_on}"),
            by=SYSTEM,
            at=at,
            on=on,
            group=group.id,
            kind=MeetingKind.ORDINARY,
            held_on=held_on,
            venue=f"Nhà văn hóa {group.hamlet}",
            present=there,
            hamlet_head="Lê Văn Sáu",
        )
        put_motion(
            key=_key("motion", group.code, f"{held_on}"),
            by=SYSTEM,
            at=at,
            meeting=meeting,
            text="Tổ viên nộp lãi và tiền gửi trước ngày giao dịch hai ngày",
            in_favour=len(there),
        )
        if months > 1:
            close_meeting(
                key=_key("close", group.code, f"{held_on}"),
                by=SYSTEM,
                at=at,
                meeting=meeting,
                minutes="Đánh giá việc nộp lãi, gửi tiền trong tháng; nhắc các món đến hạn kỳ tới.",
            )


def _account(city: City, groups: list[GroupFacts], *, at: datetime) -> None:
    """Chị Mai leads the first of her organisation's groups."""
    codes = {"hoi-nong-dan": Organisation.FARMERS, "hoi-phu-nu": Organisation.WOMEN}
    people = []
    for account in demo_accounts():
        if account.role is Role.GROUP_LEADER and account.unit.endswith(PLACE):
            managed = codes[account.unit.rpartition("-")[0]]
            own = next(group for group in groups if group.organisation == managed)
            people.append(
                NewPerson(
                    email=account.address,
                    full_name=account.full_name,
                    unit=city.units[account.unit],
                    role=account.role,
                    title=account.title,
                    group=own.id,
                )
            )
    enrol(key=_key("leaders"), by=SYSTEM, at=at, people=tuple(people), since=BEGINNING)


def _key(*step: str) -> UUID:
    return derived_id(_KEYS, " ".join(step))
