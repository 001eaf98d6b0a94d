"""Viewing: somebody was shown named people, or took them away in a file."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex, GinIndex
from django.db import models


class Viewing(models.Model):
    """Append-only and without foreign keys, so that a log of years can be cut into months by `at`.

    `shown` are the persons or households; of a long list only `list` and `count` are kept.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    person = models.UUIDField()
    unit = models.UUIDField(null=True)
    purpose = models.CharField(max_length=30)
    exported = models.BooleanField()
    count = models.PositiveIntegerField()
    shown = ArrayField(models.UUIDField())

    class Meta:
        indexes = (
            BrinIndex(fields=["at"], name="people_viewing_at"),
            models.Index(fields=["person", "at"], name="people_viewing_of_person"),
            GinIndex(fields=["shown"], name="people_viewing_shown", fastupdate=True),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
