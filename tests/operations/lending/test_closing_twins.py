"""SQL equals Python: every step of a close, over portfolios and calendars made by chance."""

from collections.abc import Hashable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Sum
from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.models import Point, SessionMove
from dongvon.domain.groups.queries.directory import moved_sessions
from dongvon.domain.ledger.queries.balances import balances
from dongvon.domain.lending.models import (
    CloseRun,
    Disbursement,
    Freeze,
    Instalment,
    Loan,
    Notice,
    NoticePeriod,
    Receipt,
    Snapshot,
)
from dongvon.domain.lending.operations.end_close import end_close
from dongvon.domain.lending.operations.start_close import start_close
from dongvon.domain.lending.operations.take_step import take_step
from dongvon.domain.lending.queries.verification import verify
from dongvon.domain.lending.rules.closing import (
    Frozen,
    Standing,
    gone_overdue,
    out_of_grace,
    owed_changes,
    put_off,
    standings,
    thawed,
    told_ahead,
)
from dongvon.domain.lending.rules.debt import Debt
from dongvon.domain.lending.vocabulary import CloseStepName
from dongvon.domain.units.models import Place
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, PLACE, Bank
from tests.operations.lending.twins import AMOUNTS, CHANCE, Wanted, alone, lend, regimes, try_to_pay, twin, wanted

DAY = timedelta(days=1)
STANDING = tuple(Standing.__dataclass_fields__)


@given(
    portfolio=st.lists(wanted(longest_step=60, latest=220), min_size=1, max_size=4),
    payments=st.lists(st.tuples(st.integers(0, 3), AMOUNTS), max_size=4),
    days=st.integers(2, 4),
    ordered=st.lists(st.tuples(st.integers(0, 3), st.integers(1, 31)), max_size=2, unique_by=lambda each: each[0]),
)
@CHANCE
def test_each_step_does_to_each_loan_what_its_rule_says(
    bank: Bank, portfolio: list[Wanted], payments: list[tuple[int, int]], days: int, ordered: list[tuple[int, int]]
) -> None:
    def work() -> None:
        loans = [lend(bank, asked) for asked in portfolio]
        calendar = _calendar(loans, days)
        for ahead, later in ordered:
            _move_session(bank, calendar[0] + ahead * DAY, later)
        for on in calendar:
            for which, amount in payments:
                try_to_pay(bank, loans[which % len(loans)], amount, on=on, value_on=on)
            _close(loans, on=on)
        assert verify() == []

    alone(work)


def _calendar(loans: list[Loan], days: int) -> list[date]:
    """Days around the first due day that is not yet past when all are signed."""
    signed = max(loan.signed_on for loan in loans)
    due = Instalment.objects.filter(loan__in=loans, due_on__gt=signed + DAY).order_by("due_on").first()
    first = due.due_on - DAY if due else signed + DAY
    return [first + ahead * DAY for ahead in range(days)]


def _move_session(bank: Bank, on: date, later: int) -> None:
    """An order as the table keeps it, whatever the point's fixed day is."""
    where = {"name": "Định Quán", "area_km2": 1, "latitude": 11, "longitude": 107, "former_province": "Đồng Nai"}
    place, _ = Place.objects.get_or_create(code=PLACE, defaults=where)
    point, _ = Point.objects.get_or_create(number=1, place=place, unit_id=bank.office)
    SessionMove.objects.create(
        point=point, from_on=on, to_on=on + later * DAY, reason="Bão", moved_by=SYSTEM.person, moved_at=AT
    )


def _close(loans: list[Loan], *, on: date) -> None:
    start_close(key=new_id(), by=SYSTEM, at=AT, on=on)
    for step, check in (
        (CloseStepName.SESSIONS, _sessions),
        (CloseStepName.FREEZES, _freezes),
        (CloseStepName.GRACES, _graces),
        (CloseStepName.OVERDUE, _overdue),
        (CloseStepName.NOTICES, _notices),
        (CloseStepName.SNAPSHOT, _snapshot),
        (CloseStepName.INTEREST, _interest),
    ):
        check(_Step(step, on), [loan for loan in loans if _living(loan)])
    end_close(key=new_id(), by=SYSTEM, at=AT, on=on)


class _Step:
    """One step, taken when it is called."""

    def __init__(self, name: CloseStepName, on: date) -> None:
        self.name, self.on = name, on

    def __call__(self) -> tuple[int, int]:
        sums = take_step(key=new_id(), by=SYSTEM, at=AT, on=self.on, step=self.name)
        return sums.rows, sums.amount


def _living(loan: Loan) -> bool:
    loan.refresh_from_db()
    return loan.closed_on is None


