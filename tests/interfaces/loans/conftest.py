"""Bà Hoa's loan at the office of Trảng Bom."""

from datetime import date

import pytest

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.lending.models import Loan
from dongvon.domain.people.operations.register import register
from dongvon.domain.people.vocabulary import PersonDraft
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, Bank
from tests.operations.units.city import City

SIGNED_ON = date(2026, 1, 10)


@pytest.fixture
def bank(founded_bank: Bank, city: City) -> Bank:
    return Bank(office=city.units["pgd-trang-bom"])


@pytest.fixture
def loan(bank: Bank) -> Loan:
    """50 million lent on 10/01/2026, of 60 approved."""
    return lend_to_hoa(bank, on=SIGNED_ON)


def lend_to_hoa(bank: Bank, *, on: date) -> Loan:
    """Register bà Hoa of Trảng Bom, and lend to her."""
    hoa = PersonDraft(
        id=new_id(), full_name="Nguyễn Thị Hoa", birth_year=1980, sex="female", place="26242", hamlet="Ấp 1"
    )
    register(key=new_id(), by=SYSTEM, at=AT, people=(hoa,))
    return bank.lend(on=on, amount=50_000_000, approved=60_000_000, borrower=hoa.id, place="26242")
