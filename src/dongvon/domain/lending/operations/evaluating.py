"""Conditions looked at again in the moment of a step, and kept with it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.models import Application, Evaluation
from dongvon.domain.lending.queries.eligibility import Explanation, Line, as_rows, explanations
from dongvon.domain.lending.vocabulary import Check, Stage, Verdict
from dongvon.kernel.refusals import Refusal

#: What conditions of the catalogue are about.
OF_CATALOGUE: Final[Mapping[str, str]] = {
    Check.CEILING: "vượt mức vay tối đa theo",
    Check.LONGEST: "vượt thời hạn vay tối đa theo",
    Check.COLLATERAL: "thiếu tài sản bảo đảm theo",
    Check.BARRED: "đang nợ chương trình không được vay cùng lúc, theo",
}


class ConditionsChanged(Refusal):
    """What the asker saw is no longer so: a list was certified or lapsed, a debt came or went."""

    text = (
        "Điều kiện vay của {count} hồ sơ đã thay đổi so với lúc bạn mở trang (danh sách mới được công nhận hoặc "
        "hết hiệu lực, có khoản nợ mới). Hãy xem lại các dòng được đánh dấu rồi quyết định."
    )


class ConditionNotMet(Refusal):
    """Something speaks against it."""

    text = "Chưa đủ điều kiện: {title}. Hãy từ chối có lý do, hoặc trả lại để bổ sung."


class NotLentAnyMore(Refusal):
    """The programme does not lend on that day."""

    text = "Chương trình vay này hiện không còn cho vay mới. Hãy chọn chương trình khác."


def evaluate(rows: Sequence[Application], *, seen: Mapping[UUID, str], on: date) -> dict[UUID, Explanation]:
    """The explanations of today. Refuses NotLentAnyMore, and ConditionsChanged against the verdicts `seen`."""
    found = explanations([row.id for row in rows], on=on)
    if len(found) < len(rows):
        raise NotLentAnyMore
    changed = [key for key, verdict in seen.items() if key in found and verdict and found[key].verdict != verdict]
    if changed:
        raise ConditionsChanged(count=len(changed))
    return found


def demand_met(explanation: Explanation, *, whole: bool) -> None:
    """Refuse ConditionNotMet when a condition fails or, asked for the `whole`, when one has yet to be shown.

    A doubtful one refuses nobody: whoever takes the step confirms it by that, and the lines are kept with the step.
    """
    if explanation.verdict == Verdict.INELIGIBLE or (whole and explanation.verdict == Verdict.INCOMPLETE):
        against = explanation.failed or explanation.missing
        raise ConditionNotMet(title=_named(against[0]))


def _named(line: Line) -> str:
    """A condition in a few words; those of the catalogue have no title of their own."""
    return line.title if line.check not in OF_CATALOGUE else f"{OF_CATALOGUE[line.check]} {line.basis}"


def keep(explanations: Mapping[UUID, Explanation], *, stage: Stage, by: Actor, at: datetime) -> dict[UUID, Evaluation]:
    """Write the explanations down with the step that rests on them."""
    rows = {
        application: Evaluation(
            application_id=application,
            person=by.person,
            acted_at=at,
            stage=stage,
            evaluated_on=explanation.on,
            verdict=explanation.verdict,
            lines=as_rows(explanation),
        )
        for application, explanation in explanations.items()
    }
    Evaluation.objects.bulk_create(rows.values())
    return rows
