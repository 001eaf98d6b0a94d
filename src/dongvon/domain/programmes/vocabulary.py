"""Words of the catalogue: funds, channels, how sure a fact is, whom a rate touches."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from dongvon.kernel.confidence import Confidence as Confidence

#: A programme whose code in the bank's core system no source tells.
OPEN_CODE: Final = "?"


class Fund(StrEnum):
    """Whose money is lent; the bank's own codes are 1 and 2."""

    CENTRAL = "1"  # nguồn vốn trung ương
    LOCAL = "2"  # nguồn vốn địa phương ủy thác


class Channel(StrEnum):
    """How the loan reaches the borrower."""

    ENTRUSTED = "entrusted"  # ủy thác qua tổ và hội, đoàn thể
    DIRECT = "direct"  # cho vay trực tiếp


class PriorityClass(StrEnum):
    """The class of borrower within a programme that sets its rate."""

    ORDINARY = "ordinary"  # thông thường
    PRIORITY = "priority"  # đối tượng ưu tiên


class AppliesTo(StrEnum):
    """Which loans a change of rate touches."""

    NEW = "new"  # only loans signed from that day
    OUTSTANDING = "outstanding"  # every loan that is still owed, and new ones


class CeilingPer(StrEnum):
    """What a ceiling is counted over."""

    HOUSEHOLD = "household"
    PERSON = "person"
    WORKER = "worker"
    PROJECT = "project"
    WORK = "work"  # each type of works: water, sanitation
    MONTH = "month"  # each month of study
    HOUSE_REPAIR = "house_repair"  # of a household's ceiling, for mending its home
    ELECTRICITY = "electricity"  # of it, for being connected
    CLEAN_WATER = "clean_water"  # of it, for each clean water works
    SCHOOLING = "schooling"  # of it, for the costs of school, as the branch's director sets
    CONTRACT_SHARE = "contract_share"  # percent of the contract's value
    ESTIMATE_SHARE = "estimate_share"  # percent of the builder's estimate
    COLLATERAL_SHARE = "collateral_share"  # percent of what the security is worth


#: Parts of a household's ceiling: each bounds the lines of a plan that are for that use.
PARTS: Final = (CeilingPer.HOUSE_REPAIR, CeilingPer.ELECTRICITY, CeilingPer.CLEAN_WATER, CeilingPer.SCHOOLING)


@dataclass(frozen=True, slots=True, kw_only=True)
class RateStep:
    """One line of a rate's history: from `effective_on`, until the day before `until` where it is temporary."""

    effective_on: date
    until: date | None
    percent: Decimal
    applies_to: AppliesTo


@dataclass(frozen=True, slots=True, kw_only=True)
class RateSpan:
    """The rate of a loan on the days from `starts_on` up to, not with, `ends_on` (None: without end)."""

    starts_on: date
    ends_on: date | None
    percent: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasisDraft:
    """A legal document to be known to the catalogue."""

    number: str
    title: str
    issued_on: date | None
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class CeilingDraft:
    """The most that may be owed: an amount in đồng, or a percent, per something."""

    per: CeilingPer
    amount: int | None = None
    percent: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermDraft:
    """Conditions of a programme for loans signed from `effective_on`."""

    programme: UUID
    fund: Fund
    effective_on: date
    until: date | None
    channel: Channel
    longest_months: int | None
    grace_months: int
    collateral_above: int | None
    overdue_percent: Decimal | None
    rollover: bool
    ceilings: tuple[CeilingDraft, ...]
    basis: UUID
    confidence: Confidence
    since_stated: bool = True
    short_course_months: int | None = None
    short_course_times: int | None = None
    course_times: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RateDraft:
    """A change of rate to be proposed for one series."""

    programme: UUID
    fund: Fund
    priority_class: PriorityClass
    area: str
    step: RateStep
    basis: UUID
    confidence: Confidence
    since_stated: bool = True
