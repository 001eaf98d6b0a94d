"""The plan's targets beside what was reported of them, and where the measured debts would be by their rates."""

from datetime import date
from decimal import Decimal

from dongvon.domain.insight.queries.portfolio import over_time
from dongvon.domain.insight.vocabulary import Month, Reported, Slice, Step
from dongvon.domain.workplan.models import Computation
from dongvon.domain.workplan.queries.outlook import year_ends as year_ends_by_plan
from dongvon.domain.workplan.vocabulary import ComputationKind


def reported_targets() -> list[Reported]:
    """Figures tied to a target, from the last making of each round's city report; each with its own denominator."""
    found = (
        Computation.objects.filter(kind=ComputationKind.FIGURE, slot__target__isnull=False)
        .select_related("slot__target", "consolidation__round")
        .order_by("slot__position", "consolidation__round__year", "consolidation__number")
    )
    last: dict[str, dict[int, Computation]] = {}
    for each in found:
        assert each.slot is not None
        last.setdefault(each.slot.code, {})[each.consolidation.round.year] = each
    return [_reported(list(years.values())) for years in last.values()]


def _reported(rows: list[Computation]) -> Reported:
    newest = max(rows, key=lambda each: each.consolidation.round.year)
    slot = newest.slot
    assert slot is not None
    assert slot.target is not None
    return Reported(
        name=slot.name,
        definition=slot.definition,
        target=slot.target.text,
        unit_of_measure=slot.unit_of_measure,
        values=tuple((each.consolidation.round.year, each.value, each.id) for each in rows),
    )


def year_ends(*, until: date) -> list[Month]:
    """What loans say: the last measured month of each year, oldest first."""
    by_year = {each.month.year: each for each in over_time(Slice(), until=until, months=60)}
    return list(by_year.values())


def projected(base: Month, *, until_year: int, growth: Decimal, local_part: Decimal) -> tuple[Step, ...]:
    """Debts of the years after `base`, were they to grow by `growth` percent, `local_part` percent of it local."""
    ends = year_ends_by_plan(
        outstanding=base.part.figures.outstanding,
        local=base.part.local,
        growth=growth,
        local_part=local_part,
        after=base.month.year,
        until=until_year,
    )
    return tuple(
        Step(year=end.year, outstanding=int(end.outstanding), local=int(end.local), share=end.share) for end in ends
    )
