"""Loans are found by number, by name without accents, by group, programme and standing."""

from datetime import date
from uuid import UUID

import pytest

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.lending.jobs import close_days
from dongvon.domain.lending.queries.finding import LoanFilter, LoansAsked, find_loans
from dongvon.domain.people.operations.register import register
from dongvon.domain.people.vocabulary import PersonDraft
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, Bank
from tests.operations.units.city import build_city

MAR = date(2026, 3, 10)


@pytest.fixture
def hoa(bank: Bank) -> UUID:
    build_city()
    draft = PersonDraft(
        id=new_id(), full_name="Nguyễn Thị Hòa", birth_year=1980, sex="female", place="26242", hamlet="Ấp 1"
    )
    register(key=new_id(), by=SYSTEM, at=AT, people=(draft,))
    return draft.id


def _found(**asked: object) -> list[str]:
    return [row.contract_number for row in find_loans(LoansAsked(on=MAR, **asked)).rows]  # type: ignore[arg-type]


def test_by_number_and_by_name_without_accents(bank: Bank, hoa: UUID) -> None:
    hers = bank.lend(on=MAR, amount=50_000_000, borrower=hoa)
    other = bank.lend(on=MAR, amount=20_000_000)
    assert _found(text="hoa nguyen") == [hers.contract_number]
    assert _found(text=other.contract_number[-5:]) == [other.contract_number]
    assert _found(text="tùng") == []
    (row,) = find_loans(LoansAsked(on=MAR, text="HÒA")).rows
    assert (row.borrower_name, row.next_on, row.next_amount) == ("Nguyễn Thị Hòa", date(2027, 2, 10), 16_600_000)


def test_by_programme_fund_and_organisation(bank: Bank) -> None:
    poor = bank.lend(on=MAR, amount=50_000_000)
    near = bank.lend("19", on=MAR, amount=50_000_000, fund="2")
    programme = find_loans(LoansAsked(on=MAR, fund="2"))
    assert [row.contract_number for row in programme.rows] == [near.contract_number]
    assert _found(programme=poor.series.programme_id) == [poor.contract_number]
    assert _found(organisation="12") == []


def test_by_where_they_stand(bank: Bank) -> None:
    strict = bank.lend(on=MAR, amount=50_000_000)
    carried = bank.lend(on=date(2026, 2, 10), amount=50_000_000)
    assert _found(state=LoanFilter.DUE) == []
    due = find_loans(LoansAsked(on=date(2027, 2, 1), state=LoanFilter.DUE))
    assert [row.contract_number for row in due.rows] == [strict.contract_number]
    close_days(until=date(2027, 2, 10))
    assert _found(state=LoanFilter.OVERDUE) == [strict.contract_number]
    assert set(_found()) == {strict.contract_number, carried.contract_number}
    assert _found(state=LoanFilter.CLOSED) == _found(state=LoanFilter.FROZEN) == []


def test_a_page_at_a_time(bank: Bank) -> None:
    numbers = [bank.lend(on=MAR, amount=1_000_000).contract_number for _ in range(3)]
    second = find_loans(LoansAsked(on=MAR), page=2, size=2)
    assert ([row.contract_number for row in second.rows], second.total) == (numbers[2:], 3)
