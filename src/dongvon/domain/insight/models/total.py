"""Total: a summary of all programmes together, since most pages ask for no programme and there are dozens of them."""

from django.db import models

from dongvon.domain.insight.models.sums import Sums


class Total(Sums):
    """The sums of all programmes."""

    pk = models.CompositePrimaryKey("month", "unit", "place", "organisation", "fund")

    class Meta:
        indexes = (models.Index(fields=["place", "month"], name="insight_total_place"),)
