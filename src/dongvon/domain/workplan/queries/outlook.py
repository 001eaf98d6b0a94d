"""The two capital targets of the plan side by side, when the figures they stand on were reported."""

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from dongvon.domain.workplan.models import Slot
from dongvon.domain.workplan.queries.cited import Key
from dongvon.domain.workplan.queries.city_report import Cited
from dongvon.domain.workplan.rules.outlook import YearEnd, gap, grow
from dongvon.domain.workplan.vocabulary import ComputationKind, OutlookSlot
from dongvon.kernel.text import format_number

MILLION = Decimal(1_000_000)


def year_ends(
    *, outstanding: int, local: int, growth: Decimal, local_part: Decimal, after: int, until: int
) -> tuple[YearEnd, ...]:
    """Where debts would be at each year's end by the plan's rates in percent; none where nothing is owed."""
    if not outstanding:
        return ()
    base = {"outstanding": Decimal(outstanding), "local": Decimal(local)}
    return grow(**base, percent=growth, local_percent=local_part, after=after, until=until)


def outlook_of(plan: UUID, *, year: int, cited: Mapping[Key, Cited]) -> tuple[str, ...]:
    """Sentences for the report; none where a figure or a target is missing, or the target's year has come."""
    targets = {
        slot.code: slot.target
        for slot in Slot.objects.filter(plan=plan, code__in=list(OutlookSlot)).select_related("target")
        if slot.target
    }
    values = {code: _value(cited, code) for code in OutlookSlot}
    share, growth, local_part = (targets.get(code) for code in _TARGETS)
    bases = [values[code] for code in _BASES]
    if share is None or growth is None or local_part is None or None in bases or not share.year or share.year <= year:
        return ()
    return _sentences(
        *(base for base in bases if base is not None),
        share=share.number,
        growth=growth.number,
        local_part=local_part.number,
        year=year,
        until=share.year,
    )


_BASES = (OutlookSlot.CAPITAL, OutlookSlot.LOCAL_CAPITAL, OutlookSlot.OUTSTANDING, OutlookSlot.LOCAL_OUTSTANDING)
_TARGETS = (OutlookSlot.LOCAL_SHARE, OutlookSlot.GROWTH, OutlookSlot.LOCAL_GROWTH)


def _value(cited: Mapping[Key, Cited], code: str) -> Decimal | None:
    found = cited.get((ComputationKind.FIGURE, code, None))
    return found.value if found else None


def _sentences(
    capital: Decimal,
    local_capital: Decimal,
    outstanding: Decimal,
    local_outstanding: Decimal,
    *,
    share: Decimal,
    growth: Decimal,
    local_part: Decimal,
    year: int,
    until: int,
) -> tuple[str, ...]:
    last = grow(
        outstanding=outstanding,
        local=local_outstanding,
        percent=growth,
        local_percent=local_part,
        after=year,
        until=until,
    )[-1]
    asked = gap(capital=capital, local=local_capital, percent=growth, share=share, years=until - year)
    return (
        (
            f"Hai chỉ tiêu về vốn địa phương có mẫu số khác nhau (tổng nguồn vốn và tăng trưởng dư nợ), được theo dõi "
            f"riêng. Nếu chỉ theo chỉ tiêu tăng trưởng {_percent(growth)} mỗi năm, trong đó vốn địa phương chiếm "
            f"{_percent(local_part)} mức tăng, thì đến năm {until} dư nợ vốn địa phương chiếm khoảng "
            f"{_percent(last.share)} tổng dư nợ."
        ),
        (
            f"Để vốn địa phương chiếm khoảng {_percent(share)} tổng nguồn vốn vào năm {until} (giả định nguồn vốn cùng "
            f"tăng {_percent(growth)} mỗi năm), cần khoảng {_millions(asked.needed)} triệu đồng vốn địa phương, "
            f"bình quân bổ sung mỗi năm khoảng {_millions(asked.new_each_year)} triệu đồng."
        ),
    )


def _percent(number: Decimal) -> str:
    return f"{format_number(number.quantize(Decimal('0.01')).normalize() + 0)}%"


def _millions(amount: Decimal) -> str:
    return format_number((amount / MILLION).quantize(Decimal(1)))
