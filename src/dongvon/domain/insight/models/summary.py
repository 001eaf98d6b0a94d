"""Summary: the portfolio of a month without its groups, made of snapshots and of nothing else."""

from django.db import models

from dongvon.domain.insight.models.sums import Sums
from dongvon.domain.programmes.models import Programme


class Summary(Sums):
    """The sums of one programme."""

    pk = models.CompositePrimaryKey("month", "unit", "place", "organisation", "programme", "fund")
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )

    class Meta:
        indexes = (
            models.Index(fields=["place", "month"], name="insight_summary_place"),
            models.Index(fields=["programme", "month"], name="insight_summary_programme"),
        )
