"""Attach evidence: a file or an address that shows what a report says about a clause."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.documents.operations.attach import attach
from dongvon.domain.workplan.models import Evidence
from dongvon.domain.workplan.operations.reporting import WRITERS, advance, check_owed, held_for_writing
from dongvon.domain.workplan.rules.links import checked_link
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NothingGiven(Refusal):
    """Neither a file nor an address, or both."""

    text = "Đề nghị chọn một tệp hoặc nhập một đường dẫn làm minh chứng."
    field = "file"


@operation(allowed=WRITERS)
def attach_evidence(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    report: UUID,
    clause: UUID,
    title: str = "",
    file_name: str = "",
    content: bytes = b"",
    link: str = "",
) -> UUID:
    """The id of the new evidence; without a title it is called as its file or its address.

    Refuses UnknownReport, NotYourUnit, HandedIn, PeriodLocked, NotOwed, NothingGiven, NotALink and what
    documents.attach refuses.
    """
    found = held_for_writing(report, by=by, at=at)
    check_owed(found, clause)
    if bool(file_name) == bool(link.strip()):
        raise NothingGiven
    address = checked_link(link) if link.strip() else ""
    attachment = None
    if file_name:
        attachment = attach(key=key, by=by, at=at, unit=found.reporter_id, file_name=file_name, content=content)
    advance(found, by=by, at=at)
    return Evidence.objects.create(
        report=found,
        clause_id=clause,
        title=(clean(title) or clean(file_name) or address)[:300],
        attachment_id=attachment,
        link=address,
        changed_by_id=by.person,
        changed_at=at,
    ).pk
