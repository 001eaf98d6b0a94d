"""The dashboards say what the summaries say, of which day, over what; and narrow, sort and travel as workbooks."""

import json
import re
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.insight.words import DIVISIONS
from tests.interfaces.signing_in import sign_in
from tests.operations.insight.portfolio import Portfolio, found_group
from tests.operations.units.city import City

SOFT = "\u00a0"


def shown(client: Client, name: str, *args: Any, **query: str) -> str:
    answer = client.get(reverse(f"insight:{name}", args=args), query)
    assert answer.status_code == 200
    return answer.content.decode().replace(SOFT, " ")


def sheet(client: Client, name: str, *args: Any, **query: str) -> list[list[Any]]:
    answer = client.get(reverse(f"insight:{name}", args=args), query)
    assert "attachment" in answer.headers["Content-Disposition"]
    return CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()


def drawn(page: str, chart: str) -> dict[str, Any]:
    found = re.search(rf'<script id="{chart}-data" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    values: dict[str, Any] = json.loads(found[1])
    return values


def test_the_overview_tells_day_figures_and_denominators(director: Client, portfolio: Portfolio) -> None:
    page = shown(director, "overview")
    assert "Chốt cuối ngày 23/11/2026, mã số liệu S20261123" in page
    assert "1,5 tỷ đồng" in page
    for ratio in ("25,00 %", "23,33 %", "93,33 %", "2,67 %", "0,67 %", "81,82 %"):
        assert ratio in page
    assert "trên tổng dư nợ ngày 31/12 năm trước" in page
    assert "Tỷ lệ thu lãi 10/2026" in page


def test_a_chart_has_a_twin_that_says_the_same(director: Client, portfolio: Portfolio) -> None:
    page = shown(director, "overview")
    values = drawn(page, "outstanding")
    assert values["labels"] == ["12/2025", "09/2026", "10/2026", "11/2026"]
    assert [line["values"][-1] for line in values["lines"]] == [1.2, 0.4]  # 1,150 and 350 million
    assert page.count("data-chart=") == page.count("Bảng số liệu của biểu đồ") == 4
    assert drawn(page, "collection-rate")["lines"][0]["values"] == [None, None, 81.82, None]


def test_a_month_that_was_chosen_is_the_last_one(director: Client, portfolio: Portfolio) -> None:
    page = shown(director, "overview", thang="2026-10")
    assert "Chốt cuối ngày 31/10/2026" in page
    assert drawn(page, "outstanding")["labels"][-1] == "10/2026"


def test_filters_narrow_and_are_named(director: Client, portfolio: Portfolio) -> None:
    page = shown(director, "overview", nguon="2")
    assert "Địa phương ủy thác" in page
    assert "75,00 %" in page
    assert "Không có khoản vay nào trong phần đã chọn" in shown(director, "overview", xa="26242", nguon="2")


def test_a_filter_that_makes_no_sense_is_said(director: Client, portfolio: Portfolio) -> None:
    assert "Chưa có số liệu cho lựa chọn này" in shown(director, "overview", thang="2019-01")


@pytest.mark.parametrize("word", [word for word, _, _ in DIVISIONS.values()])
def test_every_division_adds_up(director: Client, portfolio: Portfolio, word: str) -> None:
    rows = sheet(director, f"{word}_file")
    assert rows[1][0].startswith("Chốt cuối ngày 23/11/2026")
    assert rows[3][1] == "Dư nợ (đồng)"  # the page says millions, the workbook counts every đồng
    body = [row for row in rows[4:] if row[0] != "Cộng"]
    (foot,) = [row for row in rows[4:] if row[0] == "Cộng"]
    assert sum(row[1] for row in body) == foot[1] == 1_500_000_000
    assert foot[3] == 0.25
    assert "Cộng" in shown(director, word)


def test_a_commune_leads_to_its_groups_and_a_programme_to_its_history(director: Client, portfolio: Portfolio) -> None:
    assert f"{reverse('insight:commune', args=['26041'])}?nguon=1" in shown(director, "xa-phuong", nguon="1")
    assert f"?chuong_trinh={portfolio.programme('06')}" in shown(director, "chuong-trinh")


def test_a_table_is_sorted_as_asked(director: Client, portfolio: Portfolio) -> None:
    page = shown(director, "xa-phuong", sap_xep="du_no")
    assert page.index(">Xã Trảng Bom</a>") < page.index(">Xã Tân Triều</a>")
    turned = shown(director, "xa-phuong", sap_xep="-du_no")
    assert turned.index(">Xã Tân Triều</a>") < turned.index(">Xã Trảng Bom</a>")


def test_ranks_draw_the_measure_that_was_chosen(director: Client, portfolio: Portfolio) -> None:
    ranks = drawn(shown(director, "hoi-doan-the", do="qua-han"), "ranks")
    assert (ranks["unit"], ranks["labels"][0], ranks["lines"][0]["values"][0]) == ("%", "Hội Nông dân", 2.86)


def test_the_map_names_every_commune_with_its_figure(director: Client, portfolio: Portfolio) -> None:
    page = shown(director, "map", do="qua-han")
    assert "<title>Xã Tân Triều: 2,86 %</title>" in page
    assert "<title>Xã Trảng Bom: 0,00 %</title>" in page
    assert page.count('class="shade-') >= 4  # two tiles, two keys


def test_a_commune_shows_its_groups(director: Client, portfolio: Portfolio) -> None:
    page = shown(director, "commune", "26041")
    assert "Chốt cuối ngày 23/11/2026" in page
    assert page.count("Tổ ngoài phạm vi của bạn") == 2
    direct = shown(director, "commune", "26242")
    assert reverse("insight:direct", args=["26242"]) in direct
    assert sheet(director, "commune_file", "26242")[4][:5] == [
        "Cho vay trực tiếp",
        "",
        "",
        "Cho vay trực tiếp",
        100_000_000,
    ]


def test_only_who_opens_loans_is_led_to_them(client: Client, portfolio: Portfolio, city: City) -> None:
    sign_in(client, city.person("khoa", unit="nhcsxh-chi-nhanh", role=Role.ADMINISTRATOR))
    page = shown(client, "commune", "26242")
    direct = reverse("insight:direct", args=["26242"])
    assert direct not in page
    assert client.get(direct).status_code == 403


def test_a_commune_that_is_not_there(director: Client, portfolio: Portfolio) -> None:
    assert director.get(reverse("insight:commune", args=["99999"])).status_code == 404
    assert director.get(reverse("insight:direct", args=["99999"])).status_code == 404


def test_a_group_over_time(director: Client, portfolio: Portfolio, city: City) -> None:
    group = found_group(city)
    portfolio.snapshot(date(2026, 11, 24), organisation="14", group=group, in_term=55, overdue=5)
    portfolio.measured()
    page = shown(director, "group", group)
    assert "Tổ trưởng: Nguyễn Thị Mai" in page
    assert drawn(page, "group")["lines"][1]["values"] == [5.0]


def test_a_number_opens_the_rows_behind_it(director: Client, portfolio: Portfolio) -> None:
    assert reverse("insight:source", args=["S20261123"]) in shown(director, "overview")
    page = shown(director, "source", "S20261123")
    assert "Chốt cuối ngày 23/11/2026" in page
    rows = sheet(director, "source_file", "S20261123")
    heads, body = rows[3], rows[4:]
    assert sum(row[heads.index(head)] for row in body for head in ("Trong hạn", "Quá hạn", "Khoanh")) == 1_500_000_000
    assert {row[1] for row in body} == {"Xã Tân Triều", "Xã Trảng Bom"}


def test_rows_of_others_are_not_opened(client: Client, portfolio: Portfolio, city: City) -> None:
    sign_in(client, city.person("phuc", unit="so-tai-chinh", role=Role.UNIT_HEAD))
    assert "Không có khoản vay nào trong phạm vi" in shown(client, "source", "S20261123")


@pytest.mark.parametrize("code", ["S2026112", "20261123", "S2026-11-23", "S99999999"])
def test_a_number_that_was_never_given_opens_nothing(director: Client, portfolio: Portfolio, code: str) -> None:
    assert director.get(reverse("insight:source", args=[code])).status_code == 404


def test_the_rows_behind_a_number_cost_no_more_when_there_are_more(
    director: Client, portfolio: Portfolio, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(15):  # nine of them are the frame
        shown(director, "source", "S20261123")


def test_nothing_in_sight_says_why(client: Client, portfolio: Portfolio, city: City) -> None:
    sign_in(client, city.person("phuc", unit="so-tai-chinh", role=Role.UNIT_HEAD))
    for name in ("overview", "map", *(word for word, _, _ in DIVISIONS.values())):
        assert "Chưa có số liệu tín dụng trong phạm vi của bạn" in shown(client, name)
    assert client.get(reverse("insight:overview_file")).headers["Location"] == reverse("insight:overview")
    assert "Chưa có số liệu tín dụng" in shown(client, "commune", "26041")


def test_a_commune_sees_its_own_part_alone(client: Client, portfolio: Portfolio, city: City) -> None:
    sign_in(client, city.person("hoa", unit="ubnd-26242", role=Role.UNIT_HEAD))
    rows = sheet(client, "xa-phuong_file")
    assert [row[0] for row in rows[4:]] == ["Xã Trảng Bom", "Cộng"]


@pytest.mark.parametrize("name", ["overview", "xa-phuong", "map"])
def test_pages_read_summaries_and_few_of_them(
    director: Client, portfolio: Portfolio, name: str, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(18) as caught:  # nine of them are the frame
        shown(director, name)
    assert not any("lending_" in query["sql"] for query in caught.captured_queries)


def test_a_group_page_costs_no_more_with_more_loans(
    director: Client, portfolio: Portfolio, city: City, django_assert_max_num_queries: Any
) -> None:
    group: UUID = found_group(city)
    with django_assert_max_num_queries(22):
        shown(director, "group", group)
