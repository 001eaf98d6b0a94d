"""Organisations are founded, renamed, joined, merged, reclassified and dissolved, by administrators alone."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dongvon.domain.units.queries.directory import unit_by_code
from dongvon.domain.units.queries.edges import edges_of
from dongvon.domain.units.queries.history import history_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.signing_in import sign_in
from tests.operations.units.city import City

SINCE = "04/05/2026"
ON = date(2026, 11, 24)
NEW = {
    "full_name": "Sở Du lịch",
    "short_name": "Sở DL",
    "code": "so-du-lich",
    "body": "so-van-hoa-the-thao-du-lich",
    "level": "city",
    "place": "",
    "since": SINCE,
}


@pytest.fixture
def administrator(client: Client, city: City) -> Client:
    """Anh Khoa, who administers, signed in with both factors."""
    sign_in(client, city.person("khoa", unit="nhcsxh-chi-nhanh", role=Role.ADMINISTRATOR))
    return client


def send(client: Client, name: str, *args: Any, query: str = "", **form: Any) -> HttpResponse:
    return client.post(reverse(f"units:{name}", args=args) + query, {"key": str(new_id()), **form}, follow=True)


def test_a_unit_is_founded_and_joined(administrator: Client, city: City) -> None:
    assert "Đã thành lập đơn vị" in send(administrator, "found", **NEW).content.decode()
    found = unit_by_code("so-du-lich", on=ON)
    assert found is not None
    assert (found.full_name, found.since) == ("Sở Du lịch", date(2026, 5, 4))
    edge = {"kind": "administrative", "parent": str(city.units["ubnd"]), "since": SINCE, "basis": "05/NQ-HĐND"}
    joined = send(administrator, "join", "so-du-lich", query="?don-vi=ubnd thanh pho", **edge)
    assert "Đã ghi quan hệ" in joined.content.decode()
    (row,) = edges_of(found.id, on=ON)
    assert (row.other.code, row.basis) == ("ubnd", "05/NQ-HĐND")
    assert "Quan hệ đã chấm dứt" in send(administrator, "part", "so-du-lich", row.id).content.decode()


@pytest.mark.parametrize(
    ("changes", "told"),
    [({"code": "ubnd"}, "Mã đơn vị “ubnd” đã được dùng"), ({"level": "commune"}, "Đơn vị cấp xã cần thuộc một xã")],
)
def test_what_cannot_be_founded_is_told_at_its_field(
    administrator: Client, city: City, changes: dict[str, str], told: str
) -> None:
    answer = send(administrator, "found", **NEW | changes)
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_a_unit_is_renamed_from_a_day_on(administrator: Client, city: City) -> None:
    name = {"full_name": "Sở Tài chính và Đầu tư", "short_name": "STC", "since": SINCE, "basis": "06/NQ-HĐND"}
    assert "Đã ghi nhận tên mới" in send(administrator, "rename", "so-tai-chinh", **name).content.decode()
    names = [each.full_name for each in history_of(city.units["so-tai-chinh"], on=ON).names]
    assert names == ["Sở Tài chính", "Sở Tài chính và Đầu tư"]
    again = send(administrator, "rename", "so-tai-chinh", **name | {"since": "01/05/2026"})
    assert again.status_code == 422
    assert "Đơn vị đã có tên mới kể từ ngày 04/05/2026" in again.content.decode()


def test_a_commune_becomes_a_ward(administrator: Client, city: City) -> None:
    change = {"new_type": "phường", "since": SINCE, "basis": "237/NQ-UBTVQH16"}
    shown = send(administrator, "reclassify", "ubnd-26242", **change).content.decode()
    assert "UBND phường Trảng Bom" in shown


def test_units_are_chosen_one_by_one_and_merge(administrator: Client, city: City) -> None:
    query = "?chon=ubnd-26041&chon=ubnd-26242"
    first = administrator.get(reverse("units:merging") + "?chon=ubnd-26041&tim=trang bom").content.decode()
    assert "chon=ubnd-26041&amp;tim=trang+bom&amp;chon=ubnd-26242" in first or "chon=ubnd-26242" in first
    assert "2. Đơn vị mới" not in first
    assert "2. Đơn vị mới" in administrator.get(reverse("units:merging") + query).content.decode()
    units = [str(city.units[code]) for code in ("ubnd-26041", "ubnd-26242")]
    new = NEW | {"code": "ubnd-moi", "body": "ubnd", "level": "commune", "place": "26242", "basis": "03/NQ-HĐND"}
    assert "Đã sáp nhập" in send(administrator, "merge", query=query, units=units, **new).content.decode()
    history = history_of(city.units["ubnd-26041"], on=ON)
    assert [(step.unit.code, step.basis) for step in history.became] == [("ubnd-moi", "03/NQ-HĐND")]


def test_one_unit_cannot_merge(administrator: Client, city: City) -> None:
    new = NEW | {"basis": "03/NQ-HĐND", "units": [str(city.units["ubnd-26041"])]}
    answer = send(administrator, "merge", query="?chon=ubnd-26041&chon=ubnd-26242", **new)
    assert answer.status_code == 422
    assert "Sáp nhập cần ít nhất hai đơn vị" in answer.content.decode()


def test_a_unit_is_dissolved(administrator: Client, city: City) -> None:
    end = {"since": SINCE, "basis": "07/NQ-HĐND"}
    shown = send(administrator, "dissolve", "hoi-nong-dan-26041", **end).content.decode()
    assert "Đơn vị đã kết thúc hoạt động từ ngày 04/05/2026" in shown
    assert administrator.get(reverse("units:change", args=["hoi-nong-dan-26041"])).status_code == 404


def test_the_administrators_own_unit_stays(administrator: Client, city: City) -> None:
    answer = send(administrator, "dissolve", "nhcsxh-chi-nhanh", since=SINCE, basis="07/NQ-HĐND")
    assert answer.status_code == 422
    assert "Đây là người quản trị cuối cùng" in answer.content.decode()


def test_others_are_not_offered_changes(reporter: Client, city: City) -> None:
    shown = reporter.get(reverse("units:unit", args=["so-tai-chinh"])).content.decode()
    assert "Thay đổi đơn vị" not in shown


@pytest.mark.parametrize(
    ("name", "args", "budget"),
    [("units:founding", [], 10), ("units:merging", [], 9), ("units:change", ["ubnd-26242"], 13)],
)
def test_pages_keep_their_budget(administrator: Client, name: str, args: list[str], budget: int) -> None:
    """Four of the queries are the test's own."""
    administrator.get(reverse(name, args=args))
    with CaptureQueriesContext(connection) as queries:
        administrator.get(reverse(name, args=args))
    assert len(queries) <= budget, [query["sql"][:80] for query in queries]
