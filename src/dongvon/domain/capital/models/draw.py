"""Draw: money of a fund set aside for one purpose."""

from django.db import models
from django.db.models import Q

from dongvon.domain.capital.models.fund_limit import FundLimit
from dongvon.kernel.ids import new_id


class Draw(models.Model):
    """`about` is what it was set aside for: an application. Once released it is free again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    limit = models.ForeignKey(FundLimit, on_delete=models.PROTECT, related_name="draws")
    about = models.UUIDField()
    amount = models.BigIntegerField()
    drawn_by = models.UUIDField()
    drawn_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="capital_draw_is_positive"),
            models.UniqueConstraint(
                fields=["limit", "about"],
                condition=Q(released_at__isnull=True),
                name="capital_draw_once_for_a_purpose",
            ),
        )
