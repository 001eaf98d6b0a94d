"""Every dated rule of the road as people read it: what holds, what held, what is to come, what waits for a decision."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from dongvon.domain.lending.models import Condition, Holiday, PriorityGround, Route, SpecialArea, StepDeadline
from dongvon.domain.lending.models.proposed_rule import ProposedRule


class RuleKind(StrEnum):
    """What a rule of the road is about."""

    CONDITION = "condition"  # điều kiện vay
    ROUTE = "route"  # lộ trình hồ sơ
    DEADLINE = "deadline"  # thời hạn giải quyết
    GROUND = "ground"  # diện ưu tiên
    AREA = "area"  # vùng đặc thù
    HOLIDAY = "holiday"  # ngày nghỉ lễ


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One rule; `told` holds what only its kind has. `granted` is None while nobody has decided.

    `subject` is what a later rule must share with it to stand in its place; `replaced_on` is when one does.
    """

    id: UUID
    kind: RuleKind
    programme: UUID | None
    programme_name: str
    channel: str
    subject: tuple[str, ...]
    from_on: date
    told: Mapping[str, Any]
    basis: UUID
    basis_number: str
    confidence: str
    proposed_by: UUID
    granted: bool | None
    replaced_on: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it binds on a day."""
        return bool(self.granted) and self.from_on <= on and (self.replaced_on is None or on < self.replaced_on)


_TOLD: Final[Mapping[RuleKind, tuple[str, ...]]] = {
    RuleKind.CONDITION: (
        *("code", "check_kind", "title", "remedy", "article", "values", "number", "alternative", "demanded"),
    ),
    RuleKind.ROUTE: ("screened", "forms", "lottery", "tuition", "tranche_months", "declared_yearly"),
    RuleKind.DEADLINE: ("after", "since", "working_days"),
    RuleKind.GROUND: ("code", "title", "rank"),
    RuleKind.AREA: ("kind", "holds"),
    RuleKind.HOLIDAY: ("title", "worked"),
}
_SUBJECTS: Final[Mapping[RuleKind, tuple[str, ...]]] = {
    RuleKind.CONDITION: ("programme_id", "code"),
    RuleKind.ROUTE: ("programme_id", "channel"),
    RuleKind.DEADLINE: ("programme_id", "channel", "after"),
    RuleKind.GROUND: ("programme_id", "code"),
    RuleKind.AREA: ("place_id", "kind"),
    RuleKind.HOLIDAY: ("day",),
}
_MODELS: Final[Mapping[RuleKind, type[ProposedRule]]] = {
    RuleKind.CONDITION: Condition,
    RuleKind.ROUTE: Route,
    RuleKind.DEADLINE: StepDeadline,
    RuleKind.GROUND: PriorityGround,
    RuleKind.AREA: SpecialArea,
    RuleKind.HOLIDAY: Holiday,
}


def road_rules(kind: RuleKind) -> list[RuleRow]:
    """Every rule of one kind that was not turned down, by programme and subject, the latest first."""
    rows = [_row(kind, found) for found in _found(kind)]
    rows.sort(key=lambda row: (row.programme_name, row.channel, row.subject, -row.from_on.toordinal()))
    return list(_replaced(rows))


def road_rule(id_: UUID) -> RuleRow | None:
    """One rule of any kind."""
    for kind, model in _MODELS.items():
        found = model._default_manager.filter(id=id_).first()
        if found is not None:
            return _row(kind, found)
    return None


def rules_waiting() -> list[RuleRow]:
    """What nobody has decided, by kind, the longest waiting first."""
    return [_row(kind, found) for kind in RuleKind for found in _found(kind) if found.granted is None]


def _found(kind: RuleKind) -> Iterable[Any]:
    links = {RuleKind.HOLIDAY: (), RuleKind.AREA: ("place",)}.get(kind, ("programme",))
    rows = _MODELS[kind]._default_manager.exclude(granted=False).select_related("basis", *links)
    return rows.order_by("proposed_at", "id")


def _row(kind: RuleKind, found: Any) -> RuleRow:
    programme = getattr(found, "programme", None)
    told = {name: getattr(found, name) for name in _TOLD[kind]}
    if kind is RuleKind.AREA:
        told |= {"place": found.place_id, "place_name": found.place.name}
    return RuleRow(
        id=found.id,
        kind=kind,
        programme=programme.id if programme else None,
        programme_name=programme.name if programme else "",
        channel=getattr(found, "channel", ""),
        subject=tuple(str(getattr(found, name) or "") for name in _SUBJECTS[kind]),
        from_on=found.day if kind is RuleKind.HOLIDAY else found.from_on,
        told=told,
        basis=found.basis_id,
        basis_number=found.basis.number,
        confidence=found.confidence,
        proposed_by=found.proposed_by,
        granted=found.granted,
    )


def _replaced(rows: Iterable[RuleRow]) -> Iterator[RuleRow]:
    """Rows come latest first within a subject: each ends where the one told before it begins."""
    follower: RuleRow | None = None
    for row in rows:
        same = follower is not None and follower.subject == row.subject and row.granted
        yield replace(row, replaced_on=follower.from_on) if same and follower else row
        if row.granted:
            follower = row
