"""Which papers of a round of debts at risk are printed, filled with what."""

from datetime import date
from typing import Any

from dongvon.domain.lending.papers import risk_round
from dongvon.domain.lending.papers.filled import FilledPaper
from dongvon.domain.lending.papers.wording import long_day
from dongvon.domain.lending.queries.risk_rounds import (
    RiskLine,
    Round,
    booked_by_decision,
    freezes_ending,
    risks_asked,
)
from dongvon.domain.lending.vocabulary import PetitionKind


def paper_of_round(code: str, within: Round, *, office: str, place: str, on: date) -> FilledPaper | None:
    """One paper of a round, of the loans in sight; None where there is no such form."""
    form = next((each for each in risk_round.FORMS if each.code == code), None)
    if form is None:
        return None
    marks, lines = _filled(code, within, on=on)
    head = {"office": office, "place": place, "day": long_day(on), "number": within.number, "year": str(within.year)}
    return FilledPaper(form, {**head, **marks}, tuple(line.borrower for line in lines))


def _filled(code: str, within: Round, *, on: date) -> tuple[dict[str, Any], list[RiskLine]]:
    if code in (risk_round.FROZEN.code, risk_round.WRITTEN_OFF.code):
        kind = PetitionKind.FREEZE if code == risk_round.FROZEN.code else PetitionKind.WRITE_OFF
        return risk_round.result_values(booked_by_decision(kind, within)), []
    if code == risk_round.FREEZES_ENDING.code:
        lines = freezes_ending(within, on=on)
        return risk_round.list_values(lines), lines
    frozen, off = (risks_asked(kind, within, on=on) for kind in (PetitionKind.FREEZE, PetitionKind.WRITE_OFF))
    if code == risk_round.SUBMISSION.code:
        return risk_round.submission_values(frozen, off), [*frozen, *off]
    lines = frozen if code == risk_round.TO_FREEZE.code else off
    return risk_round.list_values(lines), lines
