"""Replace the form of the city report by one that officials edited in Word, once it was tried."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.documents.operations.store_template import store_template
from dongvon.domain.documents.papers.filling import fill
from dongvon.domain.workplan.operations.reporting import BRANCH
from dongvon.domain.workplan.papers.report_form import CODE
from dongvon.domain.workplan.papers.report_values import report_values
from dongvon.domain.workplan.papers.sample import sample_report


@operation(allowed=BRANCH)
def replace_template(*, key: UUID, by: Actor, at: datetime, file_name: str, content: bytes, note: str) -> UUID:
    """The id of the new version, in use from the next consolidation on.

    Refuses UnfitTemplate (with the mark that cannot be filled), NoteNeeded.
    """
    fill(content, report_values(sample_report()))
    return store_template(key=key, by=by, at=at, code=CODE, file_name=file_name, content=content, note=note)
