"""Propose: put a unit, or one of its people, forward for commendation."""

from datetime import datetime
from typing import Any
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import CommendationDecision, CommendationProposal, Obligation, Score
from dongvon.domain.workplan.operations.reporting import BRANCH
from dongvon.domain.workplan.rules.words import tidy
from dongvon.domain.workplan.vocabulary import CommendationForm
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class AchievementNeeded(Refusal):
    """A proposal says for what."""

    text = "Đề nghị nêu thành tích được đề nghị khen thưởng."
    field = "achievement"


class NotInRound(Refusal):
    """The unit had no part in the round."""

    text = "Đơn vị này không tham gia kỳ báo cáo đã chọn; đề nghị chọn lại."
    field = "unit"


class ProposedAlready(Refusal):
    """The recipient is on the list, or was awarded for the same."""

    text = "{who} đã được đề nghị hoặc đã được khen thưởng cho cùng thành tích của kỳ này."
    field = "full_name"


@operation(allowed=BRANCH | {Role.UNIT_HEAD})
def propose(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    round: UUID,
    unit: UUID,
    certificate: CommendationForm,
    achievement: str,
    full_name: str = "",
    post_title: str = "",
) -> UUID:
    """The id of the proposal; without `full_name` it is for the unit as a collective.

    Refuses AchievementNeeded, NotInRound, ProposedAlready.
    """
    if not tidy(achievement):
        raise AchievementNeeded
    if not Obligation.objects.filter(round=round, reporter=unit).exists():
        raise NotInRound
    recipient: dict[str, Any] = {"round_id": round, "unit_id": unit, "full_name": clean(full_name)}
    _check_once(**recipient)
    last = Score.objects.filter(scoring__round=round, unit=unit).order_by("-scoring__number").first()
    return CommendationProposal.objects.create(
        **recipient,
        post_title=clean(post_title),
        form=CommendationForm(certificate),
        achievement=tidy(achievement),
        score=last,
        proposed_by_id=by.person,
        proposed_at=at,
    ).pk


def _check_once(**recipient: UUID | str) -> None:
    proposed = CommendationProposal.objects.filter(**recipient, withdrawn_at=None).exists()
    if proposed or CommendationDecision.objects.filter(**recipient).exists():
        raise ProposedAlready(who=recipient["full_name"] or "Tập thể đơn vị")
