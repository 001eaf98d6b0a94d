"""Rows for the pages of people and lists: of the own commune, of the next one, and nobody's."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from dongvon.domain.people.models import (
    Household,
    ListImport,
    Objection,
    PublicPosting,
    SamePerson,
    Verification,
)
from dongvon.domain.people.operations.propose_limit import propose_limit
from dongvon.domain.people.operations.propose_standard import propose_standard
from dongvon.domain.people.vocabulary import Area, Limit, Measure, StandardDraft
from dongvon.domain.units.operations.map_places import map_places
from dongvon.kernel import clock
from dongvon.kernel.confidence import Confidence
from dongvon.kernel.ids import new_id
from tests.interfaces.doors.world import Row, World
from tests.operations.people.community import CHECKER, ENVELOPE, MAKER, certified, draft, enter, household, law
from tests.operations.units.city import new_place

STANDARD = StandardDraft(
    measure=Measure.AVERAGE,
    area=Area.RURAL,
    from_on=date(2030, 1, 1),
    over=1,
    up_to=2,
    basis="x",
    confidence=Confidence.CONFIRMED,
)
#: A commune that nobody here works in or serves.
FAR = "99999"


def _each(world: World, make: Any) -> list[Row]:
    """The own commune's row and a far one's."""
    map_places(key=new_id(), places=(new_place(code=FAR, name="Xa"),), since=date(2025, 7, 1), basis="x", **ENVELOPE)
    return [Row(unit=world.own, **make("26041")), Row(unit=new_id(), **make(FAR))]


def _person(place: str) -> dict[str, Any]:
    (one,) = enter(draft("Nguyễn Thị Hoa", place=place))
    return {"person_id": one}


def _pair(place: str) -> dict[str, Any]:
    one, other = enter(draft("Nguyễn Thị Hoa", place=place), draft("Nguyễn Thị Hoa", place=place))
    return {"person_id": one, "other_id": other}


def _united(place: str) -> dict[str, Any]:
    pair = _pair(place)
    told = {"reason": "x", "united_by": MAKER, "united_at": clock.now()}
    made = SamePerson.objects.create(kept_id=pair["person_id"], other_id=pair["other_id"], **told)
    return {"person_id": pair["person_id"], "united_id": made.id}


def _household(place: str) -> dict[str, Any]:
    return {"household_id": household("H1", *enter(draft("Nguyễn Thị Hoa", place=place)), place=place)}


def _list(place: str) -> dict[str, Any]:
    own = household(f"H{new_id().hex[:8]}", *enter(draft("Nguyễn Thị Hoa", place=place)), place=place)
    assert Household.objects.filter(id=own).exists()
    return {"list_id": certified("poor", {"household_id": own}, place_id=place)}


def _posting(place: str) -> dict[str, Any]:
    today = clock.today()
    known: dict[str, Any] = {"kind": "poor", "shown_at": "Ấp 1", "basis": "x", "columns": ["name"], "lines": []}
    hangs = {"from_on": today, "until_on": today + timedelta(days=3), "snapshot_hash": b"x"}
    who: dict[str, Any] = {"approved_by": CHECKER, "approved_at": clock.now()}
    listed = _list(place)
    return {**listed, "posting_id": PublicPosting.objects.create(**listed, **known, **hangs, **who).id}


def _board(place: str) -> dict[str, Any]:
    return {"posting_id": _posting(place)["posting_id"]}


def _objection(place: str) -> dict[str, Any]:
    listed = _list(place)
    told = {"raised_on": clock.today(), "raised_by": "x", "text": "x", "received_by": MAKER, "received_at": clock.now()}
    return {**listed, "objection_id": Objection.objects.create(**listed, **told).id}


def _import(place: str) -> dict[str, Any]:
    told: dict[str, Any] = {"file_name": "x.xlsx", "content_hash": b"x", "rows": 1, "faulty": 0}
    who = {"brought_by": MAKER, "brought_at": clock.now(), "taken_by": MAKER, "taken_at": clock.now()}
    return {"import_id": ListImport.objects.create(**_list(place), **told, **who).id}


def _verification(world: World) -> list[Row]:
    return [Row(unit=unit, verification_id=_asked(unit)) for unit in (world.own, world.foreign)]


def _asked(unit: UUID) -> UUID:
    moment: datetime = clock.now()
    told = {"basis": "x", "purpose": "x", "fields": [], "expires_on": date(2099, 1, 1)}
    asked = {"registry": "population", "unit_id": unit, "asked_by": MAKER, "asked_at": moment}
    return Verification.objects.create(**asked, **told).id


def _standards(_: World) -> list[Row]:
    made = propose_standard(key=new_id(), standard=STANDARD, **ENVELOPE)
    return [Row(proposal=made)]


def _limits(_: World) -> list[Row]:
    terms: dict[str, Any] = {"limit": Limit.POSTING_DAYS, "amount": 5, "basis": "x", "confidence": Confidence.CONFIRMED}
    return [Row(proposal=propose_limit(key=new_id(), on=date(2030, 1, 1), **terms, **ENVELOPE))]


def _of(make: Any) -> Any:
    def rows(world: World) -> list[Row]:
        law()
        return _each(world, make)

    return rows


DOORS = {
    "persons:person": _of(_person),
    "persons:died": _of(_person),
    "persons:consent": _of(_person),
    "persons:withdraw": _of(_person),
    "persons:unite": _of(_pair),
    "persons:separate": _of(_united),
    "persons:household": _of(_household),
    "persons:head": _of(_household),
    "persons:split": _of(_household),
    "persons:move": _of(_household),
    "persons:relocate": _of(_household),
    "persons:verification": _verification,
    "persons:request_file": _verification,
    "persons:answer_file": _verification,
    "lists:approve_standard": _standards,
    "lists:approve_limit": _limits,
    "lists:board": _of(_board),
    "lists:preview": _of(_import),
    "lists:faults": _of(_import),
    "lists:take": _of(_import),
    "lists:unpost": _of(_posting),
    "lists:answer": _of(_objection),
    **{
        f"lists:{name}": _of(_list)
        for name in (
            "detail", "bring", "export", "strike", "end", "nominate", "meet", "post", "object", "lay", "back",
            "certify",
        )
    },
}  # fmt: skip
