"""Balances and trial balances as of any day."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from django.db import connection

from dongvon.domain.ledger.models import Account
from dongvon.domain.ledger.rules.balance import in_own_direction
from dongvon.domain.ledger.vocabulary import AccountKind, BalanceRow

TOTALS = (Path(__file__).parents[1] / "sql" / "totals.sql").read_text()

Totals = dict[str, tuple[int, int]]


def balances(*, on: date, unit: UUID | None = None) -> dict[str, int]:
    """Balance of each account at the end of `on`, by number, in its own direction; đồng. One unit, or all in sight."""
    kinds = {account.number: AccountKind(account.kind) for account in Account.objects.all()}
    totals = _totals(on=on, unit=unit)
    return {
        number: in_own_direction(kind=kinds[number], debit=debit, credit=credit)
        for number, (debit, credit) in totals.items()
    }


def trial_balance(*, since: date, until: date, unit: UUID | None = None) -> list[BalanceRow]:
    """Opening balance, turnover and closing balance of every account that ever moved, by number."""
    opening = _totals(on=since - timedelta(days=1), unit=unit)
    closing = _totals(on=until, unit=unit)
    accounts = Account.objects.filter(number__in=closing.keys()).order_by("number")
    return [_row(account, opening.get(account.number, (0, 0)), closing[account.number]) for account in accounts]


def _row(account: Account, before: tuple[int, int], after: tuple[int, int]) -> BalanceRow:
    kind = AccountKind(account.kind)
    return BalanceRow(
        number=account.number,
        name=account.name,
        kind=kind,
        opening=in_own_direction(kind=kind, debit=before[0], credit=before[1]),
        debit=after[0] - before[0],
        credit=after[1] - before[1],
        closing=in_own_direction(kind=kind, debit=after[0], credit=after[1]),
    )


def _totals(*, on: date, unit: UUID | None) -> Totals:
    with connection.cursor() as cursor:
        cursor.execute(TOTALS, {"day": on, "unit": unit})
        return {number: (debit, credit) for number, debit, credit in cursor.fetchall()}
