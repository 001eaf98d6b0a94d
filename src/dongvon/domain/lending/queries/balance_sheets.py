"""Balances to be compared with borrowers' books (15/TD), and the groups that are still to be asked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q

from dongvon.domain.lending.models import BalanceCheck, CheckPeriod, Loan
from dongvon.domain.lending.vocabulary import LaterCheck

_KEPT = (Path(__file__).parents[1] / "sql" / "kept_on.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """What the bank's books said of one loan, in đồng."""

    loan: UUID
    contract_number: str
    borrower: UUID
    principal: int
    interest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRow:
    """What the borrower's book said of one loan, in đồng, and why it differs."""

    loan: UUID
    principal: int
    interest: int
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverRow:
    """How many living loans of a group were compared in a year, and how many of them differed."""

    group: UUID
    loans: int
    compared: int
    different: int


def kept_on(loans: Collection[UUID], *, as_of: date) -> dict[UUID, KeptRow]:
    """The books at the end of `as_of`, by loan, as far as the asker may see them."""
    with connection.cursor() as cursor:
        cursor.execute(_KEPT, {"loans": list(loans), "as_of": as_of})
        return {
            loan: KeptRow(loan=loan, contract_number=number, borrower=borrower, principal=principal, interest=interest)
            for loan, number, borrower, principal, interest in cursor
        }


def living_loans(group: UUID) -> list[UUID]:
    """Loans of a group that still owe, by contract."""
    found = Loan.objects.filter(group_id=group, closed_on=None, lent__gt=0)
    return list(found.order_by("contract_number").values_list("id", flat=True))


def compared(group: UUID, *, as_of: date) -> dict[UUID, ToldRow]:
    """The lines of a group's sheet as of a day, by loan."""
    found = BalanceCheck.objects.filter(loan__group_id=group, as_of=as_of)
    return {
        line.loan_id: ToldRow(
            loan=line.loan_id, principal=line.told_principal, interest=line.told_interest, cause=line.cause
        )
        for line in found
    }


def cover(*, year: int) -> list[CoverRow]:
    """Every group with living loans, the least compared first."""
    of_year = BalanceCheck.objects.filter(loan=OuterRef("pk"), as_of__year=year)
    found = (
        Loan.objects.filter(closed_on=None, lent__gt=0, group_id__isnull=False)
        .annotate(seen=Exists(of_year), differed=Exists(of_year.filter(~Q(cause=""))))
        .values_list("group_id")
        .annotate(loans=Count("id"), compared=Count("id", Q(seen=True)), different=Count("id", Q(differed=True)))
        .order_by("compared", "group_id")
    )
    return [
        CoverRow(group=group, loans=loans, compared=seen, different=different)
        for group, loans, seen, different in found
        if group is not None
    ]


def least_yearly_percent(*, on: date) -> int | None:
    """The least share of loans to be compared in a year."""
    rule = (
        CheckPeriod.objects.filter(kind=LaterCheck.BALANCES, from_on__lte=on, granted=True).order_by("-from_on").first()
    )
    return rule.yearly_percent if rule else None
