"""Debts at risk by round, two a year: what was asked for, what was booked by which decision, which freezes end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Sum

from dongvon.domain.groups.queries.directory import groups_by_id
from dongvon.domain.lending.models import Freeze, Loan, Petition, WriteOff
from dongvon.domain.lending.queries.balance_sheets import kept_on
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.domain.people.queries.search import people_by_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One of the two rounds of a year: the first takes what was received by the end of June, the second the rest."""

    year: int
    number: int

    @property
    def since(self) -> date:
        """Its first day."""
        return date(self.year, 1 if self.number == 1 else 7, 1)

    @property
    def until(self) -> date:
        """Its last day."""
        return date(self.year, 6, 30) if self.number == 1 else date(self.year, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLine:
    """A loan at risk with what it owes, in đồng; `until` where it is a freeze that ends."""

    loan: UUID
    contract_number: str
    borrower: UUID
    borrower_name: str
    hamlet: str
    group_code: str
    programme: str
    principal: int
    interest: int
    told: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedSum:
    """What one decision did to the books, in đồng."""

    decision: str
    households: int
    principal: int
    interest: int


def round_on(day: date) -> Round:
    """The round that takes what is received on a day."""
    return Round(year=day.year, number=1 if day.month <= 6 else 2)


def risks_asked(kind: PetitionKind, within: Round, *, on: date) -> list[RiskLine]:
    """Loans in sight for which a measure was asked in a round and not turned down, by commune and contract."""
    found = Petition.objects.filter(kind=kind, received_on__range=(within.since, within.until)).exclude(granted=False)
    asked = dict(found.order_by("received_on").values_list("loan", "asked"))
    return _lines(asked, until={}, on=on)


def freezes_ending(within: Round, *, on: date) -> list[RiskLine]:
    """Loans in sight whose freeze ends in a round and did not end before, by commune and contract."""
    found = Freeze.objects.filter(until_on__range=(within.since, within.until), end=None)
    told = dict(found.values_list("loan", "reason"))
    return _lines(told, until=dict(found.values_list("loan", "until_on")), on=on)


def booked_by_decision(kind: PetitionKind, within: Round) -> list[BookedSum]:
    """What each decision froze or wrote off in a round; a freeze leaves the interest where it is."""
    acts: type[Freeze] | type[WriteOff] = Freeze if kind is PetitionKind.FREEZE else WriteOff
    principal = F("in_term") + F("overdue") if acts is Freeze else F("principal")
    interest = Sum("interest") if acts is WriteOff else Sum(F("in_term") * 0)
    rows = acts.objects.filter(booked_on__range=(within.since, within.until)).values("decision").order_by("decision")
    sums = rows.annotate(households=Count("loan__borrower_id", distinct=True), owed=Sum(principal), unpaid=interest)
    return [
        BookedSum(
            decision=row["decision"],
            households=row["households"],
            principal=int(row["owed"]),
            interest=int(row["unpaid"]),
        )
        for row in sums
    ]


def _lines(told: dict[UUID, str], *, until: dict[UUID, date], on: date) -> list[RiskLine]:
    loans = list(_loans(told))
    kept = kept_on([row.id for row in loans], as_of=on)
    people = people_by_id({row.borrower_id for row in loans})
    groups = groups_by_id({row.group_id for row in loans if row.group_id})
    lines = []
    for row in loans:
        person = people.get(row.borrower_id)
        lines.append(
            RiskLine(
                loan=row.id,
                contract_number=row.contract_number,
                borrower=row.borrower_id,
                borrower_name=person.full_name if person else "",
                hamlet=person.hamlet if person else "",
                group_code=groups[row.group_id].code if row.group_id in groups else "",
                programme=row.series.programme.name,
                principal=row.in_term + row.overdue + row.frozen,
                interest=kept[row.id].interest if row.id in kept else 0,
                told=told[row.id],
                until=until.get(row.id),
            )
        )
    return lines


def _loans(ids: Iterable[UUID]) -> Iterable[Loan]:
    found = Loan.objects.filter(id__in=list(ids)).select_related("series__programme")
    return found.order_by("place", "contract_number")
