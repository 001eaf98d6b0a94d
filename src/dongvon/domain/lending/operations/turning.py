"""A file turned away or sent back, as part of whichever step does it."""

from datetime import datetime

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Application, Correction, Decline
from dongvon.domain.lending.operations.moving import advance
from dongvon.domain.lending.queries.routes import route_of, routes
from dongvon.domain.lending.rules.road import resumed_at
from dongvon.domain.lending.vocabulary import Stage
from dongvon.domain.programmes.vocabulary import Channel
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class ReasonMissing(Refusal):
    """Nobody is turned away without being told why."""

    text = "Hãy ghi rõ lý do từ chối, hoặc nội dung cần bổ sung."
    field = "reason"


def refuse(row: Application, *, by: Actor, at: datetime, reason: str, article: str = "") -> None:
    """Say no for a reason. Refuses ReasonMissing."""
    reason = _given(reason)
    Decline.objects.create(
        application=row, person=by.person, acted_at=at, stage=row.stage, reason=reason, article=article
    )
    advance(row, Stage.REFUSED, at=at)


def return_for_correction(row: Application, *, by: Actor, at: datetime, missing: str) -> None:
    """Send the file back; steps that will be taken anew are nobody's again. Refuses ReasonMissing."""
    missing = _given(missing)
    route = route_of(routes(on=at.astimezone(VIETNAM).date()), programme=row.programme_id, channel=Channel(row.channel))
    again = resumed_at(Stage(row.stage), screened=route.screened, confirmed=bool(route.forms))
    Correction.objects.create(application=row, person=by.person, acted_at=at, stage=row.stage, missing=missing)
    advance(row, Stage.RETURNED, at=at, resumes_at=again, appraised_by=None, controlled_by=None)


def _given(text: str) -> str:
    if not text.strip():
        raise ReasonMissing
    return text.strip()
