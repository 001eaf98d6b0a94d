"""The limits and bands within which a debt may be put off or frozen, by the dated rows in force on a day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import F, Q

from dongvon.domain.lending.models import AllocationOrder, AskingPeriod, ExtensionLimit, FreezeBand, UnpaidRegime
from dongvon.domain.lending.queries.loan import LoanFacts
from dongvon.domain.lending.queries.routes import working_days
from dongvon.domain.lending.rules import asking, extension, risk
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.domain.programmes.models import Term


def extension_limits(series: int, *, on: date) -> tuple[extension.ExtensionLimit, ...]:
    """The programme's own limits, or the common ones where it has none; the shortest terms first."""
    return tuple(_limit(row) for row in _limit_rows(series, on=on))


def _limit(row: ExtensionLimit) -> extension.ExtensionLimit:
    return extension.ExtensionLimit(
        up_to_months=row.up_to_months,
        months=row.months,
        percent=row.percent or 0,
        base=extension.LimitBase(row.base),
    )


def _limit_rows(series: int, *, on: date) -> list[ExtensionLimit]:
    own = Q(programme__rate_series=series)
    rows = ExtensionLimit.objects.filter(own | Q(programme=None), from_on__lte=on, granted=True).order_by(
        "from_on", "id"
    )
    rows = rows.select_related("basis")
    chosen = [row for row in rows if row.programme_id is not None] or list(rows)
    latest = {row.up_to_months: row for row in chosen}
    return sorted(latest.values(), key=lambda row: (row.up_to_months is None, row.up_to_months))


def freeze_bands(cause_code: str, *, on: date) -> tuple[risk.DamageBand, ...]:
    """The bands of a cause, from the least damage up; none where no row names it."""
    rows = FreezeBand.objects.filter(cause_code=cause_code, from_on__lte=on, granted=True).order_by("from_on", "id")
    return tuple(
        sorted(
            risk.DamageBand(Fraction(row.from_percent), risk.Measure(row.measure), row.most_months)
            for row in {row.from_percent: row for row in rows}.values()
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionRoom:
    """How far the end of a loan may still be put off, by which document, and how sure that is."""

    most: int
    left: int
    latest_on: date
    basis: str
    confidence: str


def extension_room(loan: LoanFacts, *, on: date) -> ExtensionRoom | None:
    """What the limit leaves of a loan's extension; None where no row fits its term."""
    row = next((row for row in _limit_rows(loan.series, on=on) if _fits(row, loan.term_months)), None)
    if row is None:
        return None
    repayment = extension.repayment_months(
        term_months=loan.term_months, grace_until=loan.grace_until, contractual_on=loan.contractual_on
    )
    most = extension.most_months(term_months=loan.term_months, repayment_months=repayment, limits=(_limit(row),))
    return ExtensionRoom(
        most=most,
        left=extension.months_left(contractual_on=loan.contractual_on, extended_on=loan.extended_on, most=most),
        latest_on=extension.latest_on(loan.contractual_on, most=most),
        basis=row.basis.number,
        confidence=row.confidence,
    )


def _fits(row: ExtensionLimit, term_months: int) -> bool:
    return row.up_to_months is None or term_months <= row.up_to_months


@dataclass(frozen=True, slots=True, kw_only=True)
class BandRow:
    """Damage from so many percent: how many months a debt may rest; None where it may only be extended."""

    cause_code: str
    from_percent: Decimal
    most_months: int | None
    basis: str
    confidence: str


def freeze_band_rows(*, on: date) -> list[BandRow]:
    """Every band in force, by cause and damage."""
    rows = FreezeBand.objects.filter(from_on__lte=on, granted=True).select_related("basis").order_by("from_on", "id")
    latest = {(row.cause_code, row.from_percent): row for row in rows}
    return [
        BandRow(
            cause_code=cause,
            from_percent=percent,
            most_months=row.most_months if row.measure == risk.Measure.FREEZE else None,
            basis=row.basis.number,
            confidence=row.confidence,
        )
        for (cause, percent), row in sorted(latest.items())
    ]


def unpaid_rule_basis(loan: LoanFacts) -> list[tuple[str, str]]:
    """The document, with how sure it is, that says what becomes of an instalment of this loan nobody paid."""
    rows = UnpaidRegime.objects.filter(
        Q(programme=loan.programme) | Q(programme=None), from_on__lte=loan.signed_on, granted=True
    )
    latest = rows.order_by(F("programme").asc(nulls_last=True), "-from_on").values_list("basis__number", "confidence")
    return list(latest[:1])


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingDay:
    """The last day on which a paper about a due day is in time, by which document, and how sure that is."""

    latest_on: date
    basis: str
    confidence: str


def asking_day(kind: PetitionKind, *, series: int, due_on: date, session_day: int | None, on: date) -> AskingDay | None:
    """By the programme's own row in force on `on` before the common one; None where no row names the kind."""
    own = Q(programme__rate_series=series) | Q(programme=None)
    rows = AskingPeriod.objects.filter(own, kind=kind, from_on__lte=on, granted=True).select_related("basis")
    row = rows.order_by(F("programme").asc(nulls_last=True), "-from_on").first()
    if row is None:
        return None
    rule = asking.AskingRule(working_days=row.working_days, or_session=row.or_session)
    latest = asking.latest_asking(due_on, rule=rule, session_day=session_day, week=working_days())
    return AskingDay(latest_on=latest, basis=row.basis.number, confidence=row.confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentOrder:
    """What a payment meets first, by which document, and how sure that is."""

    kinds: tuple[str, ...]
    basis: str
    confidence: str


def payment_order(loan: LoanFacts, *, on: date) -> PaymentOrder | None:
    """The order in force for the loan's fund, with or without overdue principal; None where there is no rule."""
    rows = AllocationOrder.objects.filter(fund=loan.fund, overdue=loan.overdue > 0, from_on__lte=on, granted=True)
    row = rows.select_related("basis").order_by("-from_on").first()
    if row is None:
        return None
    return PaymentOrder(kinds=tuple(row.kinds), basis=row.basis.number, confidence=row.confidence)


def rollover_basis(loan: LoanFacts, *, on: date) -> list[tuple[str, str]]:
    """The document, with how sure it is, that lets the programme's loans go on for another crop."""
    rows = Term.objects.filter(
        programme=loan.programme, fund=loan.fund, valid__contains=on, granted=True, rollover=True
    )
    return list(rows.values_list("basis__number", "confidence")[:1])