def _sessions(step: _Step, loans: list[Loan]) -> None:
    before, moved = _twins(loans), moved_sessions(place=PLACE)
    expected = {id_: put_off(debt, moved=moved, on=step.on) for id_, debt in before.items()}
    open_parts = [
        part.open
        for id_, debt in before.items()
        for part, after in zip(debt.parts, expected[id_].parts, strict=True)
        if part != after
    ]
    assert step() == (len(open_parts), sum(open_parts))
    assert _twins(loans) == expected


def _freezes(step: _Step, loans: list[Loan]) -> None:
    open_ = {row.loan_id: Frozen(row.in_term, row.until_on) for row in Freeze.objects.filter(end=None)}
    before = {loan.id: twin(loan) for loan in loans}
    expected = {
        id_: thawed(debt, freeze=open_[id_], on=step.on) if id_ in open_ else debt for id_, debt in before.items()
    }
    ended = [each for id_, each in open_.items() if each.until_on <= step.on + DAY]
    assert step()[0] == len(ended)
    assert _twins(loans) == expected


def _graces(step: _Step, loans: list[Loan]) -> None:
    before = _twins(loans)
    expected = {id_: out_of_grace(debt, on=step.on) for id_, debt in before.items()}
    assert step()[0] == sum(expected[id_] != before[id_] for id_ in before)
    assert _twins(loans) == expected


def _overdue(step: _Step, loans: list[Loan]) -> None:
    before = _twins(loans)
    expected = {id_: gone_overdue(debt, regimes=regimes(), on=step.on) for id_, debt in before.items()}
    gone = [expected[id_].overdue - before[id_].overdue for id_ in before]
    assert step() == (sum(part > 0 for part in gone), sum(gone))
    assert _twins(loans) == expected


def _notices(step: _Step, loans: list[Loan]) -> None:
    days = NoticePeriod.objects.filter(from_on__lte=step.on).latest("from_on").days
    last = CloseRun.objects.filter(day__lt=step.on).order_by("-day").first()
    told_until = last.day + timedelta(days=days + 1) if last else None
    expected = {
        (id_, each.number, each.due_on, each.amount)
        for id_, debt in _twins(loans).items()
        for each in told_ahead(debt, days=days, told_until=told_until, on=step.on)
    }
    assert step() == (len(expected), sum(amount for _, _, _, amount in expected))
    rows = Notice.objects.filter(made_on=step.on, kind="due")
    assert {(row.loan_id, row.number, row.due_on, row.amount) for row in rows} == expected


def _snapshot(step: _Step, loans: list[Loan]) -> None:
    keyed = [(_key(loan), twin(loan)) for loan in loans if loan.lent]
    step()
    rows = Snapshot.objects.filter(day=step.on)
    kept = {
        (row.place, row.organisation, row.series_id, row.group_id): Standing(
            **{name: getattr(row, name) for name in STANDING}
        )
        for row in rows
    }
    assert {key: each for key, each in kept.items() if each != Standing()} == standings(keyed, on=step.on)
    turned = [sum(getattr(row, name) for row in rows) for name in ("lent", "repaid", "interest")]
    paid = Receipt.objects.filter(booked_on=step.on).aggregate(all=Sum("amount"))["all"] or 0
    lent = Disbursement.objects.filter(booked_on=step.on).aggregate(all=Sum("amount"))["all"] or 0
    assert (turned[0], turned[1] + turned[2]) == (lent, paid)


def _key(loan: Loan) -> Hashable:
    return loan.place, loan.organisation, loan.series_id, loan.group_id


def _interest(step: _Step, loans: list[Loan]) -> None:
    before, now = _off_balance(step.on - DAY), _owed_by_account(step.on)
    _, owed = step()
    assert owed == sum(now.values())
    assert owed_changes(before, _off_balance(step.on)) == owed_changes(before, now)


def _owed_by_account(on: date) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in Snapshot.objects.filter(day=on).select_related("series__programme"):
        tail = f"{row.series.programme.code}.{row.series.fund}"
        for head, owed in (("9411", row.owed_in_term), ("9412", row.owed_overdue), ("9413", row.owed_grace)):
            found[f"{head}.{tail}"] = found.get(f"{head}.{tail}", 0) + owed
    return {number: owed for number, owed in found.items() if owed}


def _off_balance(on: date) -> dict[str, int]:
    return {number: amount for number, amount in balances(on=on).items() if number.startswith("941") and amount}


def _twins(loans: list[Loan]) -> dict[UUID, Debt]:
    for loan in loans:
        loan.refresh_from_db()
    return {loan.id: twin(loan) for loan in loans}
