"""The pages of those who are entitled and do not borrow: counted, named, taken away, and noted."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dongvon.domain.people.models import Viewing
from dongvon.domain.units.vocabulary import Role
from tests.interfaces.road.conftest import Signed
from tests.operations.lending.village import PLACE, Village

pytestmark = pytest.mark.django_db

PAGE = f"/chua-vay/{PLACE}/"


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_officer_of_a_commune_is_led_to_those_who_are_missed(village: Village, as_: Signed) -> None:
    village.list("poor", 0, 1)
    village.ask(of=0)
    officer = as_(Role.COMMUNE_OFFICER)
    assert "Ai đủ điều kiện mà chưa vay?" in officer.get("/").content.decode()
    assert officer.get("/chua-vay/").headers["Location"] == PAGE
    text = officer.get(PAGE, {"ct": "01"}).content.decode()
    assert ("Trần Thị Hoa 1" in text, "Trần Thị Hoa 0" in text) == (True, False)
    look = Viewing.objects.latest("id")
    assert (look.shown, look.exported) == ([village.people[1]], False)


def test_what_is_taken_away_is_what_the_page_shows(village: Village, as_: Signed) -> None:
    village.list("poor", 0, 1)
    officer = as_(Role.CREDIT_OFFICER)
    content = officer.get(f"{PAGE}tai-ve/", {"ct": "01", "ap": "Ấp 1"}).content
    rows = list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert [row[:3] for row in rows if row[1] in ("H0", "H1")] == [
        ("Trần Thị Hoa 0", "H0", "Ấp 1"),
        ("Trần Thị Hoa 1", "H1", "Ấp 1"),
    ]
    assert Viewing.objects.latest("id").exported


def test_the_page_asks_no_more_of_a_long_list(village: Village, as_: Signed) -> None:
    officer = as_(Role.CREDIT_OFFICER)
    village.list("poor", 0)
    officer.get(PAGE)
    few = queries(officer, PAGE)
    village.list("near_poor", *range(1, 9))
    assert queries(officer, PAGE) <= few <= 32
