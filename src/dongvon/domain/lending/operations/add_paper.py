"""Put a paper into the file."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Application, DossierPaper
from dongvon.domain.lending.operations.apply import PaperDraft, paper_row
from dongvon.domain.lending.operations.moving import NoSuchApplication, StepTaken
from dongvon.domain.lending.rules.road import OPEN
from dongvon.domain.lending.vocabulary import Stage
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal


class PaperThere(Refusal):
    """One of each kind is enough."""

    text = "Hồ sơ đã có giấy tờ loại này."
    field = "code"


@operation(allowed={Role.GROUP_LEADER, Role.COMMUNE_OFFICER, Role.COMMUNE_CHAIR, Role.CREDIT_OFFICER, Role.SYSTEM})
def add_paper(*, key: UUID, by: Actor, at: datetime, application: UUID, paper: PaperDraft) -> UUID:
    """Add what was missing, until the director decides. Refuses NoSuchApplication, StepTaken, PaperThere."""
    row = Application.objects.select_for_update().filter(id=application).first()
    if row is None:
        raise NoSuchApplication
    if row.stage not in OPEN | {Stage.RETURNED}:
        raise StepTaken(at=row.moved_at.astimezone(VIETNAM))
    if DossierPaper.objects.filter(application=row, code=paper.code).exists():
        raise PaperThere
    added = paper_row(row.id, paper, by=by, at=at, id_=new_id())
    added.save(force_insert=True)
    return added.id
