"""A group's leader sees the loans of the own group with all that belongs to them, and no others."""

from datetime import date
from uuid import UUID

import pytest
from django.db import transaction

from dongvon.domain.lending.models import Instalment, Loan, Movement, Snapshot
from dongvon.domain.units.queries.scope import enter_scope
from dongvon.kernel.ids import new_id
from dongvon.kernel.scope import Scope
from tests.operations.groups.hamlets import Taking
from tests.operations.lending.bank import PLACE, Bank

SIGNED = date(2026, 5, 10)
MAI, BESIDE = UUID(int=77), UUID(int=78)


def _snapshot(bank: Bank, group: UUID) -> None:
    counted = dict.fromkeys(("in_term", "overdue", "frozen", "owed_in_term", "owed_overdue", "owed_grace"), 0)
    where = {"unit_id": bank.office, "place": PLACE, "organisation": "11", "series_id": bank.series("01")}
    Snapshot.objects.create(day=SIGNED, group_id=group, loans=1, overdue_loans=0, **where, **counted)


@pytest.mark.parametrize("group", [MAI, BESIDE, UUID(int=79)])
def test_a_leader_sees_the_loans_of_the_group(bank: Bank, as_role: Taking, group: UUID) -> None:
    loans = {each: bank.lend(on=SIGNED, amount=30_000_000, group=each) for each in (MAI, BESIDE)}
    for each in loans:
        _snapshot(bank, each)
    own = loans.get(group)
    with transaction.atomic(), as_role("dongvon_web"):
        enter_scope(Scope(person=new_id(), groups=frozenset({group})))
        assert [loan.id for loan in Loan.objects.all()] == ([own.id] if own else [])
        assert Instalment.objects.count() == (3 if own else 0)
        assert {row.loan_id for row in Movement.objects.all()} == ({own.id} if own else set())
        assert Snapshot.objects.count() == (1 if own else 0)
