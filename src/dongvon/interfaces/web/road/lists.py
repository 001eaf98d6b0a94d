"""The lists (03/TD) before a commune: what the certified lists say of each line, and what its screen decided so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dongvon.domain.lending.operations.confirm import CONFIRM, DECLINE, SEND_BACK, LineDecision
from dongvon.domain.lending.queries.applications import FileRow
from dongvon.domain.lending.queries.eligibility import Explanation, Line
from dongvon.domain.lending.vocabulary import Check, Outcome, Verdict
from dongvon.interfaces.web.components.status import Deadline
from dongvon.interfaces.web.road.explaining import Sentence, sentences
from dongvon.interfaces.web.road.words import LISTS

LATER: Final = "later"
#: What may be done with a line that is not confirmed; all but the first ask for a reason.
OTHERWISE: Final = (
    (LATER, gettext_lazy("Để sau")),
    (SEND_BACK, gettext_lazy("Trả lại để bổ sung")),
    (DECLINE, gettext_lazy("Từ chối")),
)
#: Where a list is asked for; what fails elsewhere is told too.
OF_LISTS: Final = (Check.LISTED, Check.NOT_LISTED)
#: The longest reason that is kept.
REASON: Final = 500


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the screen said of one line when it was sent; a fresh one says nothing."""

    sent: bool
    ticked: bool
    otherwise: str
    reason: str
    seen: str

    @property
    def unreasoned(self) -> bool:
        """Turned away without being told why."""
        return not self.ticked and self.otherwise != LATER and not self.reason.strip()

    def decision(self, row: FileRow) -> LineDecision | None:
        """What is asked of the operation; nothing for a line that is left for later."""
        decision = CONFIRM if self.ticked else self.otherwise
        if decision == LATER:
            return None
        return LineDecision(application=row.id, decision=decision, reason=self.reason, seen=self.seen)


@dataclass(frozen=True, kw_only=True)
class ListLine:
    """One line: its evidence in a phrase, what makes it doubtful, and whether it is marked to be confirmed."""

    row: FileRow
    verdict: str
    evidence: str
    doubts: tuple[Sentence, ...]
    may_tick: bool
    ticked: bool
    said: Said
    changed: bool
    deadline: str
    choices: str


@dataclass(frozen=True, kw_only=True)
class Looks:
    """What many lines have alike, drawn once: each deadline, and the choices with each of them chosen."""

    deadlines: Mapping[Any, str]
    choices: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class WaitingList:
    """The lines of one group for one programme, and the first of their deadlines."""

    name: str
    programme_name: str
    deadline: str
    lines: tuple[ListLine, ...]


def said_of(row: FileRow, posted: Mapping[str, str], *, ticked: Iterable[str]) -> Said:
    """What came from the screen about one file."""
    otherwise = posted.get(f"otherwise-{row.id}", LATER)
    return Said(
        sent=f"seen-{row.id}" in posted,
        ticked=str(row.id) in ticked,
        otherwise=otherwise if otherwise in dict(OTHERWISE) else LATER,
        reason=posted.get(f"reason-{row.id}", "")[:REASON],
        seen=posted.get(f"seen-{row.id}", ""),
    )


def line_of(row: FileRow, explanation: Explanation, said: Said, *, looks: Looks) -> ListLine:
    """A line whose lists match is marked from the start; a doubtful one waits for the reader's own mark."""
    doubts = [line for line in explanation.lines if _doubtful(line)]
    may_tick = explanation.verdict != Verdict.INELIGIBLE
    return ListLine(
        row=row,
        verdict=explanation.verdict,
        evidence=_evidence(explanation.lines),
        doubts=tuple(sentences(doubts)),
        may_tick=may_tick,
        ticked=may_tick and (said.ticked if said.sent else not doubts),
        said=said,
        changed=bool(said.seen) and said.seen != explanation.verdict,
        deadline=looks.deadlines.get(row.due_on, ""),
        choices=looks.choices[said.otherwise],
    )


def by_list(lines: Iterable[ListLine]) -> list[WaitingList]:
    """Lines under the list they came in, lists in the order of their first line."""
    found: dict[tuple[str, str], list[ListLine]] = {}
    for line in lines:
        found.setdefault((_list_name(line.row), line.row.programme_name), []).append(line)
    return [
        WaitingList(name=name, programme_name=programme, deadline=rows[0].deadline, lines=tuple(rows))
        for (name, programme), rows in found.items()
    ]


def looks_of(rows: Iterable[FileRow], *, on: date) -> Looks:
    """Of these lines."""
    return Looks(
        deadlines={row.due_on: str(Deadline(row.due_on, on=on, working=row.days_left)) for row in rows if row.due_on},
        choices={chosen: _choices(chosen) for chosen, _word in OTHERWISE},
    )


def _choices(chosen: str) -> SafeString:
    lines = ((value, mark_safe(" selected") if value == chosen else "", word) for value, word in OTHERWISE)
    return format_html_join("", '<option value="{}"{}>{}</option>', lines)


def _list_name(row: FileRow) -> str:
    if not row.group_code:
        return row.place_name
    return _("Tổ {code}, {hamlet}").format(code=row.group_code, hamlet=row.hamlet)


def _doubtful(line: Line) -> bool:
    of_lists = line.check in OF_LISTS and line.outcome != Outcome.MET
    return not line.spare and (of_lists or line.outcome == Outcome.FAILED)


def _evidence(lines: Iterable[Line]) -> str:
    asked = [line for line in lines if line.check == Check.LISTED]
    for line in asked:
        if line.outcome == Outcome.MET:
            year = line.seen["decided"][-4:]
            return f"{LISTS.get(line.seen['list'], line.seen['list'])} · {line.seen['decision']}, {year}"
    return _("Không có trong danh sách") if asked else _("Không cần danh sách")
