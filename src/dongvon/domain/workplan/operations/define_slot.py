"""Define a slot: one figure that a clause will ask of its units."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.vocabulary import BODIES, Role
from dongvon.domain.workplan.models import Clause, Slot, Target
from dongvon.domain.workplan.operations.reporting import BRANCH
from dongvon.domain.workplan.rules.words import tidy
from dongvon.domain.workplan.vocabulary import Aggregate, SlotKind
from dongvon.kernel.refusals import Refusal
from dongvon.kernel.text import clean


class CodeTaken(Refusal):
    """The plan has a slot of this code."""

    text = "Mã chỉ tiêu “{code}” đã có trong kế hoạch; đề nghị đặt mã khác."
    field = "code"


class NotDefined(Refusal):
    """A figure without a name or a definition cannot be compared with another."""

    text = "Chỉ tiêu cần có tên, đơn vị tính và định nghĩa để các đơn vị hiểu như nhau."
    field = "definition"


class UnknownClause(Refusal):
    """No such clause in the plan, or the target is another plan's."""

    text = "Nhiệm vụ hoặc mục tiêu không thuộc kế hoạch này; đề nghị chọn lại."
    field = "clause"


class UnknownBodies(Refusal):
    """The vocabulary knows no such bodies."""

    text = "Loại cơ quan “{bodies}” chưa có trong danh mục; đề nghị chọn trong danh mục."
    field = "bodies"


@operation(allowed=BRANCH | {Role.SYSTEM})
def define_slot(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    clause: UUID,
    code: str,
    name: str,
    unit_of_measure: str,
    kind: SlotKind,
    definition: str,
    aggregate: Aggregate = Aggregate.SUM,
    multiplier: int = 1,
    target: UUID | None = None,
    bodies: tuple[str, ...] = (),
    position: int = 0,
) -> UUID:
    """The id of the slot. `multiplier` turns what is written into what is stored (triệu đồng: 1,000,000 đồng).

    `bodies` narrows it to reporters of those bodies. Refuses UnknownClause, CodeTaken, NotDefined, UnknownBodies.
    """
    plan = _plan_of(clause, target=target)
    _check_words(code, name, unit_of_measure, definition, plan=plan)
    strange = set(bodies) - {body.key for body in BODIES}
    if strange:
        raise UnknownBodies(bodies=", ".join(sorted(strange)))
    return Slot.objects.create(
        plan_id=plan,
        clause_id=clause,
        code=clean(code),
        name=clean(name),
        unit_of_measure=clean(unit_of_measure),
        kind=SlotKind(kind),
        definition=tidy(definition),
        aggregate=Aggregate(aggregate),
        multiplier=multiplier,
        target_id=target,
        bodies=sorted(set(bodies)),
        position=position,
    ).pk


def _plan_of(clause: UUID, *, target: UUID | None) -> UUID:
    plan = Clause.objects.filter(pk=clause).values_list("plan", flat=True).first()
    if plan is None or (target and not Target.objects.filter(pk=target, plan=plan).exists()):
        raise UnknownClause
    return plan


def _check_words(code: str, *words: str, plan: UUID) -> None:
    if not all(clean(word) for word in (code, *words)):
        raise NotDefined
    if Slot.objects.filter(plan=plan, code=clean(code)).exists():
        raise CodeTaken(code=clean(code))
