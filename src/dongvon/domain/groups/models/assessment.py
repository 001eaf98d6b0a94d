"""Assessment: a group's month, its points, its grade, and what its board earned; and what its organisation earned."""

import pgtrigger
from django.db import models
from django.db.models import Q

from dongvon.domain.groups.models.group import Group
from dongvon.domain.groups.vocabulary import Grade, Organisation
from dongvon.domain.units.models import Place

APPEND_ONLY = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)


class Assessment(models.Model):
    """Points of each criterion; `out_of` is the most that could be reached where some have no figures yet.

    `score` is the share of it in percent, which is what the grade is given for; none where nothing could be judged.
    Money in đồng.
    """

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="assessments", db_index=False)
    month = models.DateField()
    points = models.JSONField()  # {"overdue": "30", …}: only the criteria that could be judged
    out_of = models.PositiveSmallIntegerField()
    score = models.DecimalField(max_digits=5, decimal_places=2)
    grade = models.CharField(max_length=8, blank=True, choices=[(each.value, each.value) for each in Grade])
    interest = models.BigIntegerField()
    commission = models.BigIntegerField()
    assessed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["group", "month"], name="groups_assessment_once_a_month"),
            models.CheckConstraint(
                condition=Q(score__gte=0, score__lte=100), name="groups_assessment_score_is_a_percentage"
            ),
        )
        triggers = APPEND_ONLY


class Entitlement(models.Model):
    """The entrustment fee an organisation earned in a commune in a month, and the quality it was paid for."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.CharField(max_length=2, choices=[(each.value, each.value) for each in Organisation])
    month = models.DateField()
    interest = models.BigIntegerField()
    overdue_ratio = models.DecimalField(max_digits=7, decimal_places=4)
    factor = models.DecimalField(max_digits=5, decimal_places=2)
    fee = models.BigIntegerField()
    split = models.JSONField()  # {"commune": 322560, …}
    assessed_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["place", "organisation", "month"], name="groups_entitlement_once_a_month"),
            models.CheckConstraint(condition=Q(fee__gte=0), name="groups_entitlement_is_not_negative"),
        )
        triggers = APPEND_ONLY
