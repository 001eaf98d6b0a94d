"""Application: a household's request for a loan (01/TD), and how far it has come."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from dongvon.domain.groups.models import Group
from dongvon.domain.groups.vocabulary import Organisation
from dongvon.domain.lending.vocabulary import Stage
from dongvon.domain.people.models import Household, Person
from dongvon.domain.programmes.models import Programme
from dongvon.domain.programmes.vocabulary import Channel, Fund, PriorityClass
from dongvon.domain.units.models import Place, Unit
from dongvon.kernel.ids import new_id

#: Who does these steps are different people.
STEPS = ("screened_by", "confirmed_by", "appraised_by", "controlled_by", "approved_by", "lent_by")


def _apart() -> models.CheckConstraint:
    """No two steps by one person; a step not taken yet is nobody's."""
    condition = Q()
    for at, one in enumerate(STEPS):
        for other in STEPS[at + 1 :]:
            condition &= Q(**{f"{one}__isnull": True}) | Q(**{f"{other}__isnull": True}) | ~Q(**{one: F(other)})
    return models.CheckConstraint(condition=condition, name="lending_application_steps_by_different_people")


class Application(models.Model):
    """`stage` is the last step taken, moved by the verb of each step alone; `due_on` is when the next is due,
    counted from `clock_on`.

    A returned file goes on at `resumes_at` once it is completed. The `*_by` columns repeat who signed the steps that
    still hold, so that the table itself keeps those people apart.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    fund = models.CharField(max_length=1, choices=[(each.value, each.value) for each in Fund])
    priority_class = models.CharField(max_length=10, choices=[(each.value, each.value) for each in PriorityClass])
    channel = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Channel])
    borrower = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, related_name="+")
    organisation = models.CharField(max_length=2, choices=[(each.value, each.value) for each in Organisation])
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    purpose = models.CharField(max_length=300)
    amount = models.BigIntegerField()
    own_capital = models.BigIntegerField(default=0)
    term_months = models.PositiveSmallIntegerField()
    monthly_income = models.BigIntegerField(null=True)
    family = models.CharField(
        max_length=10, choices=[(each, each) for each in ("single", "parent", "married")], default="single"
    )
    grounds = ArrayField(models.CharField(max_length=30), default=list)
    asked_on = models.DateField()
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField()
    stage = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Stage])
    resumes_at = models.CharField(max_length=12, blank=True)
    moved_at = models.DateTimeField()
    clock_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    screened_by = models.UUIDField(null=True)
    confirmed_by = models.UUIDField(null=True)
    appraised_by = models.UUIDField(null=True)
    controlled_by = models.UUIDField(null=True)
    approved_by = models.UUIDField(null=True)
    lent_by = models.UUIDField(null=True)
    approved = models.BigIntegerField(null=True)
    loan = models.OneToOneField("lending.Loan", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(amount__gt=0, own_capital__gte=0, term_months__gt=0),
                name="lending_application_asks_for_something",
            ),
            models.CheckConstraint(
                condition=Q(channel="direct", group__isnull=True, organisation="99")
                | (Q(group__isnull=False) & ~Q(organisation="99")),
                name="lending_application_group_fits_channel",
            ),
            models.CheckConstraint(
                condition=(Q(stage="returned") & ~Q(resumes_at="")) | (~Q(stage="returned") & Q(resumes_at="")),
                name="lending_application_returned_resumes",
            ),
            models.CheckConstraint(
                condition=Q(approved__isnull=True) | Q(approved__gt=0, approved__lte=F("amount")),
                name="lending_application_approved_within_request",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=["approved", "notified", "contracted", "lent"])
                | Q(approved__isnull=False, approved_by__isnull=False),
                name="lending_application_approved_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=["contracted", "lent"]) | Q(loan__isnull=False),
                name="lending_application_contract_has_a_loan",
            ),
            _apart(),
        )
        indexes = (
            models.Index(fields=["unit", "stage", "due_on"], name="lending_application_desk"),
            models.Index(fields=["place", "stage"], name="lending_application_place"),
        )
