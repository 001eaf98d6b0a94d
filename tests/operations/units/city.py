"""A small city for tests about units: two communes, a bank with an office, and an administrator."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.units.operations.appoint import appoint
from dongvon.domain.units.operations.found_many import found_many
from dongvon.domain.units.operations.join_many import join_many
from dongvon.domain.units.operations.map_places import map_places
from dongvon.domain.units.operations.open_account import open_account
from dongvon.domain.units.vocabulary import EdgeKind, Level, NewEdge, NewPlace, NewUnit, Role
from dongvon.kernel.ids import new_id

SINCE = date(2025, 7, 1)
AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
PLACES = (("26041", "Tân Triều", "xã"), ("26242", "Trảng Bom", "xã"))


@dataclass
class City:
    """Ids by code of unit, and people by the local part of their address."""

    units: dict[str, UUID]
    people: dict[str, UUID] = field(default_factory=dict)

    def person(self, name: str, *, unit: str, role: Role, since: date = SINCE, group: UUID | None = None) -> UUID:
        """Open an account with one post; the name is the local part of the address."""
        envelope = {"by": SYSTEM, "at": AT}
        if name not in self.people:
            self.people[name] = open_account(
                key=new_id(), email=f"{name}@dongnai.example", full_name=f"Trần Thị {name.title()}", **envelope
            )
        appoint(
            key=new_id(),
            person=self.people[name],
            unit=self.units[unit],
            role=role,
            title="Chuyên viên",
            since=since,
            group=group,
            **envelope,
        )
        return self.people[name]

    def actor(self, name: str, *, unit: str, role: Role) -> Actor:
        """The same person, acting."""
        return Actor(person=self.person(name, unit=unit, role=role), unit=self.units[unit], roles=frozenset({role}))


def build_city() -> City:
    """Both communes with their Farmers' Unions, the city's Union, the branch and one office."""
    envelope = {"by": SYSTEM, "at": AT}
    places = tuple(new_place(code=code, name=name, type_=type_) for code, name, type_ in PLACES)
    map_places(key=new_id(), places=places, since=SINCE, basis="1662/NQ-UBTVQH15", **envelope)
    units = found_many(key=new_id(), units=_units(), since=SINCE, **envelope)
    join_many(key=new_id(), edges=tuple(_edges(units)), since=SINCE, **envelope)
    return City(units=units)


def new_place(*, code: str, name: str, type_: str = "xã") -> NewPlace:
    return NewPlace(
        code=code,
        name=name,
        type=type_,
        area_km2=Decimal("50.5"),
        latitude=Decimal("11.05"),
        longitude=Decimal("106.85"),
        former_province="Đồng Nai",
    )


def new_unit(code: str, *, body: str, name: str, place: str | None = None, level: Level | None = None) -> NewUnit:
    tier = level or (Level.COMMUNE if place else Level.CITY)
    return NewUnit(code=code, body=body, level=tier, full_name=name, short_name=name, place=place)


def _units() -> tuple[NewUnit, ...]:
    city = (
        new_unit("ubnd", body="ubnd", name="UBND thành phố Đồng Nai"),
        new_unit("so-tai-chinh", body="so-tai-chinh", name="Sở Tài chính"),
        new_unit("hoi-nong-dan", body="hoi-nong-dan", name="Hội Nông dân thành phố Đồng Nai"),
        new_unit("nhcsxh-chi-nhanh", body="nhcsxh-chi-nhanh", name="Chi nhánh Ngân hàng CSXH thành phố"),
        new_unit("pgd-trang-bom", body="nhcsxh-pgd", name="Phòng giao dịch Trảng Bom", level=Level.COMMUNE),
    )
    return city + tuple(
        new_unit(f"{body}-{code}", body=body, name=f"{title} {type_} {name}", place=code)
        for code, name, type_ in PLACES
        for body, title in (("ubnd", "UBND"), ("hoi-nong-dan", "Hội Nông dân"))
    )


def _edges(units: dict[str, UUID]) -> list[NewEdge]:
    pairs = [
        ("so-tai-chinh", "ubnd", EdgeKind.ADMINISTRATIVE),
        ("pgd-trang-bom", "nhcsxh-chi-nhanh", EdgeKind.REPORTS_THROUGH),
        ("hoi-nong-dan", "nhcsxh-chi-nhanh", EdgeKind.ENTRUSTMENT),
        ("ubnd-26242", "pgd-trang-bom", EdgeKind.SERVICE_AREA),
    ]
    for code, _, _ in PLACES:
        pairs += [
            (f"ubnd-{code}", "ubnd", EdgeKind.ADMINISTRATIVE),
            (f"hoi-nong-dan-{code}", "hoi-nong-dan", EdgeKind.PROFESSIONAL),
            (f"hoi-nong-dan-{code}", f"ubnd-{code}", EdgeKind.REPORTS_THROUGH),
        ]
    return [NewEdge(child=units[child], parent=units[parent], kind=kind) for child, parent, kind in pairs]
