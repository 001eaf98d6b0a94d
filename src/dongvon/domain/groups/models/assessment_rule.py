"""The dated rules by which groups are graded and their work is paid; unconfirmed ones say so."""

from django.db import models
from django.db.models import Q

from dongvon.domain.audit.models.proposal import GRANTED, Proposal, two_people
from dongvon.domain.groups.vocabulary import Criterion, Grade, Payment


class AssessmentRule(Proposal):
    """A later row of the same kind follows it; `since_stated`: a source states the first day."""

    from_on = models.DateField()
    since_stated = models.BooleanField(default=True)
    basis = models.CharField(max_length=200)
    confirmed = models.BooleanField()

    class Meta(Proposal.Meta):
        abstract = True


class CriterionRule(AssessmentRule):
    """The most points of a criterion, and the bands: from this percentage on, so many points."""

    criterion = models.CharField(max_length=16, choices=[(each.value, each.value) for each in Criterion])
    most = models.PositiveSmallIntegerField()
    bands = models.JSONField()  # [["0", "0"], ["90", "15"]]: percentage, points

    class Meta(AssessmentRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["criterion", "from_on"], condition=GRANTED, name="groups_criterion_rule_one_a_day"
            ),
            two_people("groups_criterion_rule_maker_is_not_checker"),
        )


class GradeRule(AssessmentRule):
    """From this score on, this grade."""

    grade = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Grade])
    from_score = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta(AssessmentRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(fields=["grade", "from_on"], condition=GRANTED, name="groups_grade_rule_one_a_day"),
            two_people("groups_grade_rule_maker_is_not_checker"),
            models.CheckConstraint(
                condition=Q(from_score__gte=0, from_score__lte=100), name="groups_grade_rule_is_a_score"
            ),
        )


class PaymentRule(AssessmentRule):
    """Percent a month of the balance whose interest was collected; quality bands and split where there are any."""

    payment = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Payment])
    monthly_percent = models.DecimalField(max_digits=7, decimal_places=4)
    bands = models.JSONField(default=list)  # [["0", "100"], ["2", "80"]]: overdue ratio, percent paid
    split = models.JSONField(default=list)  # [["province", "4.5"], …]

    class Meta(AssessmentRule.Meta):
        abstract = False
        constraints = (
            models.UniqueConstraint(
                fields=["payment", "from_on"], condition=GRANTED, name="groups_payment_rule_one_a_day"
            ),
            two_people("groups_payment_rule_maker_is_not_checker"),
        )
