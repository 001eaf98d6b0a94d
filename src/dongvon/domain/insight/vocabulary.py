"""Words of insight: measures with their definitions, and the frozen figures that queries give."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class Dimension(StrEnum):
    """What the portfolio may be divided by."""

    UNIT = "unit_id"
    PLACE = "place"
    ORGANISATION = "organisation"
    PROGRAMME = "programme_id"
    FUND = "fund"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure's name, what is counted, over what; `denominator` is empty for amounts."""

    code: str
    name: str
    definition: str
    denominator: str = ""


#: Two targets of the plan, 30 % of capital and a quarter of growth, are counted over different things: neither
#: follows from the other.
MEASURES = (
    Measure(
        code="outstanding",
        name="Tổng dư nợ",
        definition="Nợ gốc trong hạn, quá hạn và khoanh còn phải trả cuối ngày chốt số liệu.",
    ),
    Measure(
        code="growth",
        name="Tăng trưởng từ đầu năm",
        definition="Tổng dư nợ cuối kỳ trừ tổng dư nợ ngày 31/12 năm trước.",
        denominator="Tổng dư nợ ngày 31/12 năm trước",
    ),
    Measure(
        code="local_of_growth",
        name="Phần vốn địa phương trong tăng trưởng",
        definition="Phần tăng của dư nợ từ vốn địa phương kể từ ngày 31/12 năm trước.",
        denominator="Phần tăng của tổng dư nợ trong cùng kỳ",
    ),
    Measure(
        code="local_of_outstanding",
        name="Tỷ trọng vốn địa phương trong dư nợ",
        definition="Dư nợ cho vay từ vốn địa phương ủy thác.",
        denominator="Tổng dư nợ",
    ),
    Measure(
        code="local_of_capital",
        name="Tỷ trọng vốn địa phương trong nguồn vốn",
        definition="Vốn địa phương ủy thác đã chuyển sang chi nhánh.",
        denominator="Tổng nguồn vốn của chi nhánh, không phải dư nợ",
    ),
    Measure(
        code="overdue_ratio",
        name="Tỷ lệ nợ quá hạn",
        definition="Nợ gốc quá hạn cuối ngày chốt số liệu.",
        denominator="Tổng dư nợ",
    ),
    Measure(
        code="frozen_ratio",
        name="Tỷ lệ nợ khoanh",
        definition="Nợ gốc đang khoanh cuối ngày chốt số liệu.",
        denominator="Tổng dư nợ",
    ),
    Measure(
        code="collection_rate",
        name="Tỷ lệ thu lãi",
        definition="Lãi đã thu trong tháng.",
        denominator="Lãi phát sinh trong tháng (đã thu cộng phần tăng của lãi chưa thu), không kể lãi ân hạn",
    ),
    Measure(
        code="arrears",
        name="Lãi tồn",
        definition="Lãi trong hạn và quá hạn đã phát sinh chưa thu cuối ngày chốt số liệu; không kể lãi ân hạn.",
    ),
    Measure(
        code="turnover",
        name="Cho vay và thu nợ trong tháng",
        definition="Tiền giải ngân và nợ gốc thu được trong mọi ngày đã khóa sổ của tháng.",
    ),
    Measure(
        code="entrusted_share",
        name="Tỷ trọng cho vay ủy thác",
        definition="Dư nợ cho vay qua bốn tổ chức chính trị - xã hội.",
        denominator="Tổng dư nợ",
    ),
    Measure(
        code="average",
        name="Dư nợ bình quân một khoản vay",
        definition="Tổng dư nợ.",
        denominator="Số khoản vay còn dư nợ",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Which part of the portfolio is asked for; None asks for all in sight."""

    unit: UUID | None = None
    place: str | None = None
    organisation: str | None = None
    programme: UUID | None = None
    fund: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A part of the portfolio at the end of a day, in đồng; `lent`, `repaid`, `interest` moved in its month."""

    key: str
    loans: int
    in_term: int
    overdue: int
    frozen: int
    owed: int
    owed_grace: int
    lent: int
    repaid: int
    interest: int

    @property
    def outstanding(self) -> int:
        """All principal that is owed."""
        return self.in_term + self.overdue + self.frozen

    @property
    def overdue_ratio(self) -> Decimal | None:
        """Percent of what is owed."""
        return percent(self.overdue, self.outstanding)

    @property
    def frozen_ratio(self) -> Decimal | None:
        """Percent of what is owed."""
        return percent(self.frozen, self.outstanding)

    @property
    def average(self) -> int | None:
        """Đồng a loan."""
        return self.outstanding // self.loans if self.loans else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the portfolio at the end of a month, with what its ratios are counted over.

    `local` and `entrusted` are of the outstanding debt. The year's start is 31/12 before; None where nothing was
    measured then. `owed_before` is interest owed when the month began; None while the month still runs.
    """

    figures: Figures
    local: int
    entrusted: int
    at_year_start: int | None
    local_at_year_start: int | None
    owed_before: int | None

    @property
    def grown(self) -> int | None:
        """Đồng since the year began."""
        return None if self.at_year_start is None else self.figures.outstanding - self.at_year_start

    @property
    def growth(self) -> Decimal | None:
        """Percent of what was owed when the year began."""
        return None if self.grown is None else percent(self.grown, self.at_year_start or 0)

    @property
    def local_of_growth(self) -> Decimal | None:
        """Percent of the growth that came from local capital; None where nothing grew."""
        if self.grown is None or self.local_at_year_start is None or self.grown <= 0:
            return None
        return percent(self.local - self.local_at_year_start, self.grown)

    @property
    def local_of_outstanding(self) -> Decimal | None:
        """Percent of what is owed; a share of capital is something else."""
        return percent(self.local, self.figures.outstanding)

    @property
    def entrusted_share(self) -> Decimal | None:
        """Percent of what is owed."""
        return percent(self.entrusted, self.figures.outstanding)

    @property
    def collection_rate(self) -> Decimal | None:
        """Interest collected in the month, in percent of what it brought: collected and newly owed."""
        if self.owed_before is None:
            return None
        earned = self.figures.interest + self.figures.owed - self.owed_before
        return percent(self.figures.interest, earned) if earned > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A part at the end of a month, or on the last closed day of the running one."""

    month: date
    day: date
    part: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A month of the portfolio, whole and in parts, the largest first."""

    day: date
    whole: Part
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Debts at the end of a year to come; `share` is local capital's, in percent of all debts."""

    year: int
    outstanding: int
    local: int
    share: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A target of the plan, and what the city's reports said of it: (year, value, computation), oldest first."""

    name: str
    definition: str
    target: str
    unit_of_measure: str
    values: tuple[tuple[int, Decimal | None, UUID], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryDraft:
    """The outline of a commune: rings of (longitude, latitude)."""

    place: str
    rings: tuple[tuple[tuple[float, float], ...], ...]


def percent(part: int, whole: int) -> Decimal | None:
    """`part` in percent of `whole`, to two decimals half-up; None of nothing."""
    if not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
