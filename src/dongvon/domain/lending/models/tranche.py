"""Tranche: a part of an approved amount, to be handed out on its day."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.application import Application
from dongvon.domain.lending.models.disbursement import Disbursement
from dongvon.kernel.ids import new_id


class Tranche(models.Model):
    """A student's loan has one a semester; where `needs_declaration`, nothing is paid before the learner declared."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="tranches")
    number = models.PositiveSmallIntegerField()
    planned_on = models.DateField()
    amount = models.BigIntegerField()
    needs_declaration = models.BooleanField(default=False)
    declared_on = models.DateField(null=True)
    declared_by = models.UUIDField(null=True)
    declaration = models.CharField(max_length=300, blank=True)
    disbursement = models.OneToOneField(Disbursement, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["application", "number"], name="lending_tranche_numbered_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="lending_tranche_is_positive"),
            models.CheckConstraint(
                condition=Q(disbursement__isnull=True) | Q(needs_declaration=False) | Q(declared_on__isnull=False),
                name="lending_tranche_paid_after_declaration",
            ),
            models.CheckConstraint(
                condition=Q(declared_on__isnull=True, declared_by__isnull=True)
                | Q(declared_on__isnull=False, declared_by__isnull=False),
                name="lending_tranche_declared_by_somebody",
            ),
        )
