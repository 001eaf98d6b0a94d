"""Attach: keep a file that somebody gave, once."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.documents.models import Attachment
from dongvon.domain.documents.rules.files import checked

_NOBODY_SWEEPS = "SELECT pg_advisory_xact_lock_shared(20261, 5)"


@operation(allowed={"unit_reporter", "unit_head", "branch_officer", "branch_director"})
def attach(*, key: UUID, by: Actor, at: datetime, unit: UUID, file_name: str, content: bytes) -> UUID:
    """Store the bytes under their SHA-256 and return the id of the attachment.

    The same bytes under the same name, given again by the same person, are the attachment already there; a colleague,
    who need not see that row, gets one of their own over the same bytes. Bytes are written before the row: a
    transaction that fails leaves at most a file that nobody points at, which `jobs.sweep_attachments` deletes.
    Refuses EmptyFile, FileTooLarge, UnknownKind, NotWhatItSays.
    """
    name, media_type = checked(file_name, content)
    content_hash = hashlib.sha256(content).hexdigest()
    same = {"unit_id": unit, "attached_by": by.person, "content_hash": content_hash, "file_name": name}
    known = Attachment.objects.filter(**same).first()
    if known is not None:
        return known.pk
    return Attachment.objects.create(
        **same,
        size=len(content),
        media_type=media_type,
        stored_as=_stored(content_hash, content),
        attached_at=at,
    ).pk


def _stored(content_hash: str, content: bytes) -> str:
    """Where the bytes lie; until the row is there nobody sweeps them away."""
    place = f"{content_hash[:2]}/{content_hash}"
    with connection.cursor() as cursor:
        cursor.execute(_NOBODY_SWEEPS)
    if default_storage.exists(place) and default_storage.size(place) == len(content):
        return place
    return default_storage.save(place, ContentFile(content))
