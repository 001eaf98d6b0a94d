"""Attachments: what they are, and their bytes."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.files.storage import default_storage

from dongvon.domain.documents.models import Attachment


class Damaged(Exception):
    """The stored bytes are no longer those that were given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentRow:
    """A file without its bytes."""

    id: UUID
    unit_id: UUID
    file_name: str
    media_type: str
    size: int
    content_hash: str
    attached_by: UUID
    attached_at: datetime


def attachment(id_: UUID) -> AttachmentRow | None:
    """One attachment, if the asker may see it."""
    names = list(AttachmentRow.__dataclass_fields__)
    found = Attachment.objects.filter(pk=id_).values(*names).first()
    return AttachmentRow(**found) if found else None


def content_of(id_: UUID) -> bytes:
    """The bytes of an attachment; raises Damaged when their hash is not the one on record."""
    row = Attachment.objects.get(pk=id_)
    with default_storage.open(row.stored_as) as file:
        content: bytes = file.read()
    if hashlib.sha256(content).hexdigest() != row.content_hash:
        raise Damaged(row.file_name)
    return content


def stored_places(places: Collection[str]) -> set[str]:
    """Those of some places in the storage at which an attachment lies."""
    return set(Attachment.objects.filter(stored_as__in=places).values_list("stored_as", flat=True))
