"""Score: run the published formula over a round and rank its units."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, Q

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import Role
from dongvon.domain.workplan.models import Round, Score, ScoreRule, Scoring
from dongvon.domain.workplan.operations.acting import person_of
from dongvon.domain.workplan.operations.consolidate import UnknownRound
from dongvon.domain.workplan.operations.scoring_counts import counts_of
from dongvon.domain.workplan.rules.scoring import Counts, Ranked, Rule, points, rank
from dongvon.domain.workplan.vocabulary import Criterion
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class NotDueYet(Refusal):
    """Units may still report in time: scoring them now would be unfair."""

    text = "Kỳ “{title}” chưa hết hạn gửi báo cáo nên chưa chấm điểm được."


class FormulaIncomplete(Refusal):
    """One of the criteria has no rule in force."""

    text = "Công thức chấm điểm tại ngày {on} chưa đủ các tiêu chí; đề nghị công bố công thức trước."


@operation(allowed={Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.SYSTEM})
def score(*, key: UUID, by: Actor, at: datetime, round: UUID) -> UUID:
    """The id of the scoring, under the formula in force on the day the round was due.

    Refuses UnknownRound, NotDueYet, FormulaIncomplete.
    """
    found = Round.objects.select_for_update().filter(pk=round).first()
    if found is None:
        raise UnknownRound
    if at <= found.grace_until:
        raise NotDueYet(title=found.title)
    rules_on = found.due_at.astimezone(VIETNAM).date()
    counted = {each.unit: each for each in counts_of(found.pk)}
    ranked = rank(points(each, rules=_rules(rules_on)) for each in counted.values())
    last = Scoring.objects.filter(round=found).aggregate(last=Max("number"))["last"] or 0
    made = Scoring.objects.create(
        round=found, number=last + 1, rules_on=rules_on, scored_by_id=person_of(by), scored_at=at
    )
    Score.objects.bulk_create(_row(made, each, counts=counted[each.points.unit]) for each in ranked)
    return made.pk


def _rules(on: date) -> Mapping[Criterion, Rule]:
    in_force = Q(valid_until=None) | Q(valid_until__gt=on)
    found = {
        Criterion(row.criterion): Rule(weight=row.weight, deduction=row.deduction)
        for row in ScoreRule.objects.filter(in_force, valid_from__lte=on).order_by("valid_from")
    }
    if set(found) != set(Criterion):
        raise FormulaIncomplete(on=f"{on:%d/%m/%Y}")
    return found


def _row(scoring: Scoring, ranked: Ranked, *, counts: Counts) -> Score:
    return Score(
        scoring=scoring,
        unit_id=ranked.points.unit,
        **{criterion.value: given for criterion, given in ranked.points.by_criterion.items()},
        total=ranked.points.total,
        rank=ranked.rank,
        counts={name: value for name, value in asdict(counts).items() if name != "unit"},
    )
