"""`dongvon lending close-day` tells of each step, `closings` of each run, `verify` of each difference."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import date

import pytest
from click.testing import CliRunner, Result
from django.db import connection

from dongvon.interfaces.cli import dongvon
from dongvon.interfaces.cli.wiring import Wiring
from tests.operations.lending.bank import Bank

START = date(2026, 3, 10)


@contextmanager
def already_open() -> Iterator[None]:
    yield


def run(*arguments: str) -> Result:
    return CliRunner().invoke(dongvon, ["lending", *arguments], obj=Wiring(open_database=already_open))


@pytest.fixture
def bank(founded_bank: Bank, db: None) -> Bank:
    bank = deepcopy(founded_bank)
    bank.lend(on=START, amount=50_000_000)
    return bank


def test_each_step_is_told_and_kept_on_record(bank: Bank) -> None:
    told = run("close-day", "--to", "10/03/2026")
    assert told.exit_code == 0, told.output
    # a night at 6.24 %: 8,547.95
    assert [line for line in told.output.splitlines() if "Lãi phải thu" in line and "8.548 đ" in line]
    assert "Đã khóa 1 ngày." in told.output
    kept = run("closings", "--steps").output
    assert kept.startswith("10/03/2026")
    assert len(kept.splitlines()) == 1 + 7
    assert "Không còn ngày nào phải khóa" in run("close-day", "--to", "2026-03-10").output


def test_what_disagrees_is_told_and_ends_badly(bank: Bank) -> None:
    assert run("verify").exit_code == 0
    with connection.cursor() as cursor:
        cursor.execute("UPDATE lending_loan SET in_term = in_term + 1")
    told = run("verify")
    assert told.exit_code == 1
    assert "in_term: ghi 50000001, tính lại 50000000" in told.stderr
