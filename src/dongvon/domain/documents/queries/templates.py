"""Templates: the version in use, and all there were."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from dongvon.domain.documents.models import Template


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateRow:
    """A version without its bytes."""

    id: UUID
    code: str
    number: int
    file_name: str
    content_hash: str
    note: str
    from_on: date
    stored_by: UUID
    stored_at: datetime


def templates(code: str) -> list[TemplateRow]:
    """Every version, the newest first; none while the form that ships with the program is in use."""
    names = list(TemplateRow.__dataclass_fields__)
    return [TemplateRow(**row) for row in Template.objects.filter(code=code).order_by("-number").values(*names)]


def template_in_use(code: str, *, on: date) -> TemplateRow | None:
    """The newest version that has begun; None while the form that ships with the program is in use."""
    return next((row for row in templates(code) if row.from_on <= on), None)


def codes_in_use(*, on: date) -> set[str]:
    """Codes of all forms of which officials have a version of their own."""
    return set(Template.objects.filter(from_on__lte=on).values_list("code", flat=True))


def template_content(id_: UUID) -> bytes:
    """The bytes of one version."""
    return bytes(Template.objects.get(pk=id_).content)
