"""What each kind of condition needs to be said with: a number, values, both or neither."""

from collections.abc import Collection
from decimal import Decimal
from typing import Final

from dongvon.domain.lending.vocabulary import Check

NUMBERED: Final = frozenset({Check.AGE, Check.INCOME, Check.OWN_SHARE, Check.WORKERS})
VALUED: Final = frozenset({Check.LISTED, Check.NOT_LISTED, Check.AREA, Check.ONCE, Check.PAPER, Check.INCOME})
#: These follow from the catalogue's terms and exclusions.
OF_CATALOGUE: Final = frozenset({Check.BARRED, Check.CEILING, Check.LONGEST, Check.COLLATERAL})


def unfit(check: Check, *, values: Collection[str], number: Decimal | None) -> str:
    """What is missing, in words; nothing where the condition can be held against facts."""
    if check in OF_CATALOGUE:
        return "được đề xuất ở trang của chương trình"
    if check in NUMBERED and number is None:
        return "một con số (tuổi, số tiền, phần trăm)"
    return "ít nhất một giá trị" if check in VALUED and not values else ""
