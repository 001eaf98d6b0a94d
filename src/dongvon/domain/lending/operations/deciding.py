"""A petition taken up by the verb that decides it: by somebody else than its maker, and once."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Loan, Petition
from dongvon.domain.lending.queries.decision_rules import asking_day
from dongvon.domain.lending.rules.asking import require_in_time
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.kernel.refusals import Refusal


class NoSuchPetition(Refusal):
    """No petition of that kind, or none in sight of the asker."""

    text = "Không tìm thấy đề nghị trong phạm vi của bạn."
    field = "petition"


class AlreadyDecided(Refusal):
    """Once is enough."""

    text = "Đề nghị này đã có quyết định."
    field = "petition"


class OwnPetition(Refusal):
    """Maker and checker are two people."""

    text = "Người lập đề nghị không được tự quyết định; đề nghị chuyển người có thẩm quyền khác."
    field = "petition"


class NoDecision(Refusal):
    """A decision has a number."""

    text = "Hãy ghi số của văn bản quyết định."
    field = "decision"


def take_up(petition: UUID, *, by: Actor, kind: PetitionKind | None = None) -> Petition:
    """Lock an open petition. Refuses NoSuchPetition, AlreadyDecided, OwnPetition."""
    held = Petition.objects.select_for_update().filter(id=petition).first()
    if held is None or (kind is not None and held.kind != kind):
        raise NoSuchPetition
    if held.decided_by is not None:
        raise AlreadyDecided
    if held.proposed_by == by.person:
        raise OwnPetition
    return held


def require_asked_in_time(petition: Petition, *, loan: Loan, due_on: date) -> None:
    """The paper was received by the day that the rows of its kind set. Refuses AskedTooLate."""
    received = petition.received_on
    day = asking_day(
        PetitionKind(petition.kind), series=loan.series_id, due_on=due_on, session_day=loan.session_day, on=received
    )
    if day is not None:
        require_in_time(received, latest=day.latest_on, due_on=due_on)


def grant(petition: Petition, *, by: Actor, at: datetime, decision: str, act: UUID) -> UUID:
    """Write down what came of the petition; gives the act. Refuses NoDecision."""
    if not decision.strip():
        raise NoDecision
    answer(petition, by=by, at=at, granted=True, words=decision, act=act)
    return act


def answer(petition: Petition, *, by: Actor, at: datetime, granted: bool, words: str, act: UUID | None = None) -> None:
    """Write the decision into the petition."""
    petition.decided_by, petition.decided_at = by.person, at
    petition.granted, petition.answer, petition.act = granted, words.strip(), act
    petition.save(update_fields=["decided_by", "decided_at", "granted", "answer", "act"])
