"""Use of borrowed money: which disbursements are still to be looked at, found by asking, and what was seen (06/TD)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, F, Min, Q, QuerySet

from dongvon.domain.lending.models import Application, CheckPeriod, CloseRun, Disbursement
from dongvon.domain.lending.vocabulary import LaterCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRow:
    """One disbursement; what was seen stands empty until somebody went there. Đồng."""

    disbursement: UUID
    loan: UUID
    contract_number: str
    borrower: UUID
    programme: str
    place: str
    organisation: str
    group: UUID | None
    purpose: str
    lent_on: date
    amount: int
    balance: int
    due_on: date
    checked_on: date | None = None
    rightly: int = 0
    wrongly: int = 0
    used_for: str = ""
    effect: str = ""
    measures: str = ""

    def late(self, *, on: date) -> bool:
        """Whether somebody should have gone there by now."""
        return self.checked_on is None and self.due_on < on


def uses_to_check(*, on: date, limit: int = 300) -> list[UseRow]:
    """Disbursements that nobody has looked at, the oldest first; nothing lent before the books began here."""
    began = CloseRun.objects.aggregate(first=Min("day"))["first"]
    waiting = Disbursement.objects.filter(use_check=None)
    if began is not None:
        waiting = waiting.filter(booked_on__gte=began)
    return _rows(waiting.order_by("booked_on", "id")[:limit], on=on)


def uses_seen(*, group: UUID | None = None, on: date, limit: int = 300) -> list[UseRow]:
    """Disbursements that were looked at, the latest first."""
    seen = Disbursement.objects.filter(use_check__isnull=False)
    if group is not None:
        seen = seen.filter(loan__group_id=group)
    return _rows(seen.order_by(F("use_check__checked_on").desc(), "id")[:limit], on=on)


def uses_in(year: int, *, on: date) -> tuple[int, int, int]:
    """Disbursements of a year in sight: all, those somebody looked at, and those that are late on a day."""
    lent = Disbursement.objects.filter(booked_on__year=year)
    late = Q(use_check=None, booked_on__lt=on - timedelta(days=days_to_check(on=on)))
    found = lent.aggregate(all=Count("id"), seen=Count("use_check"), late=Count("id", late))
    return found["all"], found["seen"], found["late"]


def uses_by_id(disbursements: Iterable[UUID], *, on: date) -> list[UseRow]:
    """Disbursements by identifier, in the order of their loans."""
    return _rows(Disbursement.objects.filter(id__in=list(disbursements)).order_by("loan__contract_number", "id"), on=on)


def latest_use(loan: UUID, *, on: date) -> UseRow | None:
    """The last disbursement of a loan, with what was seen of it."""
    return next(iter(_rows(Disbursement.objects.filter(loan=loan).order_by("-booked_on", "-id")[:1], on=on)), None)


def days_to_check(*, on: date) -> int:
    """Within how many days of a disbursement somebody goes there; at once, as long as no rule gives time."""
    rule = CheckPeriod.objects.filter(kind=LaterCheck.USE, from_on__lte=on, granted=True).order_by("-from_on").first()
    return rule.days if rule else 0


def _rows(found: QuerySet[Disbursement], *, on: date) -> list[UseRow]:
    rows = list(found.select_related("loan__series__programme", "use_check"))
    asked = Application.objects.filter(loan__in=[row.loan_id for row in rows])
    purposes = dict(asked.values_list("loan_id", "purpose"))
    days = timedelta(days=days_to_check(on=on))
    return [_row(row, purpose=purposes.get(row.loan_id, ""), due_on=row.booked_on + days) for row in rows]


def _row(lent: Disbursement, *, purpose: str, due_on: date) -> UseRow:
    loan, seen = lent.loan, getattr(lent, "use_check", None)
    known = ("checked_on", "rightly", "wrongly", "used_for", "effect", "measures")
    return UseRow(
        disbursement=lent.id,
        loan=loan.id,
        contract_number=loan.contract_number,
        borrower=loan.borrower_id,
        programme=loan.series.programme.name,
        place=loan.place,
        organisation=loan.organisation,
        group=loan.group_id,
        purpose=purpose,
        lent_on=lent.booked_on,
        amount=lent.amount,
        balance=seen.balance if seen else loan.in_term + loan.overdue + loan.frozen,
        due_on=due_on,
        **({name: getattr(seen, name) for name in known} if seen else {}),
    )
