"""What every programme demands of whoever borrows on a day: the dated rows of the road and those of the catalogue."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import F, Q

from dongvon.domain.lending.models import Condition
from dongvon.domain.lending.queries.routes import RouteRow, route_of, routes
from dongvon.domain.lending.rules.eligibility.facts import Demand
from dongvon.domain.lending.vocabulary import Check
from dongvon.domain.programmes.models import Exclusion, Term
from dongvon.domain.programmes.vocabulary import Channel, Fund


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A programme as one fund lends it on a day, with all it demands."""

    programme: UUID
    key: str
    name: str
    fund: str
    channel: Channel
    route: RouteRow
    longest_months: int | None
    demands: tuple[Demand, ...]


def key_of(code: str, variant: str) -> str:
    """How a programme is named in rules: "01", "03.lao-dong"."""
    return f"{code}.{variant}".rstrip(".")


def offers(*, on: date, fund: Fund = Fund.CENTRAL, only: Collection[UUID] | None = None) -> list[Offer]:
    """Every programme that lends on `on`, or `only` these, by code, in five queries whatever their number."""
    among = Q() if only is None else Q(programme__in=only)
    terms = (
        Term.objects.filter(among, fund=fund, valid__contains=on, granted=True)
        .exclude(programme__retired_on__lte=on)
        .select_related("programme", "basis")
        .prefetch_related("ceilings")
        .order_by("programme__code", "programme__variant")
    )
    barred = Q() if only is None else Q(barred__in=only)
    own = _conditions(on, Q() if only is None else among | Q(programme=None))
    barring, found = _exclusions(barred), routes(on=on)
    return [_offer(term, own=own, barring=barring, found=found) for term in terms]


def _offer(
    term: Term, *, own: dict[UUID | None, list[Condition]], barring: dict[UUID, list[Exclusion]], found: list[RouteRow]
) -> Offer:
    programme, channel = term.programme, Channel(term.channel)
    route = route_of(found, programme=programme.id, channel=channel)
    demands = (
        *_demands(own, programme.id, channel),
        *_barred(barring[programme.id]),
        *_of_term(term, tuition=route.tuition),
    )
    return Offer(
        programme=programme.id,
        key=key_of(programme.code, programme.variant),
        name=programme.name,
        fund=term.fund,
        channel=channel,
        route=route,
        longest_months=term.longest_months,
        demands=demands,
    )


def _conditions(on: date, among: Q) -> dict[UUID | None, list[Condition]]:
    """The latest row of each code by then; one that demands nothing any more still hides the common one."""
    rows = (
        Condition.objects.filter(among, from_on__lte=on, granted=True)
        .select_related("basis")
        .order_by(F("programme").asc(nulls_first=True), "code", "-from_on")
        .distinct("programme", "code")
    )
    found: dict[UUID | None, list[Condition]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.pk):
        found[row.programme_id].append(row)
    return found


def _demands(own: dict[UUID | None, list[Condition]], programme: UUID, channel: Channel) -> list[Demand]:
    said = {row.code for row in own[programme]}
    common = [row for row in own[None] if row.code not in said and row.channel in ("", channel)]
    return [_demand(row) for row in (*own[programme], *common) if row.demanded]


def _demand(row: Condition) -> Demand:
    return Demand(
        code=row.code,
        check=row.check_kind,
        title=row.title,
        remedy=row.remedy,
        article=row.article,
        basis=row.basis.number,
        confidence=row.confidence,
        values=frozenset(row.values),
        number=row.number,
        alternative=row.alternative,
    )


def _exclusions(among: Q) -> dict[UUID, list[Exclusion]]:
    found: dict[UUID, list[Exclusion]] = defaultdict(list)
    for row in Exclusion.objects.filter(among).select_related("held", "basis").order_by("id"):
        found[row.barred_id].append(row)
    return found


def _barred(rows: Iterable[Exclusion]) -> Iterator[Demand]:
    for row in rows:
        yield Demand(
            code=f"barred-{key_of(row.held.code, row.held.variant)}",
            check=Check.BARRED,
            title=row.held.name,
            basis=row.basis.number,
            confidence=row.confidence,
            values=frozenset({key_of(row.held.code, row.held.variant)}),
        )


def _of_term(term: Term, *, tuition: bool) -> Iterator[Demand]:
    key = key_of(term.programme.code, term.programme.variant)
    basis, confidence = term.basis.number, term.confidence
    plus = {"plus:tuition"} if tuition else set()
    for each in term.ceilings.all():
        most = each.percent if each.amount is None else Decimal(each.amount)
        values = frozenset({f"per:{each.per}", key} | plus)
        yield Demand(
            code=f"ceiling-{each.per}",
            check=Check.CEILING,
            basis=basis,
            confidence=confidence,
            values=values,
            number=most,
        )
    if term.collateral_above:
        most = Decimal(term.collateral_above)
        yield Demand(code="collateral", check=Check.COLLATERAL, basis=basis, confidence=confidence, number=most)
    if term.longest_months:
        number = Decimal(term.longest_months)
        yield Demand(code="longest", check=Check.LONGEST, basis=basis, confidence=confidence, number=number)
