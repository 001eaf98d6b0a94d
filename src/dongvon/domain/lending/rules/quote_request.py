"""The request of a quote, read strictly: whatever is unknown, missing or impossible is refused by its name.

A name is the path into the document: `payments[1].on`. Dates are yyyy-mm-dd; amounts and percents are
numbers or strings of digits with an optional decimal point, never rounded on the way in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dongvon.domain.lending.rules.interest import Movement, RateStep
from dongvon.domain.lending.rules.quote import Paid, Span
from dongvon.domain.lending.rules.request_reader import ImpossibleDate, MissingKey, Node, Refused
from dongvon.domain.lending.rules.schedule import monthly_dues

_MOST_DIGITS = 6
_MOST_DUES = 1_200
_MOST_MONTHS = 1_200


class TooEarly(Refused):
    """A day that must come after another does not."""

    text = "{where}: ngày {given:%d/%m/%Y} phải sau ngày {other:%d/%m/%Y}."


class Before(Refused):
    """A day lies before one it must not precede."""

    text = "{where}: ngày {given:%d/%m/%Y} không được trước ngày {other:%d/%m/%Y}."


class Twice(Refused):
    """Two rates begin on one day."""

    text = "{where}: ngày {given:%d/%m/%Y} đã có lãi suất khác."


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """The dues of an equal-principal plan, and the multiple each part is floored to."""

    dues: tuple[date, ...]
    floor_to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRequest:
    """One loan to price; what was not asked for is None. Amounts are in the smallest unit."""

    digits: int
    rates: tuple[RateStep, ...]
    lent: tuple[Movement, ...]
    plan: PlanRequest | None
    paid: tuple[Paid, ...]
    asks_payments: bool
    periods: tuple[Span, ...] | None
    payoff_on: date | None

    @property
    def first_on(self) -> date:
        """The day the loan begins."""
        return self.lent[0].on


def read_request(document: object) -> QuoteRequest:
    """The document as a request; refuses by name whatever it cannot mean."""
    keys = Node("", document).members(
        required=("rates", "disbursements"),
        optional=("digits", "schedule", "payments", "principal_movements", "periods", "payoff_on"),
    )
    digits = keys["digits"].whole(least=0, most=_MOST_DIGITS) if "digits" in keys else 0
    lent = _lent(keys["disbursements"], digits=digits)
    first_on = lent[0].on
    return QuoteRequest(
        digits=digits,
        rates=_rates(keys["rates"]),
        lent=lent,
        plan=_plan(keys["schedule"], lent=lent, digits=digits) if "schedule" in keys else None,
        paid=tuple(_paid(keys, first_on=first_on, digits=digits)),
        asks_payments="payments" in keys,
        periods=tuple(_span(each) for each in keys["periods"].items()) if "periods" in keys else None,
        payoff_on=_not_before(keys["payoff_on"], first_on) if "payoff_on" in keys else None,
    )


def _rates(node: Node) -> tuple[RateStep, ...]:
    steps: dict[date, RateStep] = {}
    for each in node.items(least=1):
        keys = each.members(required=("from", "percent"))
        from_on = keys["from"].day()
        if from_on in steps:
            raise Twice(where=keys["from"].where, given=from_on)
        steps[from_on] = RateStep(from_on, keys["percent"].rate())
    return tuple(sorted(steps.values()))


def _lent(node: Node, *, digits: int) -> tuple[Movement, ...]:
    movements: list[Movement] = []
    for each in node.items(least=1):
        keys = each.members(required=("on", "amount"))
        movements.append(Movement(keys["on"].day(), keys["amount"].amount(digits=digits)))
    return tuple(sorted(movements, key=lambda each: each.on))


def _paid(keys: Mapping[str, Node], *, first_on: date, digits: int) -> list[Paid]:
    found: list[Paid] = []
    for name, principal_only in (("payments", False), ("principal_movements", True)):
        for each in keys[name].items() if name in keys else ():
            inner = each.members(required=("on", "amount"))
            found.append(
                Paid(
                    on=_not_before(inner["on"], first_on),
                    amount=inner["amount"].amount(digits=digits),
                    where=inner["amount"].where,
                    principal_only=principal_only,
                )
            )
    return found


def _span(node: Node) -> Span:
    keys = node.members(required=("from", "to"))
    from_on = keys["from"].day()
    return Span(from_on, _not_before(keys["to"], from_on))


def _plan(node: Node, *, lent: tuple[Movement, ...], digits: int) -> PlanRequest:
    dated = node.has("due")
    keys = node.members(
        required=("due",) if dated else ("count", "first_on"),
        optional=("floor_to",) if dated else ("every_months", "floor_to"),
    )
    dues = _given_dues(keys["due"]) if dated else _counted_dues(node, keys)
    place = keys["due"].child(0) if dated else keys["first_on"]
    if dues[0] <= lent[0].on:
        raise TooEarly(where=place.where, given=dues[0], other=lent[0].on)
    if lent[-1].on > dues[-1]:
        raise Before(where=node.where, given=dues[-1], other=lent[-1].on)
    floor_to = keys["floor_to"].amount(digits=digits, least=0) if "floor_to" in keys else 0
    return PlanRequest(dues=dues, floor_to=floor_to)


def _given_dues(node: Node) -> tuple[date, ...]:
    nodes = node.items(least=1)
    dues = tuple(each.day() for each in nodes)
    for at, (earlier, later) in enumerate(pairwise(dues), start=1):
        if later <= earlier:
            raise TooEarly(where=nodes[at].where, given=later, other=earlier)
    return dues


def _counted_dues(node: Node, keys: Mapping[str, Node]) -> tuple[date, ...]:
    count = keys["count"].whole(least=1, most=_MOST_DUES)
    if count > 1 and "every_months" not in keys:
        raise MissingKey(where=f"{node.where}.every_months")
    step = keys["every_months"].whole(least=1, most=_MOST_MONTHS) if "every_months" in keys else 1
    try:
        return monthly_dues(keys["first_on"].day(), count=count, every_months=step)
    except (ValueError, OverflowError):
        raise ImpossibleDate(where=f"{node.where}.count", given=count) from None


def _not_before(node: Node, other: date) -> date:
    on = node.day()
    if on < other:
        raise Before(where=node.where, given=on, other=other)
    return on
