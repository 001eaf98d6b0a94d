"""Need: what a household would borrow in a year, as the yearly survey heard it."""

from django.db import models
from django.db.models import Q

from dongvon.domain.groups.models import Group
from dongvon.domain.people.models import Household
from dongvon.domain.programmes.models import Programme
from dongvon.domain.units.models import Place
from dongvon.kernel.ids import new_id


class Need(models.Model):
    """One line of the survey; said again, the later word stands in its place."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    year = models.PositiveSmallIntegerField()
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+", db_index=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    amount = models.BigIntegerField()
    purpose = models.CharField(max_length=300)
    stated_by = models.UUIDField()
    stated_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["household", "programme", "year"], name="lending_need_once_a_year"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="lending_need_is_positive"),
        )
        indexes = (models.Index(fields=["place", "year"], name="lending_need_place"),)
