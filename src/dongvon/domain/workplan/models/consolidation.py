"""Consolidation: the city's report on a round, made at a moment from what was accepted by then."""

import pgtrigger
from django.db import models

from dongvon.kernel.ids import new_id


class Consolidation(models.Model):
    """Made again as often as wished; each making stands, with its paper, its annex workbook and its computations."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey("workplan.Round", on_delete=models.PROTECT, related_name="consolidations")
    number = models.PositiveSmallIntegerField()
    reports = models.PositiveIntegerField()  # accepted reports it was made from
    content_hash = models.CharField(max_length=64)  # of everything computed, as canonical JSON
    template = models.ForeignKey(
        "documents.Template", on_delete=models.PROTECT, null=True, related_name="+"
    )  # null: the form that ships with the program
    paper = models.ForeignKey("documents.Attachment", on_delete=models.PROTECT, related_name="+")
    workbook = models.ForeignKey("documents.Attachment", on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(
        "units.User", on_delete=models.PROTECT, null=True, related_name="+"
    )  # null: from the command line
    made_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["round", "number"], name="workplan_consolidation_numbered"),
            models.CheckConstraint(
                condition=models.Q(content_hash__regex=r"^[0-9a-f]{64}$"),
                name="workplan_consolidation_hash_is_sha256",
            ),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
