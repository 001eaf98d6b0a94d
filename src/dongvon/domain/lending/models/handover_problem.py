"""HandoverProblem: what is wrong with one cell of a file, or worth a look."""

from django.db import models

from dongvon.domain.lending.models.handover import Handover


class HandoverProblem(models.Model):
    """`field` is the key of the column; line 0 is the file as a whole. A finding stops nothing, an error its row."""

    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="+", db_index=False)
    line = models.IntegerField()
    field = models.CharField(max_length=30)
    code = models.CharField(max_length=30)
    is_error = models.BooleanField()
    values = models.JSONField(default=dict)

    class Meta:
        indexes = (models.Index(fields=["handover", "line"], name="lending_handoverproblem_line"),)
