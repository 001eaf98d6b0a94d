"""Tân Triều in review: three households, last year's list, and the drafts of this year."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from dongvon.domain.people.models import Listing
from dongvon.domain.people.operations.certify import certify
from dongvon.domain.people.operations.hold_meeting import hold_meeting
from dongvon.domain.people.operations.open_lists import open_lists
from dongvon.domain.people.operations.post_publicly import post_publicly
from dongvon.domain.people.vocabulary import ListKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.operations.people.community import CHECKER, MAKER, actor, certified, draft, enter, household, law
from tests.operations.units.city import build_city

TUESDAY = date(2026, 11, 24)
AFTER = date(2026, 11, 28)
NEXT_YEAR = date(2027, 1, 1)
OFFICER, CHAIR = actor(MAKER, Role.COMMUNE_OFFICER), actor(CHECKER, Role.COMMUNE_CHAIR)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC)


def officer(day: date = TUESDAY) -> dict[str, Any]:
    return {"key": new_id(), "by": OFFICER, "at": at(day)}


def chair(day: date = TUESDAY) -> dict[str, Any]:
    return {"key": new_id(), "by": CHAIR, "at": at(day)}


class Commune:
    """Tân Triều: bà Hoa was poor, chị Mai is found new; the lists of the review are open."""

    def __init__(self) -> None:
        build_city()
        law()
        names = ("Nguyễn Thị Hoa", "Trần Thị Mai", "Lê Văn Tùng")
        self.hoa, self.mai, self.tung = (
            household(f"H{at}", *enter(draft(name)), hamlet=f"Ấp {at}") for at, name in enumerate(names, start=1)
        )
        certified("poor", {"household_id": self.hoa}, {"household_id": self.tung})
        kinds = (ListKind.POOR, ListKind.ESCAPED)
        terms: dict[str, Any] = {
            "place": "26041",
            "year": 2026,
            "serves_from": NEXT_YEAR,
            "on_paper": False,
            "addition": False,
        }
        self.poor, self.escaped = open_lists(on=TUESDAY, kinds=kinds, **terms, **officer())
        self.both = (self.poor, self.escaped)

    def line(self, of: UUID) -> UUID:
        return Listing.objects.get(list=self.poor, household=of).id

    def met(self, *hamlets: str) -> None:
        for hamlet in hamlets:
            told: dict[str, Any] = {"held_on": TUESDAY, "attended": 40, "minutes": "Thống nhất."}
            hold_meeting(lists=self.both, hamlet=hamlet, **told, **officer())

    def hang(self) -> None:
        self.met("Ấp 1", "Ấp 2", "Ấp 3")
        post_publicly(on=TUESDAY, lists=self.both, shown_at="Nhà văn hóa ấp", basis="QĐ 24/2021/QĐ-TTg", **chair())

    def decide(self, **others: Any) -> int:
        told = {"decision_number": "15/QĐ-UBND", "decided_on": AFTER, "effective_on": NEXT_YEAR, **others}
        return certify(on=AFTER, lists=self.both, **told, **chair(AFTER))
