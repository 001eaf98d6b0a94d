"""How a programme's loans are repaid, put off and fall overdue: its own dated rows, or the common ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from dongvon.domain.lending.models import ExtensionLimit, InstalmentPeriod, UnpaidRegime


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicingRule:
    """One row as it stands; what `values` tell hangs on its `kind`: instalment, unpaid or extension."""

    kind: str
    values: dict[str, Any]
    from_on: date
    since_stated: bool
    basis: str
    confidence: str


def servicing_rules(programme: UUID, *, on: date) -> list[ServicingRule]:
    """The rules in force on a day, shorter loans first; what becomes of unpaid instalments hangs on the signing."""
    return [
        *_rules("instalment", _latest(InstalmentPeriod, programme, on), ("up_to_months", "months", "floor_to")),
        *_rules("unpaid", _own(UnpaidRegime, programme, on), ("unpaid",)),
        *_rules("extension", _latest(ExtensionLimit, programme, on), ("up_to_months", "months", "percent", "base")),
    ]


def _own(model: type[Any], programme: UUID, on: date) -> list[Any]:
    rows = model.objects.filter(Q(programme=programme) | Q(programme=None), from_on__lte=on, granted=True)
    found = list(rows.select_related("basis").order_by("from_on", "id"))
    return [row for row in found if row.programme_id is not None] or found


def _latest(model: type[Any], programme: UUID, on: date) -> list[Any]:
    latest = {row.up_to_months: row for row in _own(model, programme, on)}
    return sorted(latest.values(), key=lambda row: (row.up_to_months is None, row.up_to_months))


def _rules(kind: str, rows: Iterable[Any], names: tuple[str, ...]) -> list[ServicingRule]:
    return [
        ServicingRule(
            kind=kind,
            values={name: getattr(row, name) for name in names},
            from_on=row.from_on,
            since_stated=row.since_stated,
            basis=row.basis.number,
            confidence=row.confidence,
        )
        for row in rows
    ]
