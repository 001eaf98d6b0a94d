"""FreezeEnd: a frozen debt runs again."""

from django.db import models

from dongvon.domain.lending.models.act import Act
from dongvon.domain.lending.models.freeze import Freeze


class FreezeEnd(Act):
    """From `ended_on` on interest is earned; what was left went back to where it came from."""

    freeze = models.OneToOneField(Freeze, on_delete=models.PROTECT, related_name="end")
    ended_on = models.DateField()
    in_term = models.BigIntegerField()
    overdue = models.BigIntegerField()

    class Meta(Act.Meta):
        abstract = False
