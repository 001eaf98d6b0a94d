"""Attempts to break each named constraint of the package."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.units.models import Alias, Edge, FormerPlace, Place, PlaceTerm, Post, Unit, UnitName, User
from tests.operations.units.city import AT, City

ALWAYS = DateRange(date(2026, 1, 1), None)


def place(code: str) -> Place:
    return Place(code=code, name="X", area_km2=1, latitude=11, longitude=107, former_province="Đồng Nai")


def former() -> FormerPlace:
    return FormerPlace(code="26182", name="X", type="xã", became_id="26041", until=date(2025, 7, 1))


def account(email: str) -> User:
    return User(email=email, full_name="X", name_sort_key="x", joined_at=AT)


def post(city: City, **changes: Any) -> Post:
    mai = city.people.get("mai") or city.person("mai", unit="so-tai-chinh", role="unit_head")
    values = {"user_id": mai, "unit_id": city.units["so-tai-chinh"], "role": "unit_head", "title": "", "valid": ALWAYS}
    return Post(granted_at=AT, **(values | changes))


def edge(city: City, child: str, parent: str) -> Edge:
    return Edge(child_id=city.units[child], parent_id=city.units[parent], kind="administrative", valid=ALWAYS)


def unit(code: str, level: str) -> Unit:
    return Unit(code=code, body="ubnd", level=level, valid=ALWAYS)


BREAKERS: dict[str, Callable[[City], list[Any]]] = {
    "units_alias_mention_is_unique": lambda _: [Alias(mention="ub", target="ubnd", learnt_at=AT) for _ in "12"],
    "units_edge_joins_two_units": lambda city: [edge(city, "ubnd", "ubnd")],
    "units_edge_once_at_a_time": lambda city: [edge(city, "so-tai-chinh", "ubnd")],
    "units_former_place_became_once": lambda _: [former(), former()],
    "units_place_code_has_five_digits": lambda _: [place("2604")],
    "units_place_one_type_at_a_time": lambda _: [PlaceTerm(place_id="26041", type="phường", valid=ALWAYS)],
    "units_post_group_is_a_leaders": lambda city: [post(city, group_id=UUID(int=7))],
    "units_post_held_once_at_a_time": lambda city: [post(city)],
    "units_post_not_granted_to_oneself": lambda city: [_own(city)],
    "units_post_role_is_known": lambda city: [post(city, role="system")],
    "units_unit_code_is_unique": lambda _: [unit("ubnd", "city")],
    "units_unit_commune_has_place": lambda _: [unit("ubnd-x", "commune")],
    "units_unit_one_name_at_a_time": lambda city: [
        UnitName(unit_id=city.units["ubnd"], full_name="X", short_name="X", search_key="x", valid=ALWAYS)
    ],
    "units_user_email_is_unique": lambda _: [account("a@b.vn"), account("A@B.vn")],
}


def _own(city: City) -> Post:
    own = post(city, role="inspector")
    own.granted_by_id = own.user_id
    return own


@pytest.mark.parametrize("constraint", BREAKERS)
def test_the_database_refuses(city: City, constraint: str) -> None:
    rows = BREAKERS[constraint](city)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        _store(rows)


def _store(rows: list[Any]) -> None:
    for row in rows:
        row.save(force_insert=True)


def test_every_constraint_is_tried() -> None:
    models = (Alias, Edge, FormerPlace, Place, PlaceTerm, Post, Unit, UnitName, User)
    assert {each.name for model in models for each in model._meta.constraints} == set(BREAKERS)
