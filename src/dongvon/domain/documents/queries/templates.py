"""Templates: the version in use, and all there were."""

from dataclasses import dataclass
from datetime import datetime
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
    stored_by: UUID
    stored_at: datetime


def templates(code: str) -> list[TemplateRow]:
    """Every version, the newest first; none while the form that ships with the program is in use."""
    names = list(TemplateRow.__dataclass_fields__)
    return [TemplateRow(**row) for row in Template.objects.filter(code=code).order_by("-number").values(*names)]


def template_content(id_: UUID) -> bytes:
    """The bytes of one version."""
    return bytes(Template.objects.get(pk=id_).content)
