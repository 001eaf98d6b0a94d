"""How far a due date may be extended in all.

Source: bank practice and leaflets, for STEM Quyết định 29/2025/QĐ-TTg: limits differ
by programme and conflict between sources, so they come in as dated rows.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dongvon.kernel.calendar import add_months, months_between
from dongvon.kernel.refusals import Refusal


class BeyondLimit(Refusal):
    """The months asked for are more than what is left."""

    text = "Chỉ còn được gia hạn tối đa {left} tháng (đến {latest:%d/%m/%Y}); đề nghị giảm số tháng gia hạn."
    field = "months"


class LimitBase(StrEnum):
    """What a limit in percent is measured against."""

    TERM = "term"
    REPAYMENT = "repayment"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionLimit:
    """One row: loans with a term up to `up_to_months` (None: any) may gain `months`, or `percent` of `base`."""

    up_to_months: int | None = None
    months: int | None = None
    percent: int = 50
    base: LimitBase = LimitBase.TERM


def most_months(*, term_months: int, repayment_months: int, limits: tuple[ExtensionLimit, ...]) -> int:
    """The months a loan may gain in its whole life, by the first row that fits its term; none without a row."""
    for limit in limits:
        if limit.up_to_months is None or term_months <= limit.up_to_months:
            base = term_months if limit.base is LimitBase.TERM else repayment_months
            return limit.months if limit.months is not None else base * limit.percent // 100
    return 0


def repayment_months(*, term_months: int, grace_until: date | None, contractual_on: date) -> int:
    """The part of the term in which is repaid: all of it, or what comes after a student's grace."""
    return term_months if grace_until is None else months_between(grace_until, contractual_on)


def months_left(*, contractual_on: date, extended_on: date, most: int) -> int:
    """What is left of the limit after the extensions so far."""
    return max(most - months_between(contractual_on, extended_on), 0)


def latest_on(contractual_on: date, *, most: int) -> date:
    """The last day to which the loan may be extended."""
    return add_months(contractual_on, most)


def extended(*, contractual_on: date, extended_on: date, months: int, most: int) -> date:
    """The new final due date. Refuses `BeyondLimit`."""
    left = months_left(contractual_on=contractual_on, extended_on=extended_on, most=most)
    if months > left:
        raise BeyondLimit(left=left, latest=latest_on(contractual_on, most=most))
    # Counted from the contract's day, so that several extensions do not lose the 31st of a month.
    return add_months(contractual_on, months_between(contractual_on, extended_on) + months)
