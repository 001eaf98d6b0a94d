"""Two communes with their people, households and law, for tests about lists."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.people.models import BeneficiaryList, Listing
from dongvon.domain.people.operations.approve_limit import approve_limit
from dongvon.domain.people.operations.approve_standard import approve_standard
from dongvon.domain.people.operations.form_household import form_household
from dongvon.domain.people.operations.propose_limit import propose_limit
from dongvon.domain.people.operations.propose_standard import propose_standard
from dongvon.domain.people.operations.register import register
from dongvon.domain.people.vocabulary import Area, Limit, Measure, PersonDraft, StandardDraft
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.confidence import Confidence
from dongvon.kernel.ids import new_id

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
MAKER, CHECKER = UUID(int=21), UUID(int=22)
ENVELOPE: dict[str, Any] = {"by": SYSTEM, "at": AT}
APPROVER = Actor(person=CHECKER, unit=None, roles=frozenset({Role.BRANCH_DIRECTOR}))


def actor(person: UUID, role: Role) -> Actor:
    return Actor(person=person, unit=None, roles=frozenset({role}))


def draft(name: str, *, year: int = 1980, number: str = "", place: str = "26041", **others: Any) -> PersonDraft:
    known = {"sex": "female", "hamlet": "Ấp 1", **others}
    return PersonDraft(id=new_id(), full_name=name, birth_year=year, place=place, personal_number=number, **known)


def enter(*drafts: PersonDraft) -> list[UUID]:
    """People registered; their ids."""
    register(key=new_id(), people=drafts, **ENVELOPE)
    return [each.id for each in drafts]


def household(code: str, head: UUID, *others: UUID, place: str = "26041", hamlet: str = "Ấp 1") -> UUID:
    members = tuple((one, "con") for one in others)
    own = {"code": code, "place": place, "hamlet": hamlet, "head": head, "others": members}
    return form_household(key=new_id(), on=date(2020, 1, 1), **own, **ENVELOPE)


def law() -> None:
    """The standards of 2022 and 2027 (Nghị định 07/2021, 351/2025), and the two terms."""
    for from_on, rural, urban in ((date(2022, 1, 1), 1_500_000, 2_000_000), (date(2027, 1, 1), 2_200_000, 2_800_000)):
        for area, line in ((Area.RURAL, rural), (Area.URBAN, urban)):
            state_standard(_poverty(area, line, from_on))
    for limit, amount in ((Limit.POSTING_DAYS, 3), (Limit.ESCAPED_MONTHS, 36)):
        state_limit(limit, amount, on=date(2022, 1, 1))


def state_standard(standard: StandardDraft) -> UUID:
    """Proposed by one and approved by another."""
    made = propose_standard(key=new_id(), standard=standard, **ENVELOPE)
    return approve_standard(key=new_id(), by=APPROVER, at=AT, proposal=made)


def state_limit(limit: Limit, amount: int, *, on: date) -> int:
    """Proposed by one and approved by another."""
    terms = {"limit": limit, "amount": amount, "basis": "x", "confidence": Confidence.REMEMBERED}
    made = propose_limit(key=new_id(), on=on, **terms, **ENVELOPE)
    return approve_limit(key=new_id(), by=APPROVER, at=AT, proposal=made)


def _poverty(area: Area, line: int, from_on: date) -> StandardDraft:
    sure = {"basis": "351/2025/NĐ-CP", "confidence": Confidence.CONFIRMED}
    return StandardDraft(
        measure=Measure.POVERTY, area=area, from_on=from_on, over=0, up_to=line, deprivations=3, **sure
    )


def certified(kind: str, *subjects: dict[str, UUID], from_on: date = date(2026, 1, 1), **others: Any) -> UUID:
    """A certified list as it lies in the tables."""
    signed = {"laid_by": MAKER, "laid_at": AT, "certified_by": CHECKER, "certified_at": AT}
    decided = {"decision_number": "12/QĐ-UBND", "decided_on": date(2025, 12, 20), "state": "certified"}
    known = {"place_id": "26041", "year": 2025, "number": 0, "serves_from": from_on, "on_paper": True}
    until_on = others.pop("until_on", None)
    made = BeneficiaryList.objects.create(
        kind=kind, opened_by=MAKER, opened_at=AT, **{**known, **signed, **decided, **others}
    )
    for each in subjects:
        lines = {"kind": kind, "place_id": made.place_id, "origin": "found_new"}
        Listing.objects.create(list=made, valid=DateRange(from_on, until_on), **lines, **each)
    return made.id


def numbers() -> Iterator[str]:
    """Personal numbers of women born 1980 in Đồng Nai, one after another."""
    yield from (f"075180{each:06d}" for each in range(1, 999_999))
