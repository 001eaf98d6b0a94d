"""WriteOff: a debt leaves the books by decision and is kept off balance."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.act import Act


class WriteOff(Act):
    """Principal, and interest owed on that day."""

    cause_code = models.CharField(max_length=5)
    principal = models.BigIntegerField()
    interest = models.BigIntegerField()

    class Meta(Act.Meta):
        abstract = False
        constraints = (
            models.CheckConstraint(
                condition=Q(principal__gte=0, interest__gte=0), name="lending_write_off_not_negative"
            ),
            models.CheckConstraint(condition=~Q(decision=""), name="lending_write_off_has_a_decision"),
            models.UniqueConstraint(fields=["loan"], name="lending_write_off_once"),
        )
