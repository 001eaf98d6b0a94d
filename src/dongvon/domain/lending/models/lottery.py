"""Lottery: who gets a place in a plan that is too small for all, drawn in public and drawn alike by anybody again."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.application import Application
from dongvon.domain.programmes.models import Programme
from dongvon.domain.units.models import Unit
from dongvon.kernel.ids import new_id


class Lottery(models.Model):
    """`plan` in đồng; `seed` is called out by the witnesses before the draw."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    plan = models.BigIntegerField()
    seed = models.CharField(max_length=120)
    held_on = models.DateField()
    venue = models.CharField(max_length=200)
    witnesses = ArrayField(models.CharField(max_length=120))
    minutes = models.TextField(blank=True)
    drawn_by = models.UUIDField()
    drawn_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(plan__gte=0), name="lending_lottery_plan_not_negative"),
            models.CheckConstraint(condition=Q(witnesses__len__gte=2), name="lending_lottery_has_two_witnesses"),
            models.CheckConstraint(condition=~Q(seed=""), name="lending_lottery_has_a_seed"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)


class Lot(models.Model):
    """An application's place in the order; `ground` is the priority that put it first, "" for the lot alone."""

    lottery = models.ForeignKey(Lottery, on_delete=models.PROTECT, related_name="lots")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="lots")
    ground = models.CharField(max_length=30, blank=True)
    rank = models.PositiveIntegerField()
    selected = models.BooleanField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["lottery", "application"], name="lending_lot_once_in_a_lottery"),
            models.UniqueConstraint(fields=["lottery", "rank"], name="lending_lot_ranked_once"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
