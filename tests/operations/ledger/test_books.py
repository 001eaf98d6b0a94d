"""The books, as an accountant would check them."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.utils import InternalError, ProgrammingError
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.ledger.models import Account, Closing, Day, Transfer
from dongvon.domain.ledger.operations.add_account import add_account
from dongvon.domain.ledger.operations.book import AccountsUnfit, DayClosed, book
from dongvon.domain.ledger.operations.close_day import ClosedOutOfOrder, close_day
from dongvon.domain.ledger.operations.reverse import NotReversible, reverse
from dongvon.domain.ledger.queries.balances import balances, trial_balance
from dongvon.domain.ledger.queries.journal import journal, statement, transfers_about
from dongvon.domain.ledger.queries.verification import verify
from dongvon.domain.ledger.vocabulary import AccountKind, AccountRow, Posting
from dongvon.domain.units.models import Unit
from dongvon.kernel.ids import new_id

pytestmark = pytest.mark.django_db

AT = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
MON, TUE, WED = date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2)
LOAN = UUID("01930000-0000-7000-8000-00000000a001")

CHART = (
    AccountRow(number="1011", name="Tiền mặt tại quỹ", kind=AccountKind.ASSET, confirmed=False),
    AccountRow(number="2111.01", name="Cho vay hộ nghèo trong hạn", kind=AccountKind.ASSET, confirmed=False),
    AccountRow(number="7020", name="Thu lãi cho vay", kind=AccountKind.INCOME, confirmed=False),
    AccountRow(number="9410", name="Lãi cho vay chưa thu", kind=AccountKind.OFF_BALANCE, confirmed=False),
    AccountRow(number="9999", name="Đối ứng ngoại bảng", kind=AccountKind.OFF_BALANCE, confirmed=False),
)


def _office() -> UUID:
    unit = Unit.objects.create(
        code="nhcsxh-pgd-004606", body="nhcsxh-pgd", level="commune", valid=DateRange(date(2003, 1, 1), None)
    )
    add_account(key=new_id(), by=SYSTEM, at=AT, accounts=CHART)
    return unit.id


@pytest.fixture
def office() -> UUID:
    return _office()


def _line(office: UUID, debit: str, credit: str, amount: int, *, code: str = "disburse") -> Posting:
    return Posting(
        id=new_id(), debit=debit, credit=credit, amount=amount, code=code, about=LOAN, unit=office, place="26206"
    )


def _book(office: UUID, on: date, *legs: tuple[str, str, int]) -> list[Posting]:
    lines = [_line(office, *leg) for leg in legs]
    book(key=new_id(), by=SYSTEM, at=AT, on=on, postings=tuple(lines))
    return lines


def test_a_loan_is_paid_out_and_partly_repaid_with_interest(office: UUID) -> None:
    _book(office, MON, ("2111.01", "1011", 50_000_000))
    _book(office, TUE, ("1011", "2111.01", 10_000_000), ("1011", "7020", 264_986))
    assert balances(on=MON) == {"2111.01": 50_000_000, "1011": -50_000_000}
    assert balances(on=TUE) == {"2111.01": 40_000_000, "1011": -39_735_014, "7020": 264_986}


def test_trial_balance_shows_opening_turnover_closing(office: UUID) -> None:
    _book(office, MON, ("2111.01", "1011", 50_000_000))
    _book(office, TUE, ("1011", "2111.01", 10_000_000))
    loans = next(row for row in trial_balance(since=TUE, until=WED) if row.number == "2111.01")
    assert (loans.opening, loans.debit, loans.credit, loans.closing) == (50_000_000, 0, 10_000_000, 40_000_000)


def test_balances_are_the_same_before_and_after_closing(office: UUID) -> None:
    _book(office, MON, ("2111.01", "1011", 50_000_000))
    _book(office, TUE, ("1011", "2111.01", 10_000_000))
    before = {day: balances(on=day) for day in (MON, TUE, WED)}
    close_day(key=new_id(), by=SYSTEM, at=AT, on=MON)
    close_day(key=new_id(), by=SYSTEM, at=AT, on=TUE)
    assert {day: balances(on=day) for day in (MON, TUE, WED)} == before
    assert verify() == []
    assert [(day.transfers, day.amount) for day in Day.objects.order_by("day")] == [(1, 50_000_000), (1, 10_000_000)]


def test_a_missed_day_is_covered_by_the_next_closing(office: UUID) -> None:
    _book(office, MON, ("2111.01", "1011", 1))
    _book(office, TUE, ("2111.01", "1011", 2))
    close_day(key=new_id(), by=SYSTEM, at=AT, on=TUE)
    assert Day.objects.get().transfers == 2
    assert verify() == []


def test_nothing_is_booked_on_a_closed_day(office: UUID) -> None:
    close_day(key=new_id(), by=SYSTEM, at=AT, on=TUE)
    with pytest.raises(DayClosed, match="01/12/2026"):
        _book(office, TUE, ("2111.01", "1011", 1))
    with pytest.raises(ClosedOutOfOrder):
        close_day(key=new_id(), by=SYSTEM, at=AT, on=MON)


def test_the_database_keeps_a_closed_day_shut_by_itself(office: UUID) -> None:
    """Trigger `day_is_open`, for whoever goes past the operation."""
    close_day(key=new_id(), by=SYSTEM, at=AT, on=TUE)
    with pytest.raises(IntegrityError, match="ledger_transfer_day_is_open"), transaction.atomic():
        Transfer.objects.create(**_row(office, day=TUE))
    with pytest.raises(IntegrityError, match="ledger_transfer_day_is_open"), transaction.atomic():
        Transfer.objects.create(**_row(office, day=MON))  # closed along with the day after it


def test_an_unknown_account_books_nothing_at_all(office: UUID) -> None:
    with pytest.raises(AccountsUnfit), transaction.atomic():
        _book(office, MON, ("2111.01", "1011", 1), ("2111.99", "1011", 1))
    assert not Transfer.objects.exists()


def test_nothing_crosses_the_line_of_the_balance_sheet(office: UUID) -> None:
    with pytest.raises(AccountsUnfit), transaction.atomic():
        _book(office, MON, ("9410", "7020", 1))
    _book(office, MON, ("9410", "9999", 1))


def test_a_reversal_mirrors_and_happens_once(office: UUID) -> None:
    (line,) = _book(office, MON, ("2111.01", "1011", 7))
    reverse(key=new_id(), by=SYSTEM, at=AT, on=TUE, transfers=(line.id,))
    assert balances(on=TUE) == {"2111.01": 0, "1011": 0}
    mirrored = transfers_about(LOAN)[-1]
    assert (mirrored.debit, mirrored.credit, mirrored.reverses) == ("1011", "2111.01", line.id)
    for wrong in (line.id, mirrored.id, new_id()):
        with pytest.raises(NotReversible):
            reverse(key=new_id(), by=SYSTEM, at=AT, on=TUE, transfers=(wrong,))


def test_nothing_is_reversed_on_a_closed_day(office: UUID) -> None:
    """Monday was closed along with Tuesday; a reversal on it would be in no closing and in no balance."""
    (line,) = _book(office, MON, ("2111.01", "1011", 7))
    close_day(key=new_id(), by=SYSTEM, at=AT, on=TUE)
    with pytest.raises(DayClosed, match="30/11/2026"):
        reverse(key=new_id(), by=SYSTEM, at=AT, on=MON, transfers=(line.id,))
    reverse(key=new_id(), by=SYSTEM, at=AT, on=WED, transfers=(line.id,))
    assert balances(on=WED) == {"2111.01": 0, "1011": 0}


def test_journal_and_statement_read_in_the_accountants_words(office: UUID) -> None:
    _book(office, MON, ("2111.01", "1011", 7), ("9410", "9999", 3))
    assert {(row.debit_name, row.amount) for row in journal(since=MON, until=MON)} == {
        ("Cho vay hộ nghèo trong hạn", 7),
        ("Lãi cho vay chưa thu", 3),
    }
    assert [row.amount for row in statement(account="2111", since=MON, until=MON)] == [7]


def test_a_tampered_transfer_is_found(office: UUID) -> None:
    """Also where its accounts did not move on the last closed day."""
    _book(office, MON, ("2111.01", "1011", 7))
    _book(office, TUE, ("9410", "9999", 3))
    close_day(key=new_id(), by=SYSTEM, at=AT, on=MON)
    close_day(key=new_id(), by=SYSTEM, at=AT, on=TUE)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET ROLE dongvon_owner")
        cursor.execute("ALTER TABLE ledger_transfer DISABLE TRIGGER USER")
        cursor.execute("UPDATE ledger_transfer SET amount = 8 WHERE amount = 7")
        cursor.execute("ALTER TABLE ledger_transfer ENABLE TRIGGER USER")
        cursor.execute("RESET ROLE")
    assert {difference.subject for difference in verify()} == {"2111.01", "1011", "day"}


def _row(office: UUID, **changed: object) -> dict[str, object]:
    cash, loans = (Account.objects.get(number=number) for number in ("1011", "2111.01"))
    row = {"id": new_id(), "day": MON, "debit": loans, "credit": cash, "amount": 1, "code": "x", "about": LOAN}
    return {**row, "unit_id": office, "place": "26206", "person": SYSTEM.person, "posted_at": AT, **changed}


def test_constraints_hold_without_the_operations(office: UUID) -> None:
    cash = Account.objects.get(number="1011")
    broken = {
        "ledger_transfer_amount_is_positive": {"amount": 0},
        "ledger_transfer_joins_two_accounts": {"debit": cash},
    }
    for name, change in broken.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Transfer.objects.create(**_row(office, **change))
    first = Transfer.objects.create(**_row(office))
    Transfer.objects.create(**_row(office, reverses=first))
    with pytest.raises(IntegrityError, match="ledger_transfer_reversed_once"), transaction.atomic():
        Transfer.objects.create(**_row(office, reverses=first))
    unfit = {"ledger_account_number_is_unique": "1011", "ledger_account_number_is_dotted": "10 11"}
    for name, number in unfit.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Account.objects.create(number=number, name="x", kind="asset")


@pytest.mark.parametrize("table", ["ledger_transfer", "ledger_day", "ledger_closing"])
def test_the_books_are_append_only_even_for_their_owner(office: UUID, table: str) -> None:
    _book(office, MON, ("2111.01", "1011", 7))
    close_day(key=new_id(), by=SYSTEM, at=AT, on=MON)
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE dongvon_owner")
        with pytest.raises((InternalError, ProgrammingError), match="Cannot update or delete"), transaction.atomic():
            cursor.execute(f"DELETE FROM {table}")
        cursor.execute("RESET ROLE")


LEGS = st.tuples(
    st.sampled_from(["1011", "2111.01", "7020"]), st.sampled_from(["1011", "2111.01", "7020"]), st.integers(1, 10**13)
).filter(lambda leg: leg[0] != leg[1])


class AnyBook(TestCase):
    """Property: whatever is booked, assets less income come to nothing, before and after closing."""

    @settings(max_examples=25)
    @given(st.lists(LEGS, min_size=1, max_size=8), st.lists(LEGS, max_size=8))
    def test_sums_to_nothing(self, first: list[tuple[str, str, int]], second: list[tuple[str, str, int]]) -> None:
        office = _office()
        _book(office, MON, *first)
        close_day(key=new_id(), by=SYSTEM, at=AT, on=MON)
        if second:
            _book(office, TUE, *second)
        found = balances(on=TUE)
        assert found.get("1011", 0) + found.get("2111.01", 0) - found.get("7020", 0) == 0
        assert verify() == []
        assert Closing.objects.filter(day=MON).exists()
