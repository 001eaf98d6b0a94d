"""Put a paper into the file."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.documents.operations.attach import attach
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
def add_paper(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    application: UUID,
    paper: PaperDraft,
    file_name: str = "",
    content: bytes = b"",
) -> UUID:
    """Add what was missing, with a copy where one is given, until the director decides.

    Refuses NoSuchApplication, StepTaken, PaperThere and what documents.attach refuses.
    """
    row = Application.objects.select_for_update().filter(id=application).first()
    if row is None:
        raise NoSuchApplication
    if row.stage not in OPEN | {Stage.RETURNED}:
        raise StepTaken(at=row.moved_at.astimezone(VIETNAM))
    if DossierPaper.objects.filter(application=row, code=paper.code).exists():
        raise PaperThere
    if file_name:
        assert by.unit is not None, "a copy is given by somebody of a unit"
        copy = attach(key=key, by=by, at=at, unit=by.unit, file_name=file_name, content=content)
        paper = replace(paper, attachment=copy)
    added = paper_row(row.id, paper, by=by, at=at, id_=new_id())
    added.save(force_insert=True)
    return added.id
