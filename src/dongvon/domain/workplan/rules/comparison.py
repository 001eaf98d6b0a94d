"""Sets a figure beside last year's and beside the plan's target."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dongvon.domain.workplan.vocabulary import TargetKind

#: A change beyond this share of last year's figure is shown to the reader as unusual; it refuses nothing.
UNUSUAL: Final = Decimal(50)
#: "About 30 %" is met from a tenth below to a tenth above.
LEEWAY: Final = Decimal("0.1")


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """`change` in the figure's own unit; `percent` of last year's absolute value, None when that was zero or absent."""

    before: Decimal | None
    change: Decimal | None
    percent: Decimal | None
    unusual: bool
    target: Decimal | None
    met: bool | None


def compare(
    value: Decimal | None,
    *,
    before: Decimal | None,
    target: Decimal | None = None,
    target_kind: str | None = None,
) -> Comparison:
    """A figure beside what it was and what it should be; nothing is invented where one side is absent."""
    change = value - before if value is not None and before is not None else None
    percent = change / abs(before) * 100 if change is not None and before else None
    return Comparison(
        before=before,
        change=change,
        percent=percent,
        unusual=percent is not None and abs(percent) > UNUSUAL,
        target=target,
        met=_meets(value, target=target, kind=target_kind),
    )


def _meets(value: Decimal | None, *, target: Decimal | None, kind: str | None) -> bool | None:
    if value is None or target is None:
        return None
    if kind == TargetKind.AT_LEAST:
        return value >= target
    if kind == TargetKind.AT_MOST:
        return value <= target
    if kind == TargetKind.ABOUT:
        return abs(value - target) <= abs(target) * LEEWAY
    return value == target
