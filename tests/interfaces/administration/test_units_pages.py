"""The directory: found without accents, dated, with relations, history and as many people as one may see."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.units.operations.merge import merge
from dongvon.domain.units.operations.reclassify import reclassify
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.operations.units.city import City, new_unit

AT = datetime(2026, 5, 4, 2, 0, tzinfo=UTC)


def page(client: Client, **query: str) -> str:
    return client.get(reverse("units:index"), query).content.decode()


def test_units_are_found_without_accents(reporter: Client, city: City) -> None:
    found = page(reporter, tim="trang bom")
    assert "UBND xã Trảng Bom" in found
    assert reverse("units:unit", args=["ubnd-26041"]) not in found
    assert "3 đơn vị" in found


@pytest.mark.parametrize(
    ("query", "count"), [({"cap": "city"}, 4), ({"loai": "ubnd"}, 3), ({"loai": "ubnd", "cap": "commune"}, 2)]
)
def test_lists_are_narrowed(reporter: Client, city: City, query: dict[str, str], count: int) -> None:
    assert f"{count} đơn vị" in page(reporter, **query)


def test_the_directory_is_dated(reporter: Client, city: City) -> None:
    assert "0 đơn vị vào ngày 01/01/2020" in page(reporter, ngay="01/01/2020")


def test_a_unit_tells_names_relations_and_territory(reporter: Client, city: City) -> None:
    reclassify(
        key=new_id(),
        by=SYSTEM,
        at=AT,
        place="26242",
        new_type="phường",
        since=date(2026, 4, 30),
        basis="237/NQ-UBTVQH16",
    )
    shown = reporter.get(reverse("units:unit", args=["ubnd-26242"])).content.decode()
    for told in ("UBND phường Trảng Bom", "UBND xã Trảng Bom", "30/04/2026", "237/NQ-UBTVQH16", "Được phục vụ bởi"):
        assert told in shown


def test_a_merged_unit_leads_to_what_it_became(director: Client, city: City) -> None:
    parts = (city.units["ubnd-26041"], city.units["ubnd-26242"])
    into = new_unit("ubnd-moi", body="ubnd", name="UBND xã Tân Trảng", place="26242")
    merge(key=new_id(), by=SYSTEM, at=AT, units=parts, into=into, on=date(2026, 5, 4), basis="03/NQ-HĐND")
    shown = director.get(reverse("units:unit", args=["ubnd-26041"])).content.decode()
    assert reverse("units:unit", args=["ubnd-moi"]) in shown
    assert "Đơn vị đã kết thúc hoạt động từ ngày 04/05/2026" in shown


def test_people_are_shown_within_reach(reporter: Client, city: City) -> None:
    city.person("tung", unit="hoi-nong-dan-26041", role=Role.UNIT_HEAD)
    city.person("nga", unit="ubnd-26242", role=Role.UNIT_HEAD)
    below = reporter.get(reverse("units:unit", args=["hoi-nong-dan-26041"])).content.decode()
    beside = reporter.get(reverse("units:unit", args=["ubnd-26242"])).content.decode()
    assert "tung@dongnai.example" in below
    assert "nga@dongnai.example" not in beside


def test_an_unknown_unit_is_not_found(reporter: Client) -> None:
    assert reporter.get(reverse("units:unit", args=["khong-co"])).status_code == 404


@pytest.mark.parametrize(("name", "args", "budget"), [("units:index", [], 10), ("units:unit", ["ubnd-26242"], 17)])
def test_pages_keep_their_budget(reporter: Client, name: str, args: list[str], budget: int) -> None:
    """Four of the queries are the test's own."""
    reporter.get(reverse(name, args=args))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        reporter.get(reverse(name, args=args))
    assert len(queries) <= budget, [query["sql"][:80] for query in queries]
