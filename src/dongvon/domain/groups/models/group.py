"""Group: a savings and credit group (Tổ TK&VV) of one hamlet, and who belonged to it when."""

from datetime import date
from uuid import UUID

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from dongvon.domain.groups.models.point import Point
from dongvon.domain.groups.vocabulary import Organisation
from dongvon.domain.people.models import Person
from dongvon.domain.units.models import Place
from dongvon.kernel.ids import new_id


class Groups(models.QuerySet["Group"]):
    """Filters over groups."""

    def living(self, on: date) -> "Groups":
        """Groups that exist on a day."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on), founded_on__lte=on)


class Group(models.Model):
    """Led by a leader and a deputy, under one of the four organisations."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=7)
    organisation = models.CharField(max_length=2, choices=[(each.value, each.value) for each in Organisation])
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    hamlet = models.CharField(max_length=80)
    point = models.ForeignKey(Point, on_delete=models.PROTECT, related_name="groups")
    leader = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    founded_on = models.DateField()
    acceptance = models.CharField(max_length=60)
    ended_on = models.DateField(null=True)

    objects = Groups.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["code"], name="groups_group_code_is_unique"),
            models.CheckConstraint(condition=~Q(leader=F("deputy")), name="groups_group_board_is_two_people"),
            models.CheckConstraint(condition=~Q(acceptance=""), name="groups_group_is_accepted_by_the_commune"),
            models.CheckConstraint(condition=~Q(organisation="99"), name="groups_group_has_an_organisation"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gt=F("founded_on")),
                name="groups_group_ends_after_founding",
            ),
        )

    def lives_here(self, person: UUID) -> bool:
        """Whether somebody lives in the group's hamlet."""
        return Person.objects.filter(id=person, place=self.place_id, hamlet=self.hamlet).exists()


class GroupMember(models.Model):
    """A person in a group for a time; in one group at a time."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    valid = DateRangeField()

    class Meta:
        constraints = (
            ExclusionConstraint(
                name="groups_member_one_group_at_a_time",
                expressions=[("person", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
            ),
        )
