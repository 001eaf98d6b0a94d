"""Event: one operation that took place, which is also the record that makes it idempotent."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Now


class ClockTimestamp(Now):
    """The moment of the insert itself, not of the start of its transaction."""

    template = "CLOCK_TIMESTAMP()"

    def as_postgresql(self, compiler, connection, **extra_context):  # type: ignore[no-untyped-def]
        """Django's own `Now` would write STATEMENT_TIMESTAMP here."""
        return self.as_sql(compiler, connection, template=self.template, **extra_context)


class Event(models.Model):
    """Append-only; holds no foreign key, so that nothing above can hinder or rewrite it."""

    id = models.BigAutoField(primary_key=True)
    key = models.UUIDField()
    verb = models.CharField(max_length=80)
    person = models.UUIDField()
    unit = models.UUIDField(null=True)
    at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField(db_default=ClockTimestamp())
    contents = models.JSONField()
    digest = models.BinaryField()
    result = models.JSONField(null=True)
    about = ArrayField(models.UUIDField())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["key"], name="audit_event_one_per_key"),)
        indexes = (
            models.Index(fields=["recorded_at"], name="audit_event_recorded"),
            GinIndex(fields=["about"], name="audit_event_about", fastupdate=True),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
