"""Makes one figure of many, in the way its slot says."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from dongvon.domain.workplan.vocabulary import Aggregate

PLACES = Decimal("0.0001")


def aggregate(values: Sequence[Decimal], *, way: str) -> Decimal | None:
    """The one figure; None without values, and for figures of several units that are not to be added up.

    `values` come in the order given; an average is rounded half-up to four places.
    """
    if not values:
        return None
    match Aggregate(way):
        case Aggregate.SUM:
            return sum(values, Decimal(0))
        case Aggregate.AVERAGE:
            return (sum(values, Decimal(0)) / len(values)).quantize(PLACES, rounding=ROUND_HALF_UP)
        case Aggregate.LAST:
            return values[-1]
        case Aggregate.NONE:
            return values[0] if len(values) == 1 else None
