"""Put an edited form of the road into use."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.documents.operations.store_template import store_template
from dongvon.domain.documents.papers.filled_form import to_fill_in
from dongvon.domain.documents.papers.word_form import word
from dongvon.domain.lending.papers.shelf import FORMS
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NoSuchForm(Refusal):
    """The shelf has no form of that code."""

    text = "Không có biểu mẫu này trong danh mục."


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
def replace_form(*, key: UUID, by: Actor, at: datetime, code: str, file_name: str, content: bytes, note: str) -> UUID:
    """The id of the version, in use from now on; it is filled on trial first.

    Refuses NoSuchForm, UnfitTemplate, NoteNeeded.
    """
    if code not in FORMS:
        raise NoSuchForm
    form = FORMS[code]
    word(form, to_fill_in(form), template=content)
    return store_template(key=key, by=by, at=at, code=code, file_name=file_name, content=content, note=note)
