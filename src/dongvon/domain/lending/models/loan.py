"""Loan: one debt, with what it owes today; the row that every receipt updates."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from dongvon.domain.groups.vocabulary import Organisation
from dongvon.domain.programmes.models import RateCohort, RateSeries
from dongvon.domain.units.models import Unit
from dongvon.kernel.ids import new_id

#: đồng × percent × days: exact, 36,500 of them are a đồng of interest.
EARNED: dict[str, Any] = {"max_digits": 38, "decimal_places": 12, "default": 0}


class Loan(models.Model):
    """Principal by state, and interest accrued by interval: nothing is written on a day when nothing happens.

    `earned_*` hold the exact interest of all days before `interest_from`, in đồng × percent × days;
    `collected_*` what was collected of it, in đồng. Interest of later days is what the rows of
    `RateSegment` make of the balance. `contractual_on` is the final day of the contract, `extended_on` the
    one after extensions, `final_on` the same by session day, which drives overdue transfer.
    While `rests_until` lies ahead nothing is earned and nothing goes overdue.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    contract_number = models.CharField(max_length=20)
    series = models.ForeignKey(RateSeries, on_delete=models.PROTECT, related_name="+", db_index=False)
    cohort = models.ForeignKey(RateCohort, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    place = models.CharField(max_length=5)
    organisation = models.CharField(max_length=2, choices=[(each.value, each.value) for each in Organisation])
    group_id = models.UUIDField(null=True)
    borrower_id = models.UUIDField()
    signed_on = models.DateField()
    session_day = models.PositiveSmallIntegerField(null=True)
    term_months = models.PositiveSmallIntegerField()
    contractual_on = models.DateField()
    extended_on = models.DateField()
    final_on = models.DateField()
    grace_until = models.DateField(null=True)
    overdue_percent = models.DecimalField(max_digits=7, decimal_places=3, null=True)
    overdue_rate = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    approved = models.BigIntegerField()
    lent = models.BigIntegerField(default=0)
    in_term = models.BigIntegerField(default=0)
    overdue = models.BigIntegerField(default=0)
    frozen = models.BigIntegerField(default=0)
    interest_from = models.DateField()
    earned_in_term = models.DecimalField(**EARNED)
    earned_overdue = models.DecimalField(**EARNED)
    earned_grace = models.DecimalField(**EARNED)
    collected_in_term = models.BigIntegerField(default=0)
    collected_overdue = models.BigIntegerField(default=0)
    collected_grace = models.BigIntegerField(default=0)
    rests_until = models.DateField(null=True)
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["contract_number"], name="lending_loan_contract_number_is_unique"),
            models.CheckConstraint(
                condition=Q(in_term__gte=0, overdue__gte=0, frozen__gte=0), name="lending_loan_owes_nothing_negative"
            ),
            models.CheckConstraint(condition=Q(lent__lte=F("approved")), name="lending_loan_lent_within_approval"),
            models.CheckConstraint(
                condition=Q(overdue_percent__isnull=True) ^ Q(overdue_rate__isnull=True),
                name="lending_loan_has_one_overdue_rate",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(in_term=0, overdue=0, frozen=0),
                name="lending_loan_closed_owes_nothing",
            ),
            models.CheckConstraint(
                condition=Q(extended_on__gte=F("contractual_on")), name="lending_loan_extension_only_lengthens"
            ),
        )
        indexes = (
            models.Index(fields=["place", "organisation"], name="lending_loan_place"),
            models.Index(fields=["group_id"], name="lending_loan_group"),
            models.Index(fields=["borrower_id"], name="lending_loan_borrower"),
            models.Index(
                fields=["grace_until"],
                name="lending_loan_grace",
                condition=Q(closed_on__isnull=True, grace_until__isnull=False),
            ),
            models.Index(fields=["final_on"], name="lending_loan_final", condition=Q(closed_on__isnull=True)),
        )
