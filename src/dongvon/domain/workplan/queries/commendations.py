"""Commendation of a round: who was proposed, how the council voted, who was awarded."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, QuerySet

from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.workplan.models import (
    CommendationDecision,
    CommendationProposal,
    CouncilSeat,
    CouncilSession,
    Round,
    Vote,
)
from dongvon.domain.workplan.queries.ballots import ballots_of
from dongvon.domain.workplan.rules.balloting import Ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """Somebody put forward; `recipient` is the unit, or the person with the post."""

    id: UUID
    round: UUID
    unit: UUID
    unit_name: str
    full_name: str
    post_title: str
    form: str
    achievement: str
    total: Decimal | None
    rank: int | None
    proposed_by: str
    proposed_at: datetime
    awarded: bool

    @property
    def recipient(self) -> str:
        """Who would be awarded, as papers name them."""
        return (
            f"{self.full_name}, {self.post_title}, {self.unit_name}" if self.full_name else f"Tập thể {self.unit_name}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """An award."""

    id: UUID
    proposal: UUID
    unit_name: str
    full_name: str
    form: str
    document_number: str
    decided_on: date
    amount: int
    decided_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session of the council."""

    id: UUID
    round: UUID
    round_title: str
    year: int
    number: int
    held_on: date
    venue: str
    chair: str
    convened_by: str
    members: int
    closed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPage:
    """A session with its members, and each proposal with its ballot."""

    row: SessionRow
    members: tuple[str, ...]
    proposals: tuple[tuple[ProposalRow, Ballot], ...]
    has_seat: bool
    unvoted: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundToHonour:
    """A round whose time to report is over."""

    id: UUID
    title: str
    year: int


def rounds_to_honour(*, at: datetime) -> list[RoundToHonour]:
    """Rounds that may be scored, the latest first."""
    rows = Round.objects.filter(grace_until__lt=at, withdrawn_at=None).order_by("-due_at")
    return [RoundToHonour(**row) for row in rows.values("id", "title", "year")]


def proposals(round_: UUID, *, on: date) -> list[ProposalRow]:
    """Live proposals: collectives by rank, then persons."""
    found = CommendationProposal.objects.filter(round=round_, withdrawn_at=None)
    return _proposals(found.order_by("full_name", "score__rank", "proposed_at"), on=on)


def decisions(round_: UUID, *, on: date) -> list[DecisionRow]:
    """Awards of a round, as far as the asker may see them."""
    rows = list(
        CommendationDecision.objects.filter(round=round_).select_related("proposal").order_by("document_number")
    )
    units = units_by_id([row.unit_id for row in rows], on=on)
    people = names_of(row.decided_by_id for row in rows)
    return [
        DecisionRow(
            id=row.pk,
            proposal=row.proposal_id,
            unit_name=units[row.unit_id].full_name,
            full_name=row.full_name,
            form=row.proposal.form,
            document_number=row.document_number,
            decided_on=row.decided_on,
            amount=row.amount,
            decided_by=people[row.decided_by_id],
        )
        for row in rows
    ]


def sessions(round_: UUID) -> list[SessionRow]:
    """Sessions on a round, the latest first."""
    return _sessions(CouncilSession.objects.filter(round=round_).order_by("-number"))


def session_page(session: UUID, *, person: UUID, on: date) -> SessionPage | None:
    """One session as `person` sees it: `unvoted` are the proposals on which that person may still vote."""
    row = next(iter(_sessions(CouncilSession.objects.filter(pk=session))), None)
    if row is None:
        return None
    seats = list(CouncilSeat.objects.filter(session=session).values_list("person", flat=True))
    names = names_of(seats)
    listed = proposals(row.round, on=on)
    ballots = ballots_of(session)
    empty = Ballot(seats=len(seats), for_=0, against=0, abstain=0)
    voted = set(Vote.objects.filter(seat__session=session, seat__person=person).values_list("proposal", flat=True))
    may_vote = person in seats and row.closed_at is None
    return SessionPage(
        row=row,
        members=tuple(names[each] for each in seats),
        proposals=tuple((each, ballots.get(each.id, empty)) for each in listed),
        has_seat=person in seats,
        unvoted=tuple(each.id for each in listed if may_vote and each.id not in voted and not each.awarded),
    )


def _proposals(found: QuerySet[CommendationProposal], *, on: date) -> list[ProposalRow]:
    rows = list(found.select_related("score", "decision"))
    units = units_by_id([row.unit_id for row in rows], on=on)
    people = names_of(row.proposed_by_id for row in rows)
    return [
        ProposalRow(
            id=row.pk,
            round=row.round_id,
            unit=row.unit_id,
            unit_name=units[row.unit_id].full_name,
            full_name=row.full_name,
            post_title=row.post_title,
            form=row.form,
            achievement=row.achievement,
            total=row.score.total if row.score else None,
            rank=row.score.rank if row.score else None,
            proposed_by=people[row.proposed_by_id],
            proposed_at=row.proposed_at,
            awarded=hasattr(row, "decision"),
        )
        for row in rows
    ]


def _sessions(found: QuerySet[CouncilSession]) -> list[SessionRow]:
    rows = list(found.select_related("round").annotate(members=Count("seats")))
    people = names_of(person for row in rows for person in (row.chair_id, row.convened_by_id))
    return [
        SessionRow(
            id=row.pk,
            round=row.round_id,
            round_title=row.round.title,
            year=row.round.year,
            number=row.number,
            held_on=row.held_on,
            venue=row.venue,
            chair=people[row.chair_id],
            convened_by=people[row.convened_by_id],
            members=row.members,
            closed_at=row.closed_at,
        )
        for row in rows
    ]
