"""BeneficiaryList: who of a commune is poor, near-poor, a student …, in one year."""

from django.db import models
from django.db.models import F, Q

from dongvon.domain.people.models.standard import Standard
from dongvon.domain.people.vocabulary import ListKind, ListState
from dongvon.domain.units.models import Place
from dongvon.kernel.ids import new_id


class BeneficiaryList(models.Model):
    """`number` 0 is the list of the yearly review, 1 and on are additions in mid-year.

    `on_paper` when hamlets met and the list hung outside the program; the chair still certifies it here.
    `serves_from` is the first day it is meant for, and decides which standard it is drawn up by.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=10, choices=[(each.value, each.value) for each in ListKind])
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, null=True, related_name="+")
    serves_from = models.DateField()
    on_paper = models.BooleanField()
    state = models.CharField(max_length=10, choices=[(each.value, each.value) for each in ListState])
    returned_for = models.CharField(max_length=300, blank=True)
    opened_by = models.UUIDField()
    opened_at = models.DateTimeField()
    laid_by = models.UUIDField(null=True)
    laid_at = models.DateTimeField(null=True)
    decision_number = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True)
    certified_by = models.UUIDField(null=True)
    certified_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["place", "kind", "year", "number"], name="people_list_once_a_round"),
            models.CheckConstraint(
                condition=Q(certified_by__isnull=True) | ~Q(certified_by=F("laid_by")),
                name="people_list_maker_is_not_checker",
            ),
            models.CheckConstraint(
                condition=Q(state="certified", certified_by__isnull=False, certified_at__isnull=False)
                & Q(laid_by__isnull=False, decided_on__isnull=False, decision_number__gt="")
                | (~Q(state="certified") & Q(certified_by__isnull=True, certified_at__isnull=True)),
                name="people_list_certified_by_decision",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "posted"]) | Q(laid_by__isnull=False, laid_at__isnull=False),
                name="people_list_laid_by_somebody",
            ),
        )
