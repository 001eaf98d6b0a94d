"""May they borrow, and why: one explanation for officer and citizen, before a request and at each of its steps."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from dongvon.domain.lending.queries.conditions import Offer, offers
from dongvon.domain.lending.queries.household_facts import Known, known
from dongvon.domain.lending.queries.wishes import wishes
from dongvon.domain.lending.rules.eligibility.amounts import Room
from dongvon.domain.lending.rules.eligibility.engine import Finding, findings, verdict, verdict_of
from dongvon.domain.lending.rules.eligibility.facts import Alike, Debt, Facts, Listing
from dongvon.domain.lending.vocabulary import Outcome, Verdict
from dongvon.domain.programmes.vocabulary import Fund


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One condition: how it stands, by which article, on which record (`seen`), and what to do when it does not.

    It is `spare` where another that would do as well is met.
    """

    code: str
    check: str
    outcome: str
    title: str
    remedy: str
    article: str
    basis: str
    confidence: str
    values: tuple[str, ...]
    number: int | None
    seen: dict[str, Any]
    spare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """How a programme's conditions stand for one household on a day."""

    programme: UUID
    key: str
    name: str
    on: date
    verdict: str
    lines: tuple[Line, ...]

    @property
    def failed(self) -> tuple[Line, ...]:
        """What speaks against it."""
        return tuple(line for line in self.lines if line.outcome == Outcome.FAILED and not line.spare)

    @property
    def doubtful(self) -> tuple[Line, ...]:
        """What rests on an unconfirmed rule and waits for an officer's word."""
        return tuple(line for line in self.lines if line.outcome == Outcome.DOUBTFUL and not line.spare)

    @property
    def missing(self) -> tuple[Line, ...]:
        """What has yet to be shown."""
        return tuple(line for line in self.lines if line.outcome == Outcome.MISSING and not line.spare)


def explained(household: UUID, *, on: date, borrower: UUID | None = None) -> list[Explanation]:
    """Every programme held against what is on record about a household; empty when it is out of sight."""
    record = known([household], on=on).get(household)
    if record is None:
        return []
    facts = record.facts(on=on, borrower=borrower)
    return [_explanation(offer, facts) for offer in offers(on=on)]


def explanation_of(application: UUID, *, on: date) -> Explanation | None:
    """One application as it stands on `on`; None when it is out of sight or its programme does not lend."""
    return explanations([application], on=on).get(application)


def explanations(applications: Iterable[UUID], *, on: date) -> dict[UUID, Explanation]:
    """The same for a list of applications, in as many queries as for one."""
    asked = list(wishes(list(applications)))
    records = known({row.household_id for row, _ in asked}, on=on, without=[row.id for row, _ in asked])
    wanted, funds = {row.programme_id for row, _ in asked}, {row.fund for row, _ in asked}
    lent = {fund: {each.programme: each for each in offers(on=on, fund=Fund(fund), only=wanted)} for fund in funds}
    found = {}
    for row, wish in asked:
        offer, record = lent[row.fund].get(row.programme_id), records.get(row.household_id)
        if offer is not None and record is not None:
            facts = record.facts(on=on, borrower=row.borrower_id)
            found[row.id] = _explanation(offer, replace(facts, wish=wish))
    return found


def entitled(
    households: Iterable[UUID], *, on: date, among: Iterable[Offer] | None = None
) -> Iterator[tuple[Known, dict[str, Verdict]]]:
    """What is known of many households, with verdicts by programme, for whoever looks for those who are missed.

    Of every programme that lends, or `among` these.
    """
    lending, told = offers(on=on) if among is None else tuple(among), dict[Alike, dict[str, Verdict]]()
    for record in known(list(households), on=on).values():
        facts = record.facts(on=on)
        alike = facts.alike
        if alike not in told:
            told[alike] = {offer.key: verdict(offer.demands, facts) for offer in lending}
        yield record, told[alike]


def as_rows(explanation: Explanation) -> list[dict[str, Any]]:
    """The lines as they are kept with a step."""
    return [asdict(line) for line in explanation.lines]


def as_kept(rows: Iterable[Mapping[str, Any]]) -> tuple[Line, ...]:
    """Lines that were kept with a step."""
    return tuple(Line(**{**row, "values": tuple(row["values"])}) for row in rows)


def _explanation(offer: Offer, facts: Facts) -> Explanation:
    found = findings(offer.demands, facts)
    healed = {each.demand.alternative for each in found if each.outcome is Outcome.MET} - {""}
    return Explanation(
        programme=offer.programme,
        key=offer.key,
        name=offer.name,
        on=facts.on,
        verdict=verdict_of(found).value,
        lines=tuple(_line(finding, healed=healed) for finding in found),
    )


def _line(finding: Finding, *, healed: Collection[str]) -> Line:
    demand = finding.demand
    return Line(
        code=demand.code,
        check=str(demand.check),
        outcome=finding.outcome.value,
        title=demand.title,
        remedy=demand.remedy,
        article=demand.article,
        basis=demand.basis,
        confidence=demand.confidence,
        values=tuple(sorted(demand.values)),
        number=None if demand.number is None else int(demand.number),
        seen=_seen(finding.record),
        spare=demand.alternative in healed and finding.outcome is not Outcome.MET,
    )


def _seen(record: object) -> dict[str, Any]:
    """The record a finding rests on, in plain values that can be kept and told."""
    if isinstance(record, Listing):
        decided = f"{record.decided_on:%d/%m/%Y}"
        return {"list": record.kind, "decision": record.decision, "decided": decided, "since": _day(record.from_on)}
    if isinstance(record, Debt):
        return {"contract": record.number, "programme": record.programme, "owed": record.owed + record.promised}
    if isinstance(record, Room):
        return {"most": record.most, "owed": record.owed, "left": record.left}
    if isinstance(record, date):
        return {"day": _day(record)}
    return {} if record is None else {"shown": record}


def _day(on: date) -> str:
    return f"{on:%d/%m/%Y}"
