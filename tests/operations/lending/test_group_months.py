"""What a group's loans did in a month, as a person would count it from the loan books."""

from datetime import date
from decimal import Decimal

import pytest

from dongvon.domain.groups.models import Group, Point
from dongvon.domain.groups.vocabulary import Criterion
from dongvon.domain.lending.models import Snapshot
from dongvon.domain.lending.queries.group_months import group_months
from dongvon.domain.people.models import Person
from dongvon.domain.units.models import Place
from tests.operations.lending.bank import AT, PLACE, Bank

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def group(bank: Bank) -> Group:
    Place.objects.create(
        code=PLACE, name="Định Quán", area_km2=1, latitude=11, longitude=107, former_province="Đồng Nai"
    )
    point = Point.objects.create(number=1, name="Định Quán", place_id=PLACE, unit_id=bank.office)
    board = [
        Person.objects.create(full_name=name, birth_year=1980, sex="female", place_id=PLACE, registered_at=AT)
        for name in ("Nguyễn Thị Mai", "Trần Thị Hoa")
    ]
    return Group.objects.create(
        code="6600001",
        organisation="11",
        place_id=PLACE,
        hamlet="Ấp 1",
        point=point,
        leader=board[0],
        deputy=board[1],
        founded_on=date(2026, 1, 5),
        acceptance="1/UBND",
    )


def test_interest_and_the_balance_it_came_from(bank: Bank, group: Group) -> None:
    loans = [bank.lend(code, on=date(2026, 9, 10), amount=60_000_000, group=group.id) for code in ("01", "19")]
    for loan in loans:
        bank.pay(loan, 300_000, on=date(2026, 10, 10))
    bank.pay(loans[0], 100_000, on=date(2026, 10, 20))
    ((place, (row,)),) = list(group_months(OCTOBER))
    # 30 days of 60 million: 307,726 at 6.24 % and 369,271 at 7.488 %, so all paid on the session is interest;
    # ten days more at 6.24 % are 102,575, so the third payment is too
    assert (place, row.group, row.interest) == (PLACE, group.id, 700_000)
    # 400,000 ÷ 0.52 % a month, and 300,000 ÷ 0.624 %: 76,923,076.92 and 48,076,923.08
    assert abs(row.base - 125_000_000) < Decimal("0.0001")
    assert row.percents[Criterion.TRANSACTION] == Decimal("66.666667")
    assert row.percents[Criterion.DUE_DEBT] is None


def test_loans_for_homes_count_by_their_balance(bank: Bank, group: Group) -> None:
    """470 million in term on one day of the month and 460 on another: 465 on average, and no part of the base."""
    for day, in_term in ((9, 470_000_000), (10, 460_000_000)):
        Snapshot.objects.create(
            day=date(2026, 10, day),
            unit_id=bank.office,
            place=PLACE,
            organisation="11",
            series_id=bank.series("12", variant="mua"),
            group_id=group.id,
            in_term=in_term,
            **dict.fromkeys(("loans", "overdue_loans", "overdue", "frozen"), 0),
            **dict.fromkeys(("owed_in_term", "owed_overdue", "owed_grace"), 0),
        )
    loan = bank.lend("12", variant="mua", on=date(2026, 9, 10), amount=470_000_000, group=group.id)
    bank.pay(loan, 1_000_000, on=date(2026, 10, 10))
    ((_, (row,)),) = list(group_months(OCTOBER))
    assert (row.interest, row.base, row.homes) == (1_000_000, 0, 465_000_000)


def test_due_debt_and_a_group_without_loans(bank: Bank, group: Group) -> None:
    ((_, (empty,)),) = list(group_months(OCTOBER))
    assert (empty.interest, empty.base, set(empty.percents.values())) == (0, 0, {None})
    loan = bank.lend(on=date(2025, 11, 10), amount=30_000_000, group=group.id)
    bank.pay(loan, 9_000_000, on=date(2026, 10, 10))
    ((_, (row,)),) = list(group_months(OCTOBER))
    assert row.percents[Criterion.DUE_DEBT] is not None
    assert 0 < row.percents[Criterion.DUE_DEBT] < 100
