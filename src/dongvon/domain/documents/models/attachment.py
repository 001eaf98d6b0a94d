"""Attachment: a file somebody gave us, known by the hash of its bytes."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id


class Attachment(models.Model):
    """The bytes lie in the file storage under `stored_as`; the same bytes given by one person of a unit are one row.

    `unit_id` and `attached_by` are bare ids: paper knows no people.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit_id = models.UUIDField()
    content_hash = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)
    file_name = models.CharField(max_length=200)
    stored_as = models.CharField(max_length=200)
    attached_by = models.UUIDField()
    attached_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["unit_id", "attached_by", "content_hash", "file_name"], name="documents_attachment_once_a_giver"
            ),
            models.CheckConstraint(
                condition=models.Q(content_hash__regex=r"^[0-9a-f]{64}$"),
                name="documents_attachment_hash_is_sha256",
            ),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="documents_attachment_is_not_empty"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
