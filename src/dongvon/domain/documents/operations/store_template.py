"""Store a new version of a template; earlier ones stay."""

import hashlib
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.documents.models import Template
from dongvon.domain.documents.papers.filling import check_package
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class NoteNeeded(Refusal):
    """A new version says what is new."""

    text = "Đề nghị ghi ngắn gọn nội dung thay đổi của mẫu."
    field = "note"


class BeginsBeforeToday(Refusal):
    """What was printed was printed: no version begins in the past."""

    text = "Mẫu mới dùng từ hôm nay hoặc một ngày sau; đề nghị chọn lại ngày."
    field = "from_on"


@operation(allowed={"branch_officer", "branch_director"})
def store_template(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    code: str,
    file_name: str,
    content: bytes,
    note: str,
    from_on: date | None = None,
) -> UUID:
    """The id of the version, in use from `from_on`, by default today.

    Refuses NoteNeeded, BeginsBeforeToday, UnfitTemplate.
    """
    if not clean(note):
        raise NoteNeeded
    today = at.astimezone(VIETNAM).date()
    if from_on and from_on < today:
        raise BeginsBeforeToday
    check_package(content)
    last = Template.objects.filter(code=code).aggregate(last=Max("number"))["last"] or 0
    return Template.objects.create(
        code=code,
        number=last + 1,
        file_name=clean(file_name)[:200],
        content=content,
        content_hash=hashlib.sha256(content).hexdigest(),
        note=clean(note)[:300],
        from_on=from_on or today,
        stored_by=by.person,
        stored_at=at,
    ).pk
