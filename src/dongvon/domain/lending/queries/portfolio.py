"""The living loans in the asker's scope as a portfolio goes out, line after line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from django.db import connection, transaction

from dongvon.domain.lending.models import Loan
from dongvon.domain.lending.rules.portfolio.fields import FIELDS, Kind
from dongvon.domain.units.vocabulary import Role

SQL: Final = (Path(__file__).parents[1] / "sql" / "portfolio.sql").read_text(encoding="utf-8")
BATCH: Final = 5_000

#: Who works with borrowers and may have their names in a file.
NAMING_ROLES: Final = frozenset(
    {
        Role.CREDIT_OFFICER,
        Role.CREDIT_CONTROLLER,
        Role.OFFICE_DIRECTOR,
        Role.ACCOUNTANT,
        Role.TELLER,
        Role.BRANCH_OFFICER,
        Role.BRANCH_DIRECTOR,
        Role.SYSTEM,
    }
)

_TURNOVER: Final = {
    f"{key}_{span}": f"{words} trong {period}"
    for key, words in (("lent", "Giải ngân"), ("paid", "Thu gốc"), ("interest", "Thu lãi"))
    for span, period in (("month", "tháng"), ("quarter", "quý"), ("year", "năm"))
}
_ACCOUNTS: Final = {
    "account_in_term": "Tài khoản trong hạn",
    "account_overdue": "Tài khoản quá hạn",
    "account_frozen": "Tài khoản khoanh",
    "account_income": "Tài khoản thu lãi",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutColumn:
    """A column of the file that goes out: "text", "money", "count", "date" or "percent"."""

    key: str
    header: str
    kind: str
    kept: bool = False


def out_columns(*, named: bool) -> tuple[OutColumn, ...]:
    """The columns of the bank's record, without those of persons unless `named`; then turnover and accounts."""
    own = [
        OutColumn(key=each.key, header=each.header, kind=_KINDS.get(each.kind, "text"), kept=each.key in _FROM_RECORD)
        for each in FIELDS
        if named or not each.personal
    ]
    turnover = [OutColumn(key=key, header=header, kind="money") for key, header in _TURNOVER.items()]
    accounts = [OutColumn(key=key, header=header, kind="text") for key, header in _ACCOUNTS.items()]
    return (*own, *turnover, *accounts)


def portfolio_size() -> int:
    """How many loans would go out."""
    return Loan.objects.filter(closed_on=None, lent__gt=0).count()


def portfolio(columns: tuple[OutColumn, ...], *, on: date) -> Iterator[list[tuple[Any, ...]]]:
    """Batches of lines as the books stand when day `on` begins; never more than one batch is in memory."""
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(SQL, {"on": on})
        rows = cursor.fetchmany(BATCH)
        names = [each.name for each in cursor.description]
        at = {name: place for place, name in enumerate(names)}
        while rows:
            yield [tuple(_cell(row, column, at) for column in columns) for row in rows]
            rows = cursor.fetchmany(BATCH)


def _cell(row: tuple[Any, ...], column: OutColumn, at: dict[str, int]) -> Any:
    """What no table here holds comes back out of the record it came with, as it came."""
    if not column.kept:
        return row[at[column.key]]
    value = json.loads(row[at["kept"]]).get(column.key)
    return date.fromisoformat(value) if column.kind == "date" and value else value


#: Kept columns that our own schedule and acts tell nevertheless.
_OURS: Final = frozenset({"due_principal", "extension_count", "extension_months"})
_FROM_RECORD: Final = frozenset(field.key for field in FIELDS if field.kept) - _OURS
_KINDS: Final = {Kind.MONEY: "money", Kind.COUNT: "count", Kind.DATE: "date", Kind.PERCENT: "percent"}
