"""A plan document as it can be read without a database: clauses, duties, targets, citations, doubts."""

from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from dongvon.domain.documents.queries.text_of import text_of
from dongvon.domain.workplan.rules.reading.reading import reading_of
from dongvon.domain.workplan.rules.reading.shapes import PlanReading
from dongvon.kernel.refusals import Refusal

__all__ = ["NotAPlan", "PlanReading", "as_json", "read_plan"]

_NO_ALIASES: Mapping[str, str] = MappingProxyType({})


class NotAPlan(Refusal):
    """The file is readable, but nothing in it gives work to anybody."""

    text = (
        "Tệp “{name}” không phải là kế hoạch giao nhiệm vụ. Chương trình đã tìm: phần nhiệm vụ, giải pháp có các mục "
        "đánh số; dòng đơn vị thực hiện, chủ trì, phối hợp; bảng phân công; phần tổ chức thực hiện."
    )
    field = "file"


def read_plan(
    content: bytes,
    *,
    file_name: str,
    convert_legacy: bool = False,
    aliases: Mapping[str, str] = _NO_ALIASES,
) -> PlanReading:
    """The reading of a plan in any readable file; `aliases` maps learnt names to canonical keys.

    Refuses `NotAPlan`, and what `text_of` refuses of the file itself.
    """
    paper = text_of(content, file_name=file_name, convert_legacy=convert_legacy)
    reading = reading_of(paper, aliases=aliases)
    if not _gives_work(reading):
        raise NotAPlan(name=file_name)
    return reading


def as_json(reading: PlanReading) -> dict[str, Any]:
    """The reading as plain values for JSON; whole numbers stay whole."""
    plain: dict[str, Any] = asdict(reading)
    for target in plain["targets"]:
        target["number"] = int(target["number"]) if target["number"].is_integer() else target["number"]
    return plain


def _gives_work(reading: PlanReading) -> bool:
    """Some unit must be given something; without a plan's title at least two things."""
    rows = [each.assignments for each in reading.clauses] + [each.assignments for each in reading.duties]
    known = [each for each in rows if any(row.unit for row in each)]
    named = not any(warned.code == "no_title" for warned in reading.warnings)
    return len(known) >= (1 if named else 2) or (named and sum(1 for each in rows if each) >= 2)
