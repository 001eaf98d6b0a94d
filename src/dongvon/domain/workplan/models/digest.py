"""Digest: the one letter a person gets on a day."""

from django.db import models

from dongvon.kernel.ids import new_id


class Digest(models.Model):
    """The one letter a person gets on a day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="digests")
    on = models.DateField()
    address = models.EmailField(max_length=200)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["person", "on"], name="workplan_digest_one_a_day"),)
