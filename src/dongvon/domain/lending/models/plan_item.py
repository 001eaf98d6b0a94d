"""PlanItem: one line of what the money is for."""

from django.db import models
from django.db.models import Q

from dongvon.domain.lending.models.application import Application
from dongvon.domain.programmes.vocabulary import PARTS


class PlanItem(models.Model):
    """Item, quantity in words ("2 con", "500 m²"), amount in đồng; `use` where the catalogue bounds it by itself."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    item = models.CharField(max_length=200)
    quantity = models.CharField(max_length=60, blank=True)
    amount = models.BigIntegerField()
    use = models.CharField(max_length=20, blank=True, choices=[(part.value, part.value) for part in PARTS])

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["application", "number"], name="lending_plan_item_numbered_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="lending_plan_item_is_positive"),
            models.CheckConstraint(
                condition=Q(use__in=["", *PARTS]), name="lending_plan_item_use_is_one_of_the_catalogue"
            ),
        )
