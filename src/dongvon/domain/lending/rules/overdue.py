"""Which unpaid principal goes overdue at the close of a day.

Sources: contracts before 01/03/2026 carry an unpaid instalment to the next, later ones send it overdue unless
it was rescheduled (597/NHCS-TDNN of 30/01/2026, second-hand); at the final day everything unpaid goes overdue.
The regimes come in as dated rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dongvon.kernel.refusals import Refusal


class Unpaid(StrEnum):
    """What happens to an instalment nobody paid."""

    CARRIED = "carried"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, order=True)
class Regime:
    """The fate of unpaid instalments of contracts signed from a day on."""

    contracts_from: date
    unpaid: Unpaid


@dataclass(frozen=True, slots=True, kw_only=True)
class UnpaidPart:
    """Principal of one instalment still unpaid; `rescheduled_on` is its new day where one was agreed."""

    due_on: date
    amount: int
    rescheduled_on: date | None = None


class BeyondNextDue(Refusal):
    """A rescheduled instalment may not pass the next one, nor the end of the loan."""

    text = "Ngày trả mới không được sau kỳ trả nợ tiếp theo ({latest:%d/%m/%Y}); đề nghị chọn ngày sớm hơn."
    field = "due_on"


def goes_overdue(
    parts: Sequence[UnpaidPart], *, contract_on: date, final_on: date, regimes: Sequence[Regime], on: date
) -> int:
    """Principal to move to overdue when the books of `on` are closed; `final_on` is the extended final due day.

    All days are those by commune transaction day.
    """
    if on >= final_on:
        return sum(each.amount for each in parts)
    if regime_of(contract_on, regimes=regimes) is Unpaid.CARRIED:
        return 0
    return sum(each.amount for each in parts if (each.rescheduled_on or each.due_on) <= on)


def regime_of(contract_on: date, *, regimes: Sequence[Regime]) -> Unpaid:
    """The regime of a contract by the day it was signed."""
    past = [each for each in sorted(regimes) if each.contracts_from <= contract_on]
    assert past, "the catalogue has a regime for every contract"
    return past[-1].unpaid


def rescheduled(*, to: date, next_due_on: date | None, final_on: date) -> date:
    """The day an instalment is moved to; it may be moved again later. Refuses `BeyondNextDue`."""
    latest = min(next_due_on or final_on, final_on)
    if to > latest:
        raise BeyondNextDue(latest=latest)
    return to
