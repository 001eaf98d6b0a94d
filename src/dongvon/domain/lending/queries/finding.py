"""Find loans: by contract number or borrower's name, by group, programme and where they stand."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from dongvon.domain.groups.models import Group
from dongvon.domain.lending.models import Instalment, Loan
from dongvon.domain.people.models import Person
from dongvon.kernel.calendar import PeriodKind, period_of
from dongvon.kernel.text import fold

#: From so many digits on a word is a contract number, not a name.
NUMBER_DIGITS = 4


class LoanFilter(StrEnum):
    """Which loans a list is of."""

    LIVING = "living"  # còn dư nợ
    OVERDUE = "overdue"  # có nợ quá hạn
    FROZEN = "frozen"  # đang khoanh
    DUE = "due"  # có kỳ đến hạn trong tháng
    CLOSED = "closed"  # đã tất toán
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoansAsked:
    """What is looked for; what is left empty does not matter. `on` says which month is this month."""

    on: date
    text: str = ""
    state: LoanFilter = LoanFilter.LIVING
    group: str = ""
    programme: UUID | None = None
    fund: str = ""
    place: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanRow:
    """One line of a list of loans, in đồng; `next_*` is the first instalment still open in term."""

    id: UUID
    contract_number: str
    borrower: UUID
    borrower_name: str
    programme: str
    fund: str
    place: str
    group: UUID | None
    signed_on: date
    final_on: date
    lent: int
    in_term: int
    overdue: int
    frozen: int
    closed_on: date | None
    next_on: date | None
    next_amount: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoansFound:
    """One page of what was found, by contract number, and how many there are in all."""

    rows: tuple[LoanRow, ...]
    total: int


def find_loans(asked: LoansAsked, *, page: int = 1, size: int = 50) -> LoansFound:
    """Loans in the asker's sight; four queries however many there are."""
    found = _narrowed(asked)
    start = (max(page, 1) - 1) * size
    loans = list(found.select_related("series__programme").order_by("contract_number")[start : start + size])
    names = dict(Person.objects.filter(id__in={loan.borrower_id for loan in loans}).values_list("id", "full_name"))
    dues = _next_dues([loan.id for loan in loans])
    return LoansFound(rows=tuple(_row(loan, names=names, dues=dues) for loan in loans), total=found.count())


def contract_numbers(loans: Collection[UUID]) -> dict[UUID, str]:
    """Contract numbers by loan, as far as the asker sees them; what is no loan is left out."""
    return dict(Loan.objects.filter(id__in=loans).values_list("id", "contract_number"))


def _narrowed(asked: LoansAsked) -> QuerySet[Loan]:
    given = {
        "series__programme": asked.programme,
        "series__fund": asked.fund,
        "place": asked.place,
        "organisation": asked.organisation,
    }
    found = Loan.objects.filter(_standing(asked), **{name: value for name, value in given.items() if value})
    if asked.group:
        found = found.filter(group_id__in=Group.objects.filter(code__endswith=asked.group).values("id"))
    for word in fold(asked.text).split():
        found = found.filter(_word(word))
    return found


def _word(word: str) -> Q:
    """Digits are part of a contract number, anything else of a name."""
    if word.isdigit() and len(word) >= NUMBER_DIGITS:
        return Q(contract_number__contains=word)
    return Q(borrower_id__in=Person.objects.filter(name_search_key__contains=word).values("id"))


def _standing(asked: LoansAsked) -> Q:
    month = period_of(asked.on, kind=PeriodKind.MONTH)
    due = Instalment.objects.filter(
        loan=OuterRef("pk"),
        due_on__range=(month.starts_on, month.ends_on),
        principal__gt=F("paid") + F("overdue"),
    )
    return {
        LoanFilter.LIVING: Q(closed_on=None, lent__gt=0),
        LoanFilter.OVERDUE: Q(overdue__gt=0),
        LoanFilter.FROZEN: Q(frozen__gt=0),
        LoanFilter.DUE: Q(Exists(due), in_term__gt=0),
        LoanFilter.CLOSED: Q(closed_on__isnull=False),
        LoanFilter.ALL: Q(),
    }[asked.state]


def _next_dues(loans: Collection[UUID]) -> dict[UUID, tuple[date, int]]:
    open_parts = (
        Instalment.objects.filter(loan__in=loans, principal__gt=F("paid") + F("overdue"), loan__in_term__gt=0)
        .order_by("loan", "due_on")
        .distinct("loan")
        .values_list("loan", "due_on", F("principal") - F("paid") - F("overdue"))
    )
    return {loan: (due_on, amount) for loan, due_on, amount in open_parts}


def _row(loan: Loan, *, names: dict[UUID, str], dues: dict[UUID, tuple[date, int]]) -> LoanRow:
    next_on, next_amount = dues.get(loan.id, (None, None))
    return LoanRow(
        id=loan.id,
        contract_number=loan.contract_number,
        borrower=loan.borrower_id,
        borrower_name=names.get(loan.borrower_id, ""),
        programme=loan.series.programme.name,
        fund=loan.series.fund,
        place=loan.place,
        group=loan.group_id,
        signed_on=loan.signed_on,
        final_on=loan.final_on,
        lent=loan.lent,
        in_term=loan.in_term,
        overdue=loan.overdue,
        frozen=loan.frozen,
        closed_on=loan.closed_on,
        next_on=next_on,
        next_amount=next_amount,
    )
