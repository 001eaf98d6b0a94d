"""Rules in tables, one kind a table."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.rules import RuleKind, RuleRow
from dongvon.interfaces.web.catalogue.words import sources_shown
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Table
from dongvon.interfaces.web.components.values import date_shown
from dongvon.interfaces.web.conditions.telling import applies_to, details_of, title_of
from dongvon.interfaces.web.conditions.words import KINDS

#: A kind of rule, and what a later one of it shares with an earlier one.
Subject = tuple[RuleKind, tuple[str, ...]]


def rule_table(kind: RuleKind, rows: Iterable[RuleRow], *, on: date, proposes: bool) -> Table:
    """Each rule with its day, its document, how sure it is, and whether it holds."""
    return Table(
        KINDS[kind],
        columns=(
            Column(_("Quy định"), leads=True),
            Column(_("Áp dụng cho"), kind="words"),
            Column(_("Chi tiết")),
            Column(_("Từ ngày"), kind="date"),
            Column(_("Căn cứ")),
            Column(_("Nguồn tin")),
            Column(_("Trạng thái")),
            *((Column("", kind="action"),) if proposes else ()),
        ),
        rows=tuple(_line(row, on=on, proposes=proposes) for row in rows),
        empty=Empty(_("Chưa có quy định nào"), icon="inbox"),
    )


def _line(row: RuleRow, *, on: date, proposes: bool) -> tuple[Any, ...]:
    change = Link(_("Sửa"), href=f"{reverse('conditions:proposal', args=[row.kind.value])}?nhu={row.id}")
    return (
        title_of(row),
        applies_to(row),
        details_of(row),
        row.from_on,
        " ".join(filter(None, (row.told.get("article", ""), row.basis_number))),
        sources_shown(row),
        state_badge(row, on=on),
        *((change,) if proposes else ()),
    )


def state_badge(row: RuleRow, *, on: date) -> Badge:
    """Whether it waits, is to come, holds, or was replaced."""
    if row.granted is None:
        return Badge(_("Chờ duyệt"), tone="warn")
    if row.from_on > on and row.kind is not RuleKind.HOLIDAY:
        return Badge(_("Sắp áp dụng"), tone="busy", icon="calendar")
    if row.replaced_on is not None and row.replaced_on <= on:
        if row.kind is RuleKind.REGIME:
            return Badge(_("Cho hợp đồng ký trước %s") % date_shown(row.replaced_on), tone="good")
        return Badge(_("Hết hiệu lực"), tone="plain")
    return Badge(_("Đang áp dụng"), tone="good")


def waiting_lines(
    rows: Iterable[RuleRow], *, people: Mapping[UUID, str], held: Mapping[Subject, RuleRow]
) -> list[dict[str, Any]]:
    """What waits for a decision, each with what whoever decides must know, and the rule it would replace."""
    return [
        {
            "id": row.id,
            "kind": KINDS[row.kind],
            "title": title_of(row),
            "told": _told(row),
            "now": _now(held.get(subject_of(row))),
            "rest": _("Từ %(day)s · %(basis)s · %(by)s đề xuất")
            % {"day": date_shown(row.from_on), "basis": row.basis_number, "by": people.get(row.proposed_by, "")},
            "sure": sources_shown(row),
        }
        for row in rows
    ]


def turned_down_lines(rows: Iterable[RuleRow]) -> list[dict[str, Any]]:
    """What was turned down lately, and why."""
    return [{"title": title_of(row), "told": _told(row), "reason": row.reason} for row in rows]


def subject_of(row: RuleRow) -> Subject:
    """What a rule shares with the one it would replace."""
    return row.kind, row.subject


def _told(row: RuleRow) -> str:
    return " · ".join(filter(None, (applies_to(row), details_of(row), row.told.get("remedy", ""))))


def _now(row: RuleRow | None) -> str:
    if row is None:
        return _("Chưa có quy định cùng loại đang áp dụng.")
    values = {"told": _told(row), "day": date_shown(row.from_on), "basis": row.basis_number}
    return _("Đang áp dụng: %(told)s (từ %(day)s, %(basis)s)") % values
