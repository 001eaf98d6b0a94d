"""Source: the file a plan was read from."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from dongvon.domain.workplan.models.plan import Plan


class Source(models.Model):
    """The file a plan was read from, kept as it came, with its words line by line for the review."""

    plan = models.OneToOneField(Plan, on_delete=models.CASCADE, primary_key=True, related_name="source")
    file_name = models.CharField(max_length=255)
    format = models.CharField(max_length=20)
    content = models.BinaryField()
    sha256 = models.BinaryField(max_length=32)
    lines = ArrayField(models.TextField())
    converted_from = models.CharField(max_length=20, blank=True)

    class Meta:
        triggers = (pgtrigger.Protect(name="never_rewritten", operation=pgtrigger.Update),)
