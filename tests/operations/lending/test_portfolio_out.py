"""A portfolio goes out whole and comes back in without a change; names only where they may be."""

from datetime import date
from pathlib import Path

import pytest

from dongvon.domain.lending.jobs import close_days
from dongvon.domain.lending.models import Loan
from dongvon.domain.lending.operations.extend import extend
from dongvon.domain.lending.papers.portfolio_files import write_portfolio
from dongvon.domain.lending.queries.portfolio import out_columns
from dongvon.domain.lending.queries.portfolio import portfolio as going_out
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.domain.people.models import Person
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, DIRECTOR, Bank
from tests.operations.lending.portfolio import ON, bring, faults, found_commune, portfolio, workbook

pytestmark = pytest.mark.django_db

EXTENDED = {"Số lần gia hạn": "2", "Số tháng gia hạn": "12"}


@pytest.fixture(autouse=True)
def taken(bank: Bank) -> None:
    found_commune(bank.office)
    bring(workbook(portfolio(**{"Mã nhà đầu tư": "NDT7", "Ngày ra trường": "30/06/2025", **EXTENDED})))


def _written(into: Path, *, on: date = ON, named: bool = True) -> bytes:
    columns = out_columns(named=named)
    assert write_portfolio(into, going_out(columns, on=on), columns=columns) == 6
    return into.read_bytes()


@pytest.mark.parametrize("name", ["ra.xlsx", "ra.parquet"])
def test_what_went_out_comes_in_again_and_changes_nothing(bank: Bank, tmp_path: Path, name: str) -> None:
    again = bring(_written(tmp_path / name), name=name)
    assert (again.taken_rows, again.known_rows, again.bad_rows, again.new_people) == (0, 6, 0, 0)
    assert {words for _, words in faults(again, errors=False) if "khác" in words} == set()
    assert Loan.objects.count() == Person.objects.count() == 6


def test_lines_hold_the_bank_s_record(bank: Bank) -> None:
    columns = out_columns(named=True)
    (batch,) = going_out(columns, on=ON)
    line = dict(zip([column.header for column in columns], batch[0], strict=True))
    assert line["Mã PGD"] == "004606"
    assert line["Số hợp đồng"] == "6600000000000001"
    assert line["Họ và tên"] == "Nguyễn Thị Hoa"
    assert line["Ngày sinh"] == "24/11/1980"
    assert (line["Dư nợ trong hạn"], line["Lãi tồn trong hạn"]) == (33_400_000, 119_906)
    assert line["Gốc đến hạn lũy kế"] == 16_600_000
    assert (line["Mã nhà đầu tư"], line["Ngày ra trường"]) == ("NDT7", date(2025, 6, 30))
    assert line["Tài khoản trong hạn"] == "2111.01.1"


def test_interest_and_turnover_follow_the_day(bank: Bank) -> None:
    """A month later 177,011 more is owed; then bà Hoa pays a million, which meets the interest first."""
    close_days(until=date(2026, 12, 31))
    bank.pay(Loan.objects.get(contract_number="6600000000000001"), 1_000_000, on=date(2027, 1, 1))
    columns = out_columns(named=True)
    (batch,) = going_out(columns, on=date(2027, 1, 1))
    line = dict(zip([column.key for column in columns], batch[0], strict=True))
    assert (line["owed_in_term"], line["interest_month"]) == (0, 119_906 + 177_011)
    assert line["paid_month"] == 1_000_000 - 119_906 - 177_011


def test_extensions_of_here_are_counted_with_those_of_before(bank: Bank) -> None:
    """Twice for 12 months in the other system, once for 6 here."""
    loan = Loan.objects.get(contract_number="6600000000000001")
    petition = bank.ask(loan, PetitionKind.EXTEND, on=ON)
    extend(key=new_id(), by=DIRECTOR, at=AT, on=ON, petition=petition, months=6, decision="12/QĐ-PGD")
    columns = out_columns(named=True)
    (batch,) = going_out(columns, on=ON)
    lines = [dict(zip([column.key for column in columns], row, strict=True)) for row in batch]
    told = {line["contract_number"]: (line["extension_count"], line["extension_months"]) for line in lines}
    assert told["6600000000000001"] == (3, 18)
    assert told["6600000000000002"] == (None, None)


def test_without_names_no_column_tells_who(bank: Bank, tmp_path: Path) -> None:
    headers = {column.header for column in out_columns(named=False)}
    assert not headers & {"Họ và tên", "Ngày sinh", "Số định danh", "Điện thoại", "Thôn, ấp, khu phố", "Tổ trưởng"}
    assert b"Hoa" not in _written(tmp_path / "ra.parquet", named=False)
