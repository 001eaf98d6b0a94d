"""Detach evidence from a report that is still being written; the file itself stays in the archive."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.workplan.models import Evidence
from dongvon.domain.workplan.operations.reporting import WRITERS, advance, held_for_writing
from dongvon.kernel.refusals import Refusal


class UnknownEvidence(Refusal):
    """Gone already, or never seen."""

    text = "Minh chứng này không còn trong báo cáo; đề nghị tải lại trang."


@operation(allowed=WRITERS)
def detach_evidence(*, key: UUID, by: Actor, at: datetime, evidence: UUID) -> None:
    """Take one piece of evidence out. Refuses UnknownEvidence, NotYourUnit, HandedIn, PeriodLocked."""
    piece = Evidence.objects.filter(pk=evidence).first()
    if piece is None:
        raise UnknownEvidence
    found = held_for_writing(piece.report_id, by=by, at=at)
    advance(found, by=by, at=at)
    piece.delete()
