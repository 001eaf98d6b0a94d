"""`dongvon insight measure` sums up months, `boundaries` draws the map from a file and forgets it again."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dongvon.domain.insight.models import Boundary, Summary, Total
from dongvon.interfaces.cli import dongvon
from dongvon.interfaces.cli.wiring import Wiring
from tests.operations.insight.portfolio import MILLION, Portfolio, found_portfolio
from tests.operations.units.city import City

SQUARE = [[[106.8, 10.9], [106.9, 10.9], [106.9, 11.0], [106.8, 10.9]]]


@contextmanager
def already_open() -> Iterator[None]:
    yield


def run(*arguments: str) -> Result:
    return CliRunner().invoke(dongvon, ["insight", *arguments], obj=Wiring(open_database=already_open))


@pytest.fixture
def portfolio(city: City) -> Portfolio:
    return found_portfolio(city)


def outlines(folder: Path, code: str) -> str:
    file = folder / "ranh-gioi.geojson"
    feature = {"type": "Feature", "properties": {"code": code}, "geometry": {"type": "Polygon", "coordinates": SQUARE}}
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return str(file)


def test_new_months_are_measured_once(portfolio: Portfolio) -> None:
    portfolio.snapshot(date(2026, 10, 31), in_term=5)
    assert run("measure").output == "Đã cộng số liệu của 1 tháng.\n"
    assert run("measure").output == "Đã cộng số liệu của 0 tháng.\n"
    assert Total.objects.get().in_term == 5 * MILLION


def test_a_month_is_measured_anew_when_it_is_named(portfolio: Portfolio) -> None:
    portfolio.snapshot(date(2026, 10, 31), in_term=5)
    run("measure")
    Summary.objects.update(in_term=7)
    assert run("measure", "--month", "10/2026").output == "Đã cộng lại 1 tháng: 1 dòng.\n"
    assert Summary.objects.get().in_term == 5 * MILLION


def test_outlines_are_drawn_and_forgotten(city: City, tmp_path: Path) -> None:
    told = run("boundaries", outlines(tmp_path, "26041"), "--source", "Sở Nội vụ")
    assert told.output == "Đã vẽ 1 xã, phường.\n"
    assert Boundary.objects.get().source == "Sở Nội vụ"
    assert run("boundaries", "--forget").output == "Đã bỏ ranh giới.\n"
    assert not Boundary.objects.exists()


def test_a_strange_commune_is_refused_by_its_code(city: City, tmp_path: Path) -> None:
    told = run("boundaries", outlines(tmp_path, "99999"))
    assert told.exit_code == 1
    assert "99999" in told.stderr


@pytest.mark.parametrize("arguments", [(), ("--forget",)])
def test_one_of_two_is_asked_for(city: City, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    files = (outlines(tmp_path, "26041"),) if arguments else ()
    assert run("boundaries", *files, *arguments).exit_code == 2
