"""`dongvon plan consolidate` writes the paper and the annexes where it is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dongvon.domain.workplan.models import Submission
from dongvon.domain.workplan.operations.accept import accept
from dongvon.interfaces.cli import dongvon
from dongvon.interfaces.cli.wiring import Wiring
from tests.operations.units.city import City
from tests.reporting import Reporting, build_reporting


@contextmanager
def already_open() -> Iterator[None]:
    yield


def run(*arguments: str) -> Result:
    return CliRunner().invoke(dongvon, ["plan", "consolidate", *arguments], obj=Wiring(open_database=already_open))


@pytest.fixture
def world(city: City, at: datetime) -> Reporting:
    found = build_reporting(city, at=at)
    report = found.handed_in()
    accept(**found.envelope("nam"), report=report, content_hash=Submission.objects.get(report=report).content_hash)
    return found


def test_a_year_gives_two_files(world: Reporting, tmp_path: Path) -> None:
    result = run("2026", "--into", str(tmp_path))
    assert result.exit_code == 0, result.output
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["bao-cao-tong-hop-nam-2026-lan-1.docx", "bao-cao-tong-hop-nam-2026-lan-1.xlsx"]


def test_a_round_can_be_named(world: Reporting, tmp_path: Path) -> None:
    assert run("--round", str(world.round), "--into", str(tmp_path)).exit_code == 0


def test_a_year_without_reports_is_told(world: Reporting) -> None:
    result = run("2031")
    assert result.exit_code == 1
    assert "2031" in result.stderr


def test_neither_year_nor_round_is_told(db: None) -> None:
    assert run().exit_code == 2
