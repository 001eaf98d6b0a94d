"""Which rate a loan bears on a day, given when it was signed.

A change either touches every outstanding loan or only loans signed from its first day (QĐ 2553/QĐ-TTg is of the
first kind, QĐ 750/QĐ-TTg of the second); a temporary change gives way to what was before it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from dongvon.domain.programmes.vocabulary import AppliesTo, RateSpan, RateStep


def rate_on(steps: Iterable[RateStep], *, signed_on: date, day: date) -> Decimal | None:
    """The percent a year that a loan signed on `signed_on` bears on `day`; None where no step reaches it."""
    step = deciding(steps, signed_on=signed_on, day=day)
    return step.percent if step else None


def deciding(steps: Iterable[RateStep], *, signed_on: date, day: date) -> RateStep | None:
    """The step that gives a loan signed on `signed_on` its rate on `day`; None where no step reaches it."""
    reaching = [step for step in steps if _reaches(step, signed_on=signed_on, day=day)]
    return max(reaching, key=_precedence) if reaching else None


def spans(steps: Sequence[RateStep], *, signed_on: date) -> list[RateSpan]:
    """The loan's rates in order of time, from its signing; equal neighbours are one span, gaps are left out."""
    found: list[RateSpan] = []
    for start, end, step in decided(steps, signed_on=signed_on):
        if found and found[-1].percent == step.percent and found[-1].ends_on == start:
            start = found.pop().starts_on
        found.append(RateSpan(starts_on=start, ends_on=end, percent=step.percent))
    return found


def decided(steps: Sequence[RateStep], *, signed_on: date) -> list[tuple[date, date | None, RateStep]]:
    """Stretches of the loan's time, from its signing, each with the step that decides its rate; gaps are left out."""
    edges = sorted({signed_on, *_edges(steps, after=signed_on)})
    ends: list[date | None] = [*edges[1:], None]
    found: list[tuple[date, date | None, RateStep]] = []
    for start, end in zip(edges, ends, strict=True):
        step = deciding(steps, signed_on=signed_on, day=start)
        if step is None:
            continue
        if found and found[-1][2] == step and found[-1][1] == start:
            start = found.pop()[0]
        found.append((start, end, step))
    return found


def cohorts(steps: Sequence[RateStep]) -> list[date]:
    """First signing days of the groups of loans that share one history of rates."""
    return sorted({edge for step in steps for edge in (step.effective_on, step.until) if edge is not None})


def _reaches(step: RateStep, *, signed_on: date, day: date) -> bool:
    if day < step.effective_on or (step.until is not None and day >= step.until):
        return False
    return step.applies_to is AppliesTo.OUTSTANDING or signed_on >= step.effective_on


def _precedence(step: RateStep) -> tuple[date, bool]:
    """The later change wins; on the same day the temporary one does."""
    return step.effective_on, step.until is not None


def _edges(steps: Sequence[RateStep], *, after: date) -> set[date]:
    edges = {edge for step in steps for edge in (step.effective_on, step.until) if edge is not None}
    return {edge for edge in edges if edge > after}
