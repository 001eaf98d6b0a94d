"""Post: a person holds a role in a unit for a time, granted by somebody."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from dongvon.domain.units.models.unit import Unit
from dongvon.domain.units.models.user import User
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id


class Post(models.Model):
    """The only source of what a person may do and see."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=30, choices=[(role.value, role.value) for role in Role])
    title = models.CharField(max_length=120)
    # the savings and credit group that a leader keeps; a bare number, for units know no groups
    group_id = models.UUIDField(null=True)
    valid = DateRangeField()
    # nobody for the posts with which an installation begins: scheduled work granted them
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="posts_granted")
    granted_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(user=models.F("granted_by")), name="units_post_not_granted_to_oneself"
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role if role is not Role.SYSTEM]),
                name="units_post_role_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(role=Role.GROUP_LEADER.value, group_id__isnull=False)
                | (~models.Q(role=Role.GROUP_LEADER.value) & models.Q(group_id__isnull=True)),
                name="units_post_group_is_a_leaders",
            ),
            ExclusionConstraint(
                name="units_post_held_once_at_a_time",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("unit", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
            ),
        )
        indexes = (
            models.Index(fields=["unit", "role"], name="units_post_of_unit"),
            models.Index(fields=["group_id"], name="units_post_of_group", condition=models.Q(group_id__isnull=False)),
        )
