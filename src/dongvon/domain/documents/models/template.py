"""Template: a version of a paper's form that officials edit in Word."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id


class Template(models.Model):
    """Versions of one `code` are numbered and never rewritten; on a day the highest that has begun is in use.

    `stored_by` is a bare id.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=60)
    number = models.PositiveSmallIntegerField()
    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    content_hash = models.CharField(max_length=64)
    note = models.CharField(max_length=300)
    from_on = models.DateField()
    stored_by = models.UUIDField()
    stored_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["code", "number"], name="documents_template_numbered"),
            models.CheckConstraint(
                condition=models.Q(content_hash__regex=r"^[0-9a-f]{64}$"),
                name="documents_template_hash_is_sha256",
            ),
            models.CheckConstraint(condition=~models.Q(note=""), name="documents_template_says_what_changed"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
