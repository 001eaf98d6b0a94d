"""The price of a loan by its own terms, without a database: the contract is docs/lending-quote.md."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from dongvon.domain.lending.rules.interest import NoRateYet
from dongvon.domain.lending.rules.quote import (
    MoreThanOwed,
    PaymentLine,
    ScheduleLine,
    interest_of,
    payoff,
    plan,
    repayments,
    settle,
)
from dongvon.domain.lending.rules.quote_request import QuoteRequest, read_request
from dongvon.kernel.refusals import Refusal

Answer = dict[str, Any]


class NoRate(Refusal):
    """Interest is asked for a day before the first rate."""

    text = "rates: chưa có lãi suất cho ngày {on:%d/%m/%Y}."
    field = "rates"


def quote(document: object) -> Answer:
    """Price the loan that a document of plain values describes, and answer with plain values.

    Only what was asked for is answered: `schedule`, `payments`, `periods`, `payoff`; amounts are decimal
    strings with `digits` decimals. The schedule is the plan and moves no balance of the other three, which
    follow what is paid (`payments`, `principal_movements`). Interest is exact and rounded half-up once per
    posting on the cumulative difference, so the postings of a chain add up to the posting of the whole.
    Refuses by name whatever the document cannot mean.
    """
    request = read_request(document)
    try:
        return _answered(request)
    except NoRateYet as refusal:
        raise NoRate(**refusal.values) from None


def _answered(request: QuoteRequest) -> Answer:
    lines = _settled(request)
    answer: Answer = {}
    if request.plan is not None:
        answer["schedule"] = _schedule(request)
    if request.asks_payments:
        answer["payments"] = [_payment(each, request) for each in lines if not each.principal_only]
    if request.periods is not None:
        answer["periods"] = _periods(request, lines)
    if request.payoff_on is not None:
        answer["payoff"] = _payoff(request, lines)
    return answer


def _settled(request: QuoteRequest) -> tuple[PaymentLine, ...]:
    try:
        return settle(request.lent, rates=request.rates, paid=request.paid)
    except MoreThanOwed as refusal:
        shown = _shown(refusal.values["owed"], request)
        raise MoreThanOwed(**{**refusal.values, "owed": shown}) from None


def _schedule(request: QuoteRequest) -> list[Answer]:
    assert request.plan is not None, "asked for by the caller"
    lines = plan(request.lent, rates=request.rates, dues=request.plan.dues, floor_to=request.plan.floor_to)
    return [_planned(each, request) for each in lines]


def _planned(line: ScheduleLine, request: QuoteRequest) -> Answer:
    return {
        "due": line.due.isoformat(),
        "days": line.days,
        "principal": _shown(line.principal, request),
        "interest": _shown(line.interest, request),
        "balance_after": _shown(line.balance_after, request),
    }


def _payment(line: PaymentLine, request: QuoteRequest) -> Answer:
    return {
        "on": line.on.isoformat(),
        "interest": _shown(line.interest, request),
        "principal": _shown(line.principal, request),
        "balance_after": _shown(line.balance_after, request),
    }


def _periods(request: QuoteRequest, lines: Sequence[PaymentLine]) -> list[Answer]:
    spans = request.periods or ()
    found = interest_of(spans, moved=[*request.lent, *repayments(lines)], rates=request.rates)
    return [
        {
            "from": span.from_on.isoformat(),
            "to": span.until_on.isoformat(),
            "interest": _shown(interest, request),
        }
        for span, interest in zip(spans, found, strict=True)
    ]


def _payoff(request: QuoteRequest, lines: Sequence[PaymentLine]) -> Answer:
    assert request.payoff_on is not None, "asked for by the caller"
    owed = payoff(request.lent, rates=request.rates, lines=lines, on=request.payoff_on)
    return {
        "principal": _shown(owed.principal, request),
        "interest": _shown(owed.interest, request),
        "total": _shown(owed.principal + owed.interest, request),
    }


def _shown(amount: int, request: QuoteRequest) -> str:
    return f"{Decimal(amount).scaleb(-request.digits):f}"
