"""Point: where the bank's team meets a commune, and on which day of the month."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from dongvon.domain.units.models import Place, Unit
from dongvon.kernel.ids import new_id


class Point(models.Model):
    """A transaction point, served by one office."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["number"], name="groups_point_number_is_unique"),)


class PointDay(models.Model):
    """The fixed day of the month and the hours, for a time; sessions are held on it even on holidays."""

    point = models.ForeignKey(Point, on_delete=models.PROTECT, related_name="days")
    day = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()
    valid = DateRangeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(day__gte=1, day__lte=31), name="groups_point_day_is_a_day"),
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="groups_point_day_closes_after_opening"),
            ExclusionConstraint(
                name="groups_point_day_one_at_a_time",
                expressions=[("point", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
            ),
        )


class SessionMove(models.Model):
    """One session held on another day by order."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    point = models.ForeignKey(Point, on_delete=models.PROTECT, related_name="moves")
    from_on = models.DateField()
    to_on = models.DateField()
    reason = models.CharField(max_length=300)
    moved_by = models.UUIDField()
    moved_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["point", "from_on"], name="groups_session_move_once"),
            models.CheckConstraint(condition=~Q(from_on=F("to_on")), name="groups_session_move_moves"),
        )
