"""Every dated rule of lending and of groups as people read it: what holds, held, is to come, waits, was turned down."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from django.db.models import Value

from dongvon.domain.audit.models.proposal import Proposal
from dongvon.domain.groups.models import CriterionRule, GradeRule, PaymentRule
from dongvon.domain.lending.models import (
    AllocationOrder,
    AskingPeriod,
    CheckPeriod,
    Condition,
    ExtensionLimit,
    FreezeBand,
    Holiday,
    InstalmentPeriod,
    NoticePeriod,
    PriorityGround,
    Route,
    SpecialArea,
    StepDeadline,
    UnpaidRegime,
)
from dongvon.domain.programmes.vocabulary import Confidence


class RuleKind(StrEnum):
    """What a rule is about."""

    CONDITION = "condition"  # điều kiện vay
    ROUTE = "route"  # lộ trình hồ sơ
    DEADLINE = "deadline"  # thời hạn giải quyết
    GROUND = "ground"  # diện ưu tiên
    AREA = "area"  # vùng đặc thù
    HOLIDAY = "holiday"  # ngày nghỉ lễ
    ORDER = "order"  # thứ tự thu nợ
    PERIOD = "period"  # phân kỳ trả nợ
    REGIME = "regime"  # kỳ chưa trả được
    LIMIT = "limit"  # gia hạn nợ
    ASKING = "asking"  # hạn nộp giấy đề nghị
    BAND = "band"  # khoanh nợ theo nguyên nhân, mức thiệt hại
    NOTICE = "notice"  # báo trước kỳ trả nợ
    CHECK = "check"  # kiểm tra sau cho vay
    CRITERION = "criterion"  # tiêu chí chấm điểm tổ
    GRADE = "grade"  # thang xếp loại tổ
    PAYMENT = "payment"  # hoa hồng, phí ủy thác


#: Rules that are laid down and decided by the verbs of `groups`.
OF_GROUPS: Final = frozenset({RuleKind.CRITERION, RuleKind.GRADE, RuleKind.PAYMENT})
_LATELY: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One rule; `told` holds what only its kind has. `granted` is None while nobody has decided.

    `subject` is what a later rule must share with it to stand in its place; `replaced_on` is when one does. Rules of
    groups name their document in words, `basis` is None there. `reason` tells why it was turned down.
    """

    id: UUID
    kind: RuleKind
    programme: UUID | None
    programme_name: str
    channel: str
    subject: tuple[str, ...]
    from_on: date
    since_stated: bool
    told: Mapping[str, Any]
    basis: UUID | None
    basis_number: str
    confidence: str
    proposed_by: UUID
    granted: bool | None
    reason: str
    replaced_on: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it binds on a day."""
        return bool(self.granted) and self.from_on <= on and (self.replaced_on is None or on < self.replaced_on)


@dataclass(frozen=True, slots=True)
class _Kind:
    """Where rules of a kind lie, what they tell, and what a later one must share to stand in the place of one."""

    model: type[Proposal]
    told: tuple[str, ...]
    subject: tuple[str, ...]


_CONDITION: Final = ("code", "check_kind", "title", "remedy", "article", "values", "number", "alternative", "demanded")
_ROUTE: Final = ("screened", "forms", "lottery", "tuition", "tranche_months", "declared_yearly")
_KINDS: Final[Mapping[RuleKind, _Kind]] = {
    RuleKind.CONDITION: _Kind(Condition, _CONDITION, ("programme_id", "code")),
    RuleKind.ROUTE: _Kind(Route, _ROUTE, ("programme_id", "channel")),
    RuleKind.DEADLINE: _Kind(StepDeadline, ("after", "since", "working_days"), ("programme_id", "channel", "after")),
    RuleKind.GROUND: _Kind(PriorityGround, ("code", "title", "rank"), ("programme_id", "code")),
    RuleKind.AREA: _Kind(SpecialArea, ("kind", "holds"), ("place_id", "kind")),
    RuleKind.HOLIDAY: _Kind(Holiday, ("title", "worked"), ("day",)),
    RuleKind.ORDER: _Kind(AllocationOrder, ("fund", "overdue", "kinds", "prepaid"), ("fund", "overdue")),
    RuleKind.PERIOD: _Kind(InstalmentPeriod, ("up_to_months", "months", "floor_to"), ("programme_id", "up_to_months")),
    RuleKind.REGIME: _Kind(UnpaidRegime, ("unpaid",), ("programme_id",)),
    RuleKind.LIMIT: _Kind(
        ExtensionLimit, ("up_to_months", "months", "percent", "base"), ("programme_id", "up_to_months")
    ),
    RuleKind.ASKING: _Kind(AskingPeriod, ("kind", "working_days", "or_session"), ("programme_id", "kind")),
    RuleKind.BAND: _Kind(
        FreezeBand, ("cause_code", "from_percent", "measure", "most_months"), ("cause_code", "from_percent")
    ),
    RuleKind.NOTICE: _Kind(NoticePeriod, ("days",), ()),
    RuleKind.CHECK: _Kind(CheckPeriod, ("kind", "days", "yearly_percent"), ("kind",)),
    RuleKind.CRITERION: _Kind(CriterionRule, ("criterion", "most", "bands"), ("criterion",)),
    RuleKind.GRADE: _Kind(GradeRule, ("grade", "from_score"), ("grade",)),
    RuleKind.PAYMENT: _Kind(PaymentRule, ("payment", "monthly_percent", "bands", "split"), ("payment",)),
}


def rules_of(kind: RuleKind) -> list[RuleRow]:
    """Every rule of one kind that was not turned down, by programme and subject, the latest first."""
    rows = [_row(kind, found) for found in _found(kind).exclude(granted=False)]
    rows.sort(key=lambda row: (row.programme_name, row.channel, row.subject, -row.from_on.toordinal()))
    return list(_replaced(rows))


def rule(id_: UUID) -> RuleRow | None:
    """One rule of any kind."""
    for kind in RuleKind:
        found = _found(kind).filter(id=id_).first()
        if found is not None:
            return _row(kind, found)
    return None


def rules_waiting() -> list[RuleRow]:
    """What nobody has decided, by kind, the longest waiting first."""
    return [_row(kind, found) for kind in _kinds_waiting() for found in _found(kind).filter(granted=None)]


def rules_turned_down(kind: RuleKind) -> list[RuleRow]:
    """The last of one kind that were turned down, with the reason, so that they can be proposed again."""
    return [_row(kind, found) for found in _found(kind).filter(granted=False).order_by("-decided_at")[:_LATELY]]


def _kinds_waiting() -> list[RuleKind]:
    """Kinds of which anything waits, in one query."""
    first, *others = (_waiting(kind) for kind in RuleKind)
    waiting = {kind for (kind,) in first.union(*others)}
    return [kind for kind in RuleKind if kind in waiting]


def _waiting(kind: RuleKind) -> Any:
    return _KINDS[kind].model._default_manager.filter(granted=None).values_list(Value(kind.value))


def _found(kind: RuleKind) -> Any:
    model = _KINDS[kind].model
    links = [field.name for field in model._meta.fields if field.is_relation]
    rows = model._default_manager.order_by("proposed_at", "id")
    return rows.select_related(*links) if links else rows


def _row(kind: RuleKind, found: Any) -> RuleRow:
    programme = getattr(found, "programme", None)
    told = {name: getattr(found, name) for name in _KINDS[kind].told}
    if kind is RuleKind.AREA:
        told |= {"place": found.place_id, "place_name": found.place.name}
    return RuleRow(
        id=found.id,
        kind=kind,
        programme=programme.id if programme else None,
        programme_name=programme.name if programme else "",
        channel=getattr(found, "channel", ""),
        subject=tuple(_sortable(getattr(found, name)) for name in _KINDS[kind].subject),
        from_on=found.day if kind is RuleKind.HOLIDAY else found.from_on,
        since_stated=found.since_stated,
        told=told,
        **_source(kind, found),
        proposed_by=found.proposed_by,
        granted=found.granted,
        reason=found.reason,
    )


def _source(kind: RuleKind, found: Any) -> dict[str, Any]:
    if kind in OF_GROUPS:
        sure = Confidence.CONFIRMED if found.confirmed else Confidence.REMEMBERED
        return {"basis": None, "basis_number": found.basis, "confidence": sure}
    return {"basis": found.basis_id, "basis_number": found.basis.number, "confidence": found.confidence}


def _sortable(value: Any) -> str:
    """Numbers in their order, and those without bound last."""
    return "~" if value is None else f"{value:>9}" if isinstance(value, int) else str(value)


def _replaced(rows: Iterable[RuleRow]) -> Iterator[RuleRow]:
    """Rows come latest first within a subject: each ends where the one told before it begins."""
    follower: RuleRow | None = None
    for row in rows:
        same = follower is not None and follower.subject == row.subject and row.granted
        yield replace(row, replaced_on=follower.from_on) if same and follower else row
        if row.granted:
            follower = row
