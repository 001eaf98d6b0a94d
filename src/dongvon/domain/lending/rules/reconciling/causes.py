"""Why an outside system's figures are not ours: each likely cause is tried, and one that explains all is named."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, Final

from dongvon.domain.lending.rules.reconciling.recomputing import (
    Case,
    Event,
    Figures,
    Rounding,
    Step,
    Way,
    recomputed,
    with_more,
    without,
)
from dongvon.kernel.text import format_number

FIGURES: Final = tuple(each.name for each in fields(Figures))
UNKNOWN: Final = "unknown"
#: đồng; a figure that is off by no more is a matter of rounding.
ROUNDED: Final = 1

WORDS: Final = {
    "rounding": "Làm tròn lệch {dong} đồng.",
    "rounding_down": "Hệ thống kia bỏ phần lẻ của đồng thay vì làm tròn.",
    "rounding_each": "Hệ thống kia làm tròn từng khoảng ngày rồi cộng.",
    "last_day": "Hệ thống kia tính lãi cả ngày cuối.",
    "year_of_360": "Hệ thống kia chia cho 360 ngày thay vì 365.",
    "rate_kept": "Hệ thống kia giữ lãi suất lúc ký {rate} %, không đổi theo quyết định từ ngày {day}.",
    "other_rate": "Hệ thống kia dùng lãi suất {rate} % từ ngày {day}.",
    "contractual_day": "Hệ thống kia chuyển quá hạn theo ngày hợp đồng {day} thay vì ngày phiên giao dịch {session}.",
    "extension_ignored": "Hệ thống kia chưa tính gia hạn: đến hạn {day} thay vì {session}.",
    "overdue_at_lending_rate": "Hệ thống kia tính nợ quá hạn theo lãi suất trong hạn.",
    "overdue_at_150": "Hệ thống kia tính nợ quá hạn bằng 150 % lãi suất.",
    "frozen_earns": "Hệ thống kia vẫn tính lãi trong thời gian khoanh.",
    "event_ignored": "Giao dịch ngày {day}, {amount} đồng có trong tệp nhưng chưa vào số dư của hệ thống kia.",
    "event_twice": "Giao dịch ngày {day}, {amount} đồng vào số dư của hệ thống kia hai lần.",
    "event_missing": "Thiếu giao dịch trong tệp: sổ ở đây có giao dịch ngày {day}, {amount} đồng.",
    "allocation": "Thứ tự thu nợ khác: tổng gốc và lãi bằng nhau, chia khác nhau {amount} đồng.",
    "no_events": "Tệp không có giao dịch nào của khoản vay và sổ ở đây không có khoản vay: không tính lại được.",
    "not_stated": "Có giao dịch nhưng không có dòng số dư của khoản vay.",
    UNKNOWN: "Chưa tìm thấy nguyên nhân.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One figure that differs: what is stated, what comes out by our rules, and the cause with its values."""

    contract: str
    figure: str
    stated: int
    ours: int
    cause: str
    values: dict[str, Any]


def findings(case: Case) -> list[Finding]:
    """Every figure of the loan that differs; none where all agree."""
    ours = recomputed(case)
    differing = [name for name in FIGURES if getattr(case.stated, name) != getattr(ours, name)]
    if not differing:
        return []
    cause, values = _cause(case, ours)
    return [
        Finding(
            contract=case.contract,
            figure=name,
            stated=getattr(case.stated, name),
            ours=getattr(ours, name),
            cause=cause,
            values=values,
        )
        for name in differing
    ]


def _cause(case: Case, ours: Figures) -> tuple[str, dict[str, Any]]:
    tries = list(_ways(case))
    for name, values, way in tries:
        if recomputed(case, way) == case.stated:
            return name, values
    off = _farthest(ours, case.stated)
    if off <= ROUNDED:
        return "rounding", {"dong": off}
    for name, values, way in tries:
        if _farthest(recomputed(case, way), case.stated) <= ROUNDED:
            return name, values
    if ours.whole == case.stated.whole and ours.principal != case.stated.principal:
        return "allocation", {"amount": abs(ours.principal - case.stated.principal)}
    return UNKNOWN, {}


def _farthest(one: Figures, other: Figures) -> int:
    return max(abs(int(getattr(one, name)) - int(getattr(other, name))) for name in FIGURES)


def _ways(case: Case) -> Iterator[tuple[str, dict[str, Any], Way]]:
    """The most usual first: of two that explain the same, the simpler one is named."""
    yield "rounding_down", {}, Way(rounding=Rounding.DOWN)
    yield "rounding_each", {}, Way(rounding=Rounding.EACH)
    yield "last_day", {}, Way(days_more=1)
    yield "year_of_360", {}, Way(days_in_year=360)
    yield from _rates(case)
    yield from _final_days(case)
    yield "overdue_at_lending_rate", {}, Way(overdue_milli=100_000)
    yield "overdue_at_150", {}, Way(overdue_milli=150_000)
    yield "frozen_earns", {}, Way(frozen_earns=True)
    yield from _events(case)


def _rates(case: Case) -> Iterator[tuple[str, dict[str, Any], Way]]:
    if len(case.rates) > 1:
        for at in range(1, len(case.rates)):
            kept = case.rates[at - 1]
            values = {"rate": _percent(kept.micro), "day": _day(case.rates[at].from_on)}
            yield "rate_kept", values, Way(rates=case.rates[:at])
    if case.stated_micro is not None:
        for step in reversed(case.rates):
            earlier = tuple(each for each in case.rates if each.from_on < step.from_on)
            values = {"rate": _percent(case.stated_micro), "day": _day(step.from_on)}
            yield "other_rate", values, Way(rates=(*earlier, Step(step.from_on, case.stated_micro)))


def _final_days(case: Case) -> Iterator[tuple[str, dict[str, Any], Way]]:
    for name, day in (("contractual_day", case.contractual_on), ("extension_ignored", case.unextended_on)):
        if day != case.final_on:
            yield name, {"day": _day(day), "session": _day(case.final_on)}, Way(final_on=day)


def _events(case: Case) -> Iterator[tuple[str, dict[str, Any], Way]]:
    for at, event in enumerate(case.events):
        yield "event_ignored", _told(event), without(case, at)
        yield "event_twice", _told(event), with_more(case, event)
    for event in case.known:
        if event not in case.events:
            yield "event_missing", _told(event), with_more(case, event)


def _told(event: Event) -> dict[str, Any]:
    return {"day": _day(event.on), "amount": event.amount}


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _percent(micro: int) -> str:
    return format_number(Decimal(micro) / 1_000_000)
