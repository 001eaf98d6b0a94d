"""Election: a group chooses its leader and deputy, at a meeting whose minutes say so."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from dongvon.domain.groups.models.group import Group
from dongvon.domain.groups.models.meeting import Meeting
from dongvon.domain.people.models import Person
from dongvon.kernel.ids import new_id


class Election(models.Model):
    """In office from `since_on`; the group's row names the board of today."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="elections")
    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="+")
    leader = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    since_on = models.DateField()
    acceptance = models.CharField(max_length=60)
    recorded_by = models.UUIDField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(leader=F("deputy")), name="groups_election_board_is_two_people"),
            models.CheckConstraint(condition=~Q(acceptance=""), name="groups_election_is_accepted"),
        )
        triggers = (pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),)
