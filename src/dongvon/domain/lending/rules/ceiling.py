"""The most a borrower may be lent, by the ceilings of the catalogue.

Sources: Nghị định 100/2024/NĐ-CP art. 46–48 (social housing), Quyết định 10/2024/QĐ-TTg (rural water),
Quyết định 29/2025/QĐ-TTg (STEM); the figures themselves are rows of the catalogue.
"""

from fractions import Fraction


def share_of(cost: int, *, percent: Fraction | int) -> int:
    """A share of a price or an estimate, in whole đồng never above it."""
    return int(Fraction(cost) * percent / 100)


def still_to_pay(price: int, *, paid: int) -> int:
    """What a buyer of a home has yet to pay."""
    return max(price - paid, 0)


def room_under(ceiling: int, *, owed: int) -> int:
    """What a balance ceiling leaves for a further loan."""
    return max(ceiling - owed, 0)
