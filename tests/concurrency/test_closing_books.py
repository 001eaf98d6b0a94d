"""Two who close the books at once: the second counts on from what the first has closed."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.ledger.models import Day
from dongvon.domain.ledger.operations.add_account import add_account
from dongvon.domain.ledger.operations.book import book
from dongvon.domain.ledger.operations.close_day import close_day
from dongvon.domain.ledger.queries.verification import verify
from dongvon.domain.ledger.vocabulary import AccountKind, AccountRow, Posting
from dongvon.domain.units.models import Unit
from dongvon.kernel.ids import new_id
from tests.concurrency.two import second_is_told

pytestmark = pytest.mark.django_db(transaction=True)

AT = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
MON, TUE = date(2026, 11, 30), date(2026, 12, 1)
CHART = tuple(
    AccountRow(number=number, name="x", kind=AccountKind.ASSET, confirmed=False) for number in ("1011", "2111.01")
)


@pytest.fixture
def office() -> UUID:
    with transaction.atomic():
        add_account(key=new_id(), by=SYSTEM, at=AT, accounts=CHART)
        valid = DateRange(date(2003, 1, 1), None)
        return Unit.objects.create(code="pgd", body="nhcsxh-pgd", level="commune", valid=valid).id


def lend(office: UUID, on: date, amount: int) -> None:
    line = {"debit": "2111.01", "credit": "1011", "amount": amount, "code": "disburse", "place": "26206"}
    posting = Posting(id=new_id(), about=new_id(), unit=office, **line)  # type: ignore[arg-type] # a line's own words
    with transaction.atomic():
        book(key=new_id(), by=SYSTEM, at=AT, on=on, postings=(posting,))


def close(on: date) -> None:
    close_day(key=new_id(), by=SYSTEM, at=AT, on=on)


def test_a_day_is_counted_in_one_closing_only(office: UUID) -> None:
    lend(office, MON, 50_000_000)
    lend(office, TUE, 7)
    assert second_is_told(lambda: close(MON), lambda: close(TUE)) == "done"
    assert list(Day.objects.order_by("day").values_list("day", "amount")) == [(MON, 50_000_000), (TUE, 7)]
    assert verify() == []
