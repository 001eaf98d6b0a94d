"""What may be done with a debt struck by an objective cause.

Sources: Quyết định 50/2010/QĐ-TTg, Quyết định 08/2021/QĐ-TTg, Thông tư 161/2010/TT-BTC, Quyết định 62/QĐ-HĐQT of
27/09/2021 (figures second-hand): bands and lengths come in as rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from dongvon.kernel.calendar import add_months
from dongvon.kernel.refusals import Refusal


class Measure(StrEnum):
    """The three measures."""

    EXTEND = "extend"
    FREEZE = "freeze"
    WRITE_OFF = "write_off"


#: Cause codes of the bank's system: an earlier freeze has ended; nobody is left to pay.
FREEZE_ENDED = "110"
WITHOUT_PAYER = frozenset({"104", "109"})


class NotFrozenBefore(Refusal):
    """A further freeze follows a freeze that has ended."""

    text = "Chỉ khoanh nợ bổ sung khi thời gian khoanh nợ lần trước đã hết ({ends:%d/%m/%Y})."


class TooLong(Refusal):
    """The months asked for exceed what the band allows."""

    text = "Thời gian khoanh nợ tối đa là {most} tháng; đề nghị giảm số tháng."
    field = "months"


class NoBandForCause(Refusal):
    """No row says how long such a debt may be frozen."""

    text = "Chưa có khung thời gian khoanh nợ cho nguyên nhân này; đề nghị kiểm tra mã nguyên nhân."
    field = "cause_code"


class OnlyExtension(Refusal):
    """The damage is too small for a freeze."""

    text = "Mức thiệt hại dưới {least}% chỉ được gia hạn nợ, không được khoanh nợ."
    field = "damage_percent"


class FreezeFirst(Refusal):
    """A debt is frozen before it is written off."""

    text = (
        "Chỉ xóa nợ khi đã hết thời gian khoanh (kể cả khoanh bổ sung) mà vẫn không trả được, "
        "hoặc khi khách hàng phá sản, chết, mất tích không còn người trả thay."
    )
    field = "cause_code"


@dataclass(frozen=True, slots=True, order=True)
class DamageBand:
    """Damage from this share of the plan's whole capital (in percent) up to the next band."""

    from_percent: Fraction
    measure: Measure
    most_months: int | None = None


def band_of(percent: Fraction, *, bands: Sequence[DamageBand]) -> DamageBand:
    """The band that holds a damage in percent."""
    assert 0 <= percent <= 100, "damage is a share of the plan's capital"
    return max(each for each in bands if each.from_percent <= percent)


def freeze_ends_on(decided_on: date, *, months: int, most: int) -> date:
    """The first day after the freeze, counted from its decision. Refuses `TooLong`."""
    if months > most:
        raise TooLong(most=most)
    return add_months(decided_on, months)


def further_freeze_ends_on(*, decided_on: date, months: int, previous_months: int, previous_ends_on: date) -> date:
    """The end of a further freeze, no longer than the one before. Refuses `NotFrozenBefore`, `TooLong`."""
    if decided_on < previous_ends_on:
        raise NotFrozenBefore(ends=previous_ends_on)
    return freeze_ends_on(decided_on, months=months, most=previous_months)


def freezing_band(damage: Fraction | None, *, bands: Sequence[DamageBand]) -> DamageBand:
    """The band that allows a freeze. Refuses `NoBandForCause`, `OnlyExtension`.

    Damage is not asked of students, water and housing loans (the bank's own screen): the shortest freeze then holds.
    """
    if not bands:
        raise NoBandForCause
    if damage is None:
        return min(each for each in bands if each.measure is Measure.FREEZE)
    band = band_of(damage, bands=bands)
    if band.measure is not Measure.FREEZE:
        raise OnlyExtension(least=min(each for each in bands if each.measure is Measure.FREEZE).from_percent)
    return band


def require_write_off(cause_code: str, *, freeze_ended: bool) -> None:
    """Write-off follows a freeze (and its extension) that ended with the borrower still unable to pay.

    Not so for bankrupt customers and for the dead and missing whom nobody follows as payer. Where heirs are merely
    unable to pay, the debt is frozen first (entrustment exam bank, question 4). Refuses `FreezeFirst`.
    """
    if cause_code not in WITHOUT_PAYER and not (cause_code == FREEZE_ENDED and freeze_ended):
        raise FreezeFirst
