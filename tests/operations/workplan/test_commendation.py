"""Scores, proposals, a council and an award that is given once."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import CommendationDecision, Score, Submission
from dongvon.domain.workplan.operations.accept import accept
from dongvon.domain.workplan.operations.award import NotCarried, OwnProposal, StillVoting, award
from dongvon.domain.workplan.operations.close_session import close_session
from dongvon.domain.workplan.operations.convene import MembersNeeded, NothingProposed, convene
from dongvon.domain.workplan.operations.propose import NotInRound, ProposedAlready, propose
from dongvon.domain.workplan.operations.score import NotDueYet, score
from dongvon.domain.workplan.operations.vote import Ballot, NoSeat, VotedAlready, vote
from dongvon.domain.workplan.operations.withdraw_proposal import withdraw_proposal
from dongvon.domain.workplan.vocabulary import Choice, CommendationForm
from dongvon.kernel.ids import new_id
from tests.reporting import LONG_BINH, TRANG_BOM, Reporting

AFTER = timedelta(days=30)
COUNCIL = ("lan", "binh", "mai")


def proposed(world: Reporting, *, unit: str = LONG_BINH, full_name: str = "") -> UUID:
    return propose(
        **world.envelope("nam", later=AFTER),
        round=world.round,
        unit=world.city.units[unit],
        certificate=CommendationForm.CITY_CERTIFICATE,
        achievement="Hoàn thành tốt nhiệm vụ, gửi báo cáo sớm",
        full_name=full_name,
    )


def convened(world: Reporting) -> UUID:
    members = tuple(world.actor(name).person for name in COUNCIL)
    return convene(
        **world.envelope("nam", later=AFTER),
        round=world.round,
        held_on=date(2027, 1, 12),
        venue="Phòng họp số 2",
        chair=members[0],
        members=members,
    )


def cast(world: Reporting, session: UUID, proposal: UUID, **choices: Choice) -> None:
    for name, choice in choices.items():
        ballot = Ballot(proposal=proposal, choice=choice)
        vote(**world.envelope(name, later=AFTER), session=session, ballots=(ballot,))


def awarded(world: Reporting, proposal: UUID, session: UUID, *, by: str = "binh") -> UUID:
    return award(
        **world.envelope(by, later=AFTER),
        proposal=proposal,
        session=session,
        document_number="15/QĐ-UBND",
        decided_on=date(2027, 1, 20),
        amount=2_000_000,
    )


def carried(world: Reporting) -> tuple[UUID, UUID]:
    proposal = proposed(world)
    session = convened(world)
    cast(world, session, proposal, lan=Choice.FOR, binh=Choice.FOR, mai=Choice.FOR)
    close_session(**world.envelope("nam", later=AFTER), session=session)
    return proposal, session


def test_scores_follow_the_formula_and_rank(world: Reporting) -> None:
    report = world.handed_in()
    hash_ = Submission.objects.get(report=report).content_hash
    accept(**world.envelope("nam"), report=report, content_hash=hash_)
    scoring = score(**world.envelope("lan", later=AFTER), round=world.round)
    rows = {row.unit_id: row for row in Score.objects.filter(scoring=scoring)}
    first, second = rows[world.city.units[LONG_BINH]], rows[world.city.units[TRANG_BOM]]
    assert (first.rank, first.timeliness, first.results, first.quality) == (1, Decimal(30), Decimal(30), Decimal(15))
    assert (first.completeness, first.total) == (Decimal(25), Decimal(100))
    assert (second.rank, second.total) == (2, 0)


def test_nobody_is_scored_before_the_round_is_over(world: Reporting) -> None:
    with pytest.raises(NotDueYet):
        score(**world.envelope("lan"), round=world.round)


def test_an_award_follows_a_vote(world: Reporting) -> None:
    proposal, session = carried(world)
    decision = CommendationDecision.objects.get(pk=awarded(world, proposal, session))
    assert (decision.unit_id, decision.full_name, decision.amount) == (world.city.units[LONG_BINH], "", 2_000_000)


def test_two_of_three_are_too_few(world: Reporting) -> None:
    proposal = proposed(world)
    session = convened(world)
    cast(world, session, proposal, lan=Choice.FOR, binh=Choice.FOR, mai=Choice.AGAINST)
    close_session(**world.envelope("nam", later=AFTER), session=session)
    with pytest.raises(NotCarried, match="2/3"):
        awarded(world, proposal, session)


def test_without_a_quorum_nothing_is_carried(world: Reporting) -> None:
    proposal = proposed(world)
    session = convened(world)
    cast(world, session, proposal, lan=Choice.FOR)
    close_session(**world.envelope("nam", later=AFTER), session=session)
    with pytest.raises(NotCarried):
        awarded(world, proposal, session)


def test_no_award_while_the_council_votes(world: Reporting) -> None:
    proposal = proposed(world)
    session = convened(world)
    with pytest.raises(StillVoting):
        awarded(world, proposal, session)


def test_the_same_achievement_is_proposed_once(world: Reporting) -> None:
    proposed(world)
    with pytest.raises(ProposedAlready):
        proposed(world)


def test_a_person_of_the_unit_is_another_recipient(world: Reporting) -> None:
    assert proposed(world) != proposed(world, full_name="Huỳnh Tấn Lộc")


def test_a_withdrawn_proposal_may_be_made_again(world: Reporting) -> None:
    withdraw_proposal(**world.envelope("nam", later=AFTER), proposal=proposed(world))
    proposed(world)


def test_what_was_awarded_is_not_proposed_again(world: Reporting) -> None:
    awarded(world, *carried(world))
    with pytest.raises(ProposedAlready):
        proposed(world)


def test_the_database_itself_gives_no_second_award(world: Reporting) -> None:
    decision = CommendationDecision.objects.get(pk=awarded(world, *carried(world)))
    decision.pk = new_id()
    with pytest.raises(IntegrityError), transaction.atomic():
        decision.save(force_insert=True)


def test_the_database_ties_a_decision_to_its_proposal(world: Reporting) -> None:
    proposal, session = carried(world)
    with pytest.raises(IntegrityError, match="repeats its proposal"), transaction.atomic():
        CommendationDecision.objects.create(
            proposal_id=proposal, session_id=session, round_id=world.round, unit_id=world.city.units[TRANG_BOM],
            document_number="1/QĐ", decided_on=date(2027, 1, 20), amount=0, decided_at=world.at,
            proposed_by_id=world.actor("nam").person, decided_by_id=world.actor("binh").person,
        )  # fmt: skip


def test_who_proposes_does_not_decide(world: Reporting) -> None:
    proposal = propose(
        **world.envelope("lan", later=AFTER),
        round=world.round,
        unit=world.city.units[LONG_BINH],
        certificate=CommendationForm.BRANCH_CERTIFICATE,
        achievement="Gửi báo cáo sớm nhất",
    )
    with pytest.raises(OwnProposal):
        awarded(world, proposal, convened(world), by="lan")


def test_a_member_votes_once(world: Reporting) -> None:
    proposal = proposed(world)
    session = convened(world)
    cast(world, session, proposal, lan=Choice.FOR)
    with pytest.raises(VotedAlready):
        cast(world, session, proposal, lan=Choice.AGAINST)


def test_only_members_vote(world: Reporting) -> None:
    proposal = proposed(world)
    session = convened(world)
    with pytest.raises(NoSeat):
        cast(world, session, proposal, nam=Choice.FOR)


def test_a_council_needs_three_members_and_its_chair(world: Reporting) -> None:
    proposed(world)
    arguments: dict[str, Any] = {"round": world.round, "held_on": date(2027, 1, 12), "venue": "Phòng họp"}
    lan, nam = world.actor("lan").person, world.actor("nam").person
    with pytest.raises(MembersNeeded):
        convene(**world.envelope("nam", later=AFTER), chair=lan, members=(lan, nam), **arguments)


def test_a_council_needs_a_proposal(world: Reporting) -> None:
    with pytest.raises(NothingProposed):
        convened(world)


def test_only_units_of_the_round_are_proposed(world: Reporting) -> None:
    with pytest.raises(NotInRound):
        proposed(world, unit="so-tai-chinh")


def test_the_glory_of_a_role_does_not_vote_without_a_seat(world: Reporting) -> None:
    proposal = proposed(world)
    session = convened(world)
    world.city.actor("chien", unit="ubnd", role=Role.COUNCIL_MEMBER)
    outsider = world.city.actor("chien", unit="so-tai-chinh", role=Role.COUNCIL_MEMBER)
    with pytest.raises(NoSeat):
        vote(
            key=new_id(), by=outsider, at=world.at, session=session,
            ballots=(Ballot(proposal=proposal, choice=Choice.FOR),),
        )  # fmt: skip
