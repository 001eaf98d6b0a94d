"""What is left of each fund, and which limits are proposed."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from dongvon.domain.capital.models import FundLimit
from dongvon.domain.capital.vocabulary import LimitRow
from dongvon.domain.programmes.vocabulary import Fund


def limits(*, on: date) -> list[LimitRow]:
    """Every limit that holds on `on` or will, by fund, the whole city first."""
    return _rows(FundLimit.objects.filter(Q(valid__contains=on) | Q(valid__startswith__gt=on), granted=True))


def proposed_limits() -> list[LimitRow]:
    """Limits that nobody has decided."""
    return _rows(FundLimit.objects.filter(decided_by=None))


def available(fund: Fund, *, on: date, unit: UUID) -> int | None:
    """The most that an office may still promise of a fund; None where no limit says."""
    holding = FundLimit.objects.filter(Q(unit=unit) | Q(unit=None), fund=fund, valid__contains=on, granted=True)
    return min((row.left for row in _rows(holding)), default=None)


def _rows(found: QuerySet[FundLimit]) -> list[LimitRow]:
    return [
        LimitRow(
            id=row.id,
            fund=row.fund,
            unit=row.unit_id,
            from_on=row.valid.lower,
            until_on=row.valid.upper,
            amount=row.amount,
            drawn=row.drawn,
            basis=row.basis.number,
            proposed_by=row.proposed_by,
        )
        for row in found.select_related("basis").order_by("fund", "unit", "valid")
    ]
