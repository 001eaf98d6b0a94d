"""Seal: the proof over one day's events, chained to the day sealed before."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models


class Seal(models.Model):
    """`leaves` holds the 32-byte leaf of each event in `events`, one after another."""

    day = models.DateField(primary_key=True)
    sealed_at = models.DateTimeField()
    events = ArrayField(models.BigIntegerField())
    leaves = models.BinaryField()
    root = models.BinaryField()
    previous = models.BinaryField()
    seal = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["previous"], name="audit_seal_one_successor"),)
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
