"""The catalogue as people read it: who may borrow, how much, how long, at what rate, by which article."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import F, Prefetch

from dongvon.domain.programmes.models import Ceiling, LegalBasis, Programme, RatePeriod, Term
from dongvon.domain.programmes.queries.steps import steps_of
from dongvon.domain.programmes.rules.rates import rate_on, spans
from dongvon.domain.programmes.vocabulary import OPEN_CODE, Fund, PriorityClass, RateSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class CeilingRow:
    """The most that may be owed, in đồng or percent, per something."""

    per: str
    amount: int | None
    percent: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    """Conditions of one fund's loans, with how sure they are."""

    id: UUID
    fund: str
    since: date
    until: date | None
    channel: str
    longest_months: int | None
    since_stated: bool
    grace_months: int
    collateral_above: int | None
    overdue_percent: Decimal | None
    short_course_months: int | None
    short_course_times: int | None
    course_times: int | None
    rollover: bool
    ceilings: tuple[CeilingRow, ...]
    basis: str
    confidence: str
    granted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRow:
    """One decision on one rate."""

    id: UUID
    series: int
    fund: str
    priority_class: str
    area: str
    effective_on: date
    since_stated: bool
    until: date | None
    percent: Decimal
    applies_to: str
    basis: str
    confidence: str
    proposed_by: UUID
    granted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRow:
    """A programme with its terms and rates, newest first."""

    id: UUID
    code: str
    variant: str
    name: str
    who: str
    retired_on: date | None
    terms: tuple[TermRow, ...]
    rates: tuple[RateRow, ...]

    def rate_now(self, *, on: date, fund: Fund = Fund.CENTRAL) -> Decimal | None:
        """What a new ordinary loan bears on `on`, for lists."""
        found = [
            row
            for row in self.rates
            if (row.fund, row.priority_class, row.area) == (fund, PriorityClass.ORDINARY, "")
            and row.granted
            and row.effective_on <= on
            and (row.until is None or on < row.until)
        ]
        return found[0].percent if found else None


def catalogue() -> list[ProgrammeRow]:
    """Every programme with what was not turned down, by code, in five queries whatever their number."""
    terms = Term.objects.exclude(granted=False).select_related("basis").prefetch_related("ceilings").order_by("-valid")
    periods = RatePeriod.objects.exclude(granted=False).select_related("basis", "series").order_by("-effective_on")
    programmes = Programme.objects.order_by("code", "variant").prefetch_related(
        Prefetch("terms", queryset=terms), "rate_series", Prefetch("rate_series__periods", queryset=periods)
    )
    return [_programme(found) for found in programmes]


def rate_of_loan(*, series: int, signed_on: date, day: date) -> Decimal | None:
    """The percent a year that a loan of `series`, signed on `signed_on`, bears on `day`."""
    return rate_on(steps_of(series), signed_on=signed_on, day=day)


def rates_of_loan(*, series: int, signed_on: date) -> list[RateSpan]:
    """The loan's rates from its signing on."""
    return spans(steps_of(series), signed_on=signed_on)


def _programme(found: Programme) -> ProgrammeRow:
    return ProgrammeRow(
        id=found.id,
        code=found.code,
        variant=found.variant,
        name=found.name,
        who=found.who,
        retired_on=found.retired_on,
        terms=tuple(_term(term) for term in found.terms.all()),
        rates=tuple(_rate(period) for series in found.rate_series.all() for period in series.periods.all()),
    )


def _term(term: Term) -> TermRow:
    return TermRow(
        id=term.id,
        fund=term.fund,
        since=term.valid.lower,
        until=term.valid.upper,
        channel=term.channel,
        longest_months=term.longest_months,
        since_stated=term.since_stated,
        grace_months=term.grace_months,
        collateral_above=term.collateral_above,
        overdue_percent=term.overdue_percent,
        short_course_months=term.short_course_months,
        short_course_times=term.short_course_times,
        course_times=term.course_times,
        rollover=term.rollover,
        ceilings=tuple(_ceiling(ceiling) for ceiling in term.ceilings.all()),
        basis=term.basis.number,
        confidence=term.confidence,
        granted=bool(term.granted),
    )


def _ceiling(ceiling: Ceiling) -> CeilingRow:
    return CeilingRow(per=ceiling.per, amount=ceiling.amount, percent=ceiling.percent)


def _rate(period: RatePeriod) -> RateRow:
    return RateRow(
        id=period.id,
        series=period.series_id,
        fund=period.series.fund,
        priority_class=period.series.priority_class,
        area=period.series.area,
        effective_on=period.effective_on,
        since_stated=period.since_stated,
        until=period.until,
        percent=period.percent,
        applies_to=period.applies_to,
        basis=period.basis.number,
        confidence=period.confidence,
        proposed_by=period.proposed_by,
        granted=bool(period.granted),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeName:
    """A programme to choose from."""

    id: UUID
    code: str
    name: str

    @property
    def title(self) -> str:
        """`01 Hộ nghèo`, and the name alone where the code is not known."""
        return self.name if self.code == OPEN_CODE else f"{self.code} {self.name}"


def programme_names() -> list[ProgrammeName]:
    """Every programme by code, for lists to choose from."""
    found = Programme.objects.order_by("code", "variant").values("id", "code", "name")
    return [ProgrammeName(**row) for row in found]


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisRow:
    """A legal document to choose from; `title` begins with its number."""

    id: UUID
    title: str


def legal_bases() -> list[BasisRow]:
    """The documents that rates and terms may rest on, newest first, those without a day last."""
    found = LegalBasis.objects.order_by(F("issued_on").desc(nulls_last=True), "number")
    return [BasisRow(id=basis.id, title=f"{basis.number}: {basis.title}") for basis in found]
