"""What is left of each fund."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from dongvon.domain.capital.models import FundLimit
from dongvon.domain.capital.vocabulary import LimitRow
from dongvon.domain.programmes.vocabulary import Fund


def limits(*, on: date, unit: UUID | None = None) -> list[LimitRow]:
    """Limits that hold on `on`, of the whole city and of `unit`."""
    found = FundLimit.objects.filter(Q(unit=unit) | Q(unit=None), valid__contains=on).select_related("basis")
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
        )
        for row in found.order_by("fund", "unit")
    ]


def available(fund: Fund, *, on: date, unit: UUID) -> int | None:
    """The most that an office may still promise of a fund; None where no limit says."""
    rooms = [row.left for row in limits(on=on, unit=unit) if row.fund == fund]
    return min(rooms) if rooms else None
