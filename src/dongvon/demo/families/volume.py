"""The neighbours: a group of another quarter whose requests give desks and the commune's list their usual length."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from dongvon.demo.families.settle import ENVELOPE, PLACE, POINT, key_of
from dongvon.demo.families.tell import Road
from dongvon.demo.numbers import told_number
from dongvon.demo.portfolio.communities import row_id
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.operations.close_meeting import close_meeting
from dongvon.domain.groups.operations.found_groups import found_groups
from dongvon.domain.groups.operations.hold_meeting import hold_meeting
from dongvon.domain.groups.operations.put_motion import put_motion
from dongvon.domain.groups.vocabulary import GroupDraft, MeetingKind, Organisation
from dongvon.domain.lending.operations.apply import (
    ApplicationDraft,
    AuthorisationDraft,
    ItemDraft,
    PaperDraft,
    apply,
)
from dongvon.domain.lending.operations.confirm import LineDecision, confirm
from dongvon.domain.lending.operations.screen import Screened, screen
from dongvon.domain.lending.operations.take_in import take_in
from dongvon.domain.people.operations.form_household import form_household
from dongvon.domain.people.operations.register import register
from dongvon.domain.people.operations.take_over_lists import take_over_lists
from dongvon.domain.people.vocabulary import PersonDraft

QUARTER: Final = "Khu phố 5"
WAITING: Final = 40  # before the commune
AT_BANK: Final = 8
UNLISTED: Final = (17, 31)  # they ask as near-poor households, and no certified list carries them
FAMILY: Final = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Điểu", "Hồ")
GIVEN: Final = ("Thị Lài", "Văn Hòa", "Thị Mận", "Hữu Phước", "Thị Cúc")
#: Their numbers begin after those of the families.
NEIGHBOURS: Final = 1_000
PURPOSES: Final = (
    ("Nuôi bò sinh sản", 80),
    ("Chăm sóc vườn điều", 60),
    ("Mở quán tạp hóa", 100),
    ("Mua máy may công nghiệp", 50),
    ("Trồng dưa lưới nhà màng", 120),
)


def load_volume(road: Road, *, programmes: Mapping[str, UUID]) -> None:
    """They asked as near-poor households or to create work, were heard together, and some are at the bank already."""
    people = [key_of("neighbour", str(number)) for number in range(WAITING + AT_BANK)]
    homes = _settle(people)
    _list(road, people)
    files = [
        _ask(road, number, person, home, programme=programmes[_programme(number)])
        for number, (person, home) in enumerate(zip(people, homes, strict=True))
    ]
    _screen(road, people, files)
    sent = tuple(files[:AT_BANK])
    lines = tuple(LineDecision(application=each, decision="confirm") for each in sent)
    confirm(**road.envelope(road.cast.called("nhung"), 4, "neighbours", "confirm"), lines=lines)
    take_in(**road.envelope(road.cast.called("minh"), 2, "neighbours", "take in"), applications=sent)


def _neighbour(number: int, person: UUID) -> PersonDraft:
    birth_year, sex = 1965 + number % 30, "female" if "Thị" in GIVEN[number // 10] else "male"
    return PersonDraft(
        id=person,
        full_name=f"{FAMILY[number % 10]} {GIVEN[number // 10]}",
        birth_year=birth_year,
        sex=sex,
        place=PLACE,
        hamlet=QUARTER,
        personal_number=told_number(NEIGHBOURS + number, birth_year=birth_year, sex=sex),
    )


def _programme(number: int) -> str:
    """The costliest plans are those that create work."""
    return "03.lao-dong" if number < AT_BANK or number % 5 == 4 else "19"


def _list(road: Road, people: list[UUID]) -> None:
    """The ward certified near-poor households for the year."""
    since = date(road.on.year, 1, 1)
    listed = [person for number, person in enumerate(people) if _programme(number) == "19" and number not in UNLISTED]
    lines = (f"{person},near_poor,{since}," for person in listed)
    take_over_lists(
        key=key_of("neighbours", "lists", str(since)),
        by=SYSTEM,
        at=datetime.combine(since, time(2), tzinfo=UTC),
        maker=road.cast.called("hieu").person,
        checker=road.cast.called("nhung").person,
        decision="16/QĐ-UBND",
        table="\n".join(("person,kind,since,until", *lines, "")).encode(),
    )


def _settle(people: list[UUID]) -> list[UUID]:
    """Registered, housed, and met as a group; gives their households."""
    drafts = tuple(_neighbour(number, person) for number, person in enumerate(people))
    register(key=key_of("neighbours"), people=drafts, **ENVELOPE)
    homes = [_house(number, person) for number, person in enumerate(people)]
    draft = GroupDraft(
        id=key_of("neighbours", "group"),
        code="9000002",
        organisation=Organisation.FARMERS,
        place=PLACE,
        hamlet=QUARTER,
        point=row_id(4, POINT),
        leader=people[0],
        deputy=people[1],
        members=tuple(people),
        acceptance="32/UBND ngày 04/03/2024",
    )
    found_groups(key=key_of("found", "neighbours"), on=date(2024, 3, 4), groups=(draft,), **ENVELOPE)
    return homes


def _house(number: int, person: UUID) -> UUID:
    where: dict[str, Any] = {"code": f"26248-K{number:02}", "place": PLACE, "hamlet": QUARTER, "on": date(2020, 1, 1)}
    key = key_of("neighbour", str(number), "household")
    made: UUID = form_household(key=key, head=person, others=(), **where, **ENVELOPE)
    return made


def _ask(road: Road, number: int, person: UUID, home: UUID, *, programme: UUID) -> UUID:
    purpose, millions = PURPOSES[number % 5]
    draft = ApplicationDraft(
        id=key_of("neighbour", str(number), "application"),
        programme=programme,
        household=home,
        borrower=person,
        amount=millions * 1_000_000,
        term_months=36,
        purpose=purpose,
        items=(ItemDraft(item=purpose, quantity="1 phương án", amount=millions * 1_000_000),),
        authorisation=AuthorisationDraft(signed_on=road.at(9).date(), witness="Lê Văn Tám", signers=(person,)),
        papers=(PaperDraft(code="work_plan"),) if _programme(number) == "03.lao-dong" else (),
    )
    made: UUID = apply(**road.envelope(SYSTEM, 8, "neighbour", str(number), "ask"), application=draft)
    return made


def _screen(road: Road, people: list[UUID], files: list[UUID]) -> None:
    meeting = hold_meeting(
        **road.envelope(SYSTEM, 6, "neighbours", "meeting"),
        on=road.on - timedelta(days=6),
        group=key_of("neighbours", "group"),
        kind=MeetingKind.APPRAISAL,
        held_on=road.on - timedelta(days=6),
        venue=f"Nhà văn hóa {QUARTER}",
        present=tuple(people),
        representative="Phan Văn Lợi",
        hamlet_head="Lê Văn Tám",
    )
    for number, file in enumerate(files):
        said: dict[str, Any] = {"text": f"Bình xét cho vay: {PURPOSES[number % 5][0]}", "in_favour": len(people)}
        key = road.envelope(SYSTEM, 6, "neighbour", str(number), "motion")
        put_motion(**key, meeting=meeting, about=file, **said)
    minutes = "Tổ bình xét công khai từng hộ theo đúng quy ước."
    close_meeting(**road.envelope(SYSTEM, 6, "neighbours", "close"), meeting=meeting, minutes=minutes)
    for code in ("03.lao-dong", "19"):
        lines = tuple(
            Screened(application=file, amount=PURPOSES[number % 5][1] * 1_000_000, term_months=36)
            for number, file in enumerate(files)
            if _programme(number) == code
        )
        screen(**road.envelope(SYSTEM, 5, "neighbours", "list", code), meeting_id=meeting, lines=lines)
