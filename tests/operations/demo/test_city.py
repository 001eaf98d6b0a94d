"""The demo city has the units that the collected facts name, and loading it twice changes nothing."""

import csv
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from django.db import connection, transaction

from dongvon.demo.city.load import load_city
from dongvon.demo.city.people import demo_accounts
from dongvon.domain.units.queries.directory import unit_by_code, units
from dongvon.domain.units.queries.edges import parents
from dongvon.domain.units.queries.places import former_places_of, places
from dongvon.domain.units.queries.resolve import resolve
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import EdgeKind, Role

FACTS = Path(__file__).parents[4] / "shared" / "data"
ON = date(2026, 11, 24)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loading(django_db_setup, django_db_blocker):
    """The city and the seconds it took; loaded once for the file and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        start = process_time()
        yield load_city(), process_time() - start
        transaction.set_rollback(True)


@pytest.fixture
def city(loading):
    return loading[0]


def counted(**asked) -> Counter:
    return Counter(unit.body for unit in units(on=ON, **asked))


def test_every_kind_of_body_stands_in_its_number(city):
    commune = counted(level="commune")
    assert commune.pop("nhcsxh-pgd") == 22
    assert set(commune.values()) == {95}
    assert set(commune) == {
        "ubnd",
        "phong-ban-cap-xa",
        "cong-an",
        "mttq",
        "hoi-nong-dan",
        "hoi-phu-nu",
        "hoi-cuu-chien-binh",
        "doan-thanh-nien",
        "hdnd",
        "ban-dai-dien",
    }
    assert len(resolve("so-ban-nganh", level=None, on=ON)) == 17
    assert len(resolve("to-chuc-nhan-uy-thac", level="city", on=ON)) == 4


def test_about_130_units_report_for_themselves(city):
    through = parents(kind=EdgeKind.REPORTS_THROUGH, on=ON)
    own = [unit for unit in units(on=ON) if unit.id not in through]
    assert 120 <= len(own) <= 135
    bound = resolve("mttq", level="all", on=ON) + resolve("to-chuc-nhan-uy-thac", level="all", on=ON)
    assert 560 <= len({unit.id for unit in own} | {unit.id for unit in bound}) <= 640


def test_33_wards_and_62_communes_since_the_day(city):
    types = {day: Counter(place.type for place in places(on=day)) for day in (date(2026, 4, 29), date(2026, 4, 30))}
    assert types[date(2026, 4, 29)] == {"phường": 23, "xã": 72}
    assert types[date(2026, 4, 30)] == {"phường": 33, "xã": 62}


def test_names_follow_the_dates(city):
    assert unit_by_code("ubnd-26248", on=date(2026, 4, 29)).full_name == "UBND xã Trảng Bom"
    assert unit_by_code("ubnd-26248", on=ON).full_name == "UBND phường Trảng Bom"
    assert unit_by_code("thue", on=date(2025, 12, 1)).full_name == "Thuế tỉnh Đồng Nai"
    assert unit_by_code("thue", on=ON).full_name == "Thuế thành phố Đồng Nai"


def test_former_places_are_remembered(city):
    assert [place.name for place in former_places_of("25195")] == [
        "Tân Phú",
        "Tân Đồng",
        "Tân Bình",
        "Tân Xuân",
        "Tân Thiện",
        "Tiến Hưng",
    ]


def test_a_demo_account_has_the_post_it_names(city):
    for account in demo_accounts():
        if account.role is Role.GROUP_LEADER:
            continue  # appointed once there is a group to lead
        standing = standing_of(city.people[account.address], on=ON)
        assert (account.unit, account.role) in {(post.unit_code, post.role) for post in standing.posts}
    chair = standing_of(city.people["bich@dongvon.example"], on=ON)
    assert [post.unit_code for post in chair.posts] == ["ubnd-26041", "ban-dai-dien-26041"]
    assert len(chair.scope.units) == 10


def test_loading_again_changes_nothing(city):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_event")
        before = cursor.fetchone()
        assert load_city() == city
        cursor.execute("SELECT count(*) FROM audit_event")
        assert cursor.fetchone() == before


@pytest.mark.skipif(not FACTS.exists(), reason="the collected facts are not at hand")
def test_the_tables_are_those_of_the_collected_facts(city):
    with (FACTS / "communes.csv").open(encoding="utf-8-sig", newline="") as file:
        facts = {row["code"]: row for row in csv.DictReader(file)}
    served = parents(kind=EdgeKind.SERVICE_AREA, on=ON)
    offices = {city.units[code]: code for code in city.units if code.startswith("pgd-")}
    for place in places(on=ON):
        fact = facts.pop(place.code)
        assert place.name == unicodedata.normalize("NFC", fact["name"])
        assert place.type.capitalize() == fact["type_2026"]
        assert offices[served[city.units[f"ubnd-{place.code}"]]] == f"pgd-{fact['pgd_code']}"
    assert not facts


def test_loading_is_quick(loading):
    assert loading[1] < 5  # seconds of this process, however busy the machine is
