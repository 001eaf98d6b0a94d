"""Prove that loans, schedules, movements, receipts and books say the same."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection

from dongvon.domain.ledger.queries.balances import balances

SQL = Path(__file__).parents[1] / "sql"
OF_LOANS = ("verify_loans", "verify_receipts", "verify_interest")
OF_BOOKS = ("verify_books", "verify_owed", "verify_written_off")
HEADINGS = {
    "verify_books": ("2111.", "2112.", "2113."),
    "verify_owed": ("9411.", "9412.", "9413."),
    "verify_written_off": ("9711.",),
}

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two figures that should be one: of a loan by its contract number, or of an account of an office."""

    of: str
    subject: str
    kept: Decimal
    found: Decimal


def verify(*, unit: UUID | None = None, told: Told | None = None) -> list[Difference]:
    """Every disagreement of one office, or of all in sight; at most a hundred of each kind, none in clean books."""
    found: list[Difference] = []
    for name in (*OF_LOANS, *OF_BOOKS):
        found += _of_loans(name, unit) if name in OF_LOANS else _of_books(name, unit)
        if told is not None:
            told(name)
    return found


def _of_loans(name: str, unit: UUID | None) -> Iterator[Difference]:
    for number, subject, kept, other in _rows(name, unit):
        yield Difference(of=number, subject=subject, kept=Decimal(kept), found=Decimal(other))


def _of_books(name: str, asked: UUID | None) -> Iterator[Difference]:
    """The books of each office, account by account, against what its loans come to."""
    by_office: dict[UUID, dict[str, int]] = {}
    for unit, number, amount in _rows(name, asked):
        by_office.setdefault(unit, {})[number] = amount
    for unit, loans in by_office.items():
        books = {
            number: amount
            for number, amount in balances(on=date.max, unit=unit).items()
            if number.startswith(HEADINGS[name])
        }
        for number in sorted(loans.keys() | books.keys()):
            kept, other = books.get(number, 0), loans.get(number, 0)
            if kept != other:
                yield Difference(of=str(unit), subject=number, kept=Decimal(kept), found=Decimal(other))


def _rows(name: str, unit: UUID | None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute((SQL / f"{name}.sql").read_text(encoding="utf-8"), {"unit": unit})
        return list(cursor.fetchall())
