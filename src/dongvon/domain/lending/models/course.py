"""Course: what a learner studies, as the school certifies it."""

from django.db import models
from django.db.models import F, Q

from dongvon.domain.lending.models.application import Application
from dongvon.domain.people.models import Person


class Course(models.Model):
    """`months` of study are those the school certifies; `tuition` is net of grants, for all of them, in đồng."""

    application = models.OneToOneField(Application, on_delete=models.PROTECT, primary_key=True, related_name="course")
    student = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    school = models.CharField(max_length=200)
    field = models.CharField(max_length=200)
    level = models.CharField(max_length=40)
    starts_on = models.DateField()
    ends_on = models.DateField()
    months = models.PositiveSmallIntegerField()
    tuition = models.BigIntegerField(default=0)
    medical = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="lending_course_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(months__gt=0, tuition__gte=0), name="lending_course_has_months"),
        )
