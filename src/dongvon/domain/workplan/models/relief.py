"""Relief: what a waiver and an extension have in common."""

from django.db import models

from dongvon.domain.workplan.models.clause import Clause
from dongvon.domain.workplan.models.round import Round
from dongvon.domain.workplan.vocabulary import ReliefState
from dongvon.kernel.ids import new_id


class Relief(models.Model):
    """Asked by one person, decided by another; for one clause, or for all that a unit owes in a round."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="%(class)ss")
    unit = models.ForeignKey("units.Unit", on_delete=models.PROTECT, related_name="+")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, related_name="%(class)ss")
    reason = models.TextField()
    document = models.CharField(max_length=200)  # the deciding document, by number and date
    state = models.CharField(max_length=10, choices=[(each.value, each.value) for each in ReliefState])
    asked_by = models.ForeignKey("units.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey("units.User", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state=ReliefState.ASKED.value, decided_by=None, decided_at=None)
                | (
                    ~models.Q(state=ReliefState.ASKED.value)
                    & models.Q(decided_by__isnull=False, decided_at__isnull=False)
                ),
                name="workplan_%(class)s_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by=None) | ~models.Q(decided_by=models.F("asked_by")),
                name="workplan_%(class)s_maker_is_not_checker",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ReliefState.GRANTED.value) | ~models.Q(document=""),
                name="workplan_%(class)s_granted_by_a_document",
            ),
        )
