"""Put an edited form of the road into use."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.documents.operations.store_template import store_template
from dongvon.domain.documents.papers.fields import differences
from dongvon.domain.documents.papers.filled_form import to_fill_in
from dongvon.domain.documents.papers.form import Form
from dongvon.domain.documents.papers.word_form import word
from dongvon.domain.lending.papers.shelf import FORMS
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NoSuchForm(Refusal):
    """The shelf has no form of that code."""

    text = "Không có biểu mẫu này trong danh mục."


class UnknownFields(Refusal):
    """The template asks for what the form cannot give."""

    text = "Mẫu có trường không điền được: {names}. Hãy dùng các trường trong danh sách bên dưới, hoặc bỏ trường đó."
    field = "file"


class MissingFields(Refusal):
    """The template leaves fields out, and nobody said that this is meant."""

    text = "Mẫu thiếu các trường: {names}. Hãy thêm lại; nếu chủ ý bỏ, hãy đánh dấu ô dưới đây rồi tải lên lần nữa."
    field = "drops"


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})
def replace_form(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    code: str,
    file_name: str,
    content: bytes,
    note: str,
    from_on: date,
    drops: bool = False,
) -> UUID:
    """The id of the version, in use from `from_on`; filled on trial first. `drops`: fields are left out on purpose.

    Refuses NoSuchForm, UnknownFields, MissingFields, UnfitTemplate, NoteNeeded, BeginsBeforeToday.
    """
    if code not in FORMS:
        raise NoSuchForm
    form = FORMS[code]
    _demand_fields(form, content, drops=drops)
    word(form, to_fill_in(form), template=content)
    return store_template(
        key=key, by=by, at=at, code=code, file_name=file_name, content=content, note=note, from_on=from_on
    )


def _demand_fields(form: Form, content: bytes, *, drops: bool) -> None:
    found = differences(form, content)
    if found.unknown:
        raise UnknownFields(names=", ".join(found.unknown))
    if found.missing and not drops:
        raise MissingFields(names=", ".join(found.missing))
