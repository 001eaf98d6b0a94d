"""A workbook from the command line: checked, its faulty rows written out, taken only when asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner

from dongvon.domain.people.models import Listing
from dongvon.interfaces.cli.people import people
from dongvon.interfaces.cli.wiring import Wiring
from tests.operations.people.community import law
from tests.operations.people.test_import import HOA, TUNG, opened
from tests.operations.people.workbooks import ugly
from tests.operations.units.city import build_city

pytestmark = pytest.mark.django_db


@contextmanager
def _open() -> Iterator[None]:
    yield


def _run(*words: str) -> tuple[int, str]:
    outcome = CliRunner().invoke(people, ["import", *words], obj=Wiring(open_database=_open))
    return outcome.exit_code, outcome.output


@pytest.fixture
def made() -> UUID:
    build_city()
    law()
    return opened()


def test_a_workbook_is_checked_then_taken(made: UUID, tmp_path: Path) -> None:
    file = tmp_path / "ho-ngheo.xlsx"
    file.write_bytes(ugly(HOA, TUNG))
    assert _run(str(file), "--list", str(made)) == (0, "2 dòng, 0 dòng có lỗi.\n")
    assert Listing.objects.count() == 0
    code, told = _run(str(file), "--list", str(made), "--commit")
    assert (code, told.splitlines()[-1]) == (0, "Đã đưa 2 dòng vào danh sách.")


def test_faulty_rows_are_written_out(made: UUID, tmp_path: Path) -> None:
    file, faults = tmp_path / "ho-ngheo.xlsx", tmp_path / "loi.xlsx"
    file.write_bytes(ugly(HOA, HOA))
    code, told = _run(str(file), "--list", str(made), "--commit", "--faults", str(faults))
    assert code == 1
    assert "Dòng 8: Trùng với dòng 7." in told
    assert faults.read_bytes()[:2] == b"PK"
    assert Listing.objects.count() == 0
