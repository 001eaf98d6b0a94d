"""The limits and bands within which a debt may be put off or frozen, by the dated rows in force on a day."""

from datetime import date
from fractions import Fraction

from django.db.models import Q

from dongvon.domain.lending.models import ExtensionLimit, FreezeBand
from dongvon.domain.lending.rules import extension, risk


def extension_limits(series: int, *, on: date) -> tuple[extension.ExtensionLimit, ...]:
    """The programme's own limits, or the common ones where it has none; the shortest terms first."""
    own = Q(programme__rate_series=series)
    rows = ExtensionLimit.objects.filter(own | Q(programme=None), from_on__lte=on).order_by("from_on", "id")
    chosen = [row for row in rows if row.programme_id is not None] or list(rows)
    latest = {row.up_to_months: row for row in chosen}
    ordered = sorted(latest.values(), key=lambda row: (row.up_to_months is None, row.up_to_months))
    return tuple(
        extension.ExtensionLimit(
            up_to_months=row.up_to_months,
            months=row.months,
            percent=row.percent or 0,
            base=extension.LimitBase(row.base),
        )
        for row in ordered
    )


def freeze_bands(cause_code: str, *, on: date) -> tuple[risk.DamageBand, ...]:
    """The bands of a cause, from the least damage up; none where no row names it."""
    rows = FreezeBand.objects.filter(cause_code=cause_code, from_on__lte=on).order_by("from_on", "id")
    return tuple(
        sorted(
            risk.DamageBand(Fraction(row.from_percent), risk.Measure(row.measure), row.most_months)
            for row in {row.from_percent: row for row in rows}.values()
        )
    )
