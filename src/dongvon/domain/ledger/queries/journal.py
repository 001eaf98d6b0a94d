"""Transfers as an accountant reads them."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from dongvon.domain.ledger.models import Transfer
from dongvon.domain.ledger.vocabulary import JournalRow


def journal(*, since: date, until: date, unit: UUID | None = None, limit: int = 500) -> list[JournalRow]:
    """Transfers of business dates `since` through `until`, newest first."""
    found = Transfer.objects.filter(day__range=(since, until)).order_by("-day", "-id")
    return _rows((found if unit is None else found.filter(unit=unit))[:limit])


def statement(
    *, account: str, since: date, until: date, unit: UUID | None = None, limit: int = 500
) -> list[JournalRow]:
    """Transfers through one account or, by prefix, a group of accounts, oldest first."""
    touching = Q(debit__number__startswith=account) | Q(credit__number__startswith=account)
    found = Transfer.objects.filter(touching, day__range=(since, until)).order_by("day", "id")
    return _rows((found if unit is None else found.filter(unit=unit))[:limit])


def transfers_about(row: UUID) -> list[JournalRow]:
    """Everything that was ever posted about a row of an upper floor, oldest first."""
    return _rows(Transfer.objects.filter(about=row).order_by("day", "id"))


def _rows(found: QuerySet[Transfer]) -> list[JournalRow]:
    return [
        JournalRow(
            id=transfer.id,
            day=transfer.day,
            debit=transfer.debit.number,
            debit_name=transfer.debit.name,
            credit=transfer.credit.number,
            credit_name=transfer.credit.name,
            amount=transfer.amount,
            code=transfer.code,
            about=transfer.about,
            reverses=transfer.reverses_id,
        )
        for transfer in found.select_related("debit", "credit")
    ]
