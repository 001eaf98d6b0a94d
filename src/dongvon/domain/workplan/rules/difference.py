"""What changed between two versions of a text or of a report, for people to read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final
from uuid import UUID

from dongvon.domain.workplan.rules.cells import shown
from dongvon.domain.workplan.rules.content import EntryWords, FigureWords, ReportWords

SAME, ADDED, REMOVED = "same", "added", "removed"
_WORDS: Final = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)


@dataclass(frozen=True)
class Run:
    """A stretch of text that both have, that only the newer has, or that only the older had."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that differs: `what` names it ("narrative", "figure", …), `label` tells several apart."""

    clause: UUID | None
    code: str
    what: str
    label: str
    before: str
    after: str
    runs: tuple[Run, ...]


def difference(before: str, after: str) -> tuple[Run, ...]:
    """Word by word; the runs that are not added make `before`, those that are not removed make `after`."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    runs = [run for step in matcher.get_opcodes() for run in _runs(step, old=old, new=new)]
    return tuple(run for run in runs if run.text)


def changes(before: ReportWords, after: ReportWords) -> tuple[Change, ...]:
    """All that differs between two versions of a report, clause by clause, then its concerns."""
    codes = dict.fromkeys([entry.clause for entry in (*after.entries, *before.entries)])
    by_clause = [change for clause in codes for change in entry_changes(before.entry(clause), after.entry(clause))]
    return (*by_clause, *_concern_changes(before, after))


def entry_changes(before: EntryWords | None, after: EntryWords | None) -> tuple[Change, ...]:
    """All that differs in what two versions say about one clause."""
    known = after or before
    assert known is not None, "a change needs at least one side"
    pairs = [("status", "", before.status if before else "", after.status if after else "")]
    pairs += [("narrative", "", before.narrative if before else "", after.narrative if after else "")]
    pairs += [("assessment", "", before.assessment if before else "", after.assessment if after else "")]
    pairs += list(_figure_pairs(before, after))
    pairs += [("evidence", "", _evidence(before), _evidence(after))]
    return tuple(
        _change(known, what=what, label=label, old=old, new=new) for what, label, old, new in pairs if old != new
    )


def _runs(step: tuple[str, int, int, int, int], *, old: list[str], new: list[str]) -> Iterator[Run]:
    tag, old_from, old_to, new_from, new_to = step
    if tag == "equal":
        yield Run(SAME, "".join(old[old_from:old_to]))
        return
    yield Run(REMOVED, "".join(old[old_from:old_to]))
    yield Run(ADDED, "".join(new[new_from:new_to]))


def _change(entry: EntryWords, *, what: str, label: str, old: str, new: str) -> Change:
    return Change(
        clause=entry.clause, code=entry.code, what=what, label=label, before=old, after=new, runs=difference(old, new)
    )


def _figure_pairs(before: EntryWords | None, after: EntryWords | None) -> Iterator[tuple[str, str, str, str]]:
    old = {figure.slot: figure for figure in before.figures} if before else {}
    new = {figure.slot: figure for figure in after.figures} if after else {}
    for slot in dict.fromkeys([*new, *old]):
        name = (new.get(slot) or old[slot]).name
        yield "figure", name, _figure(old.get(slot)), _figure(new.get(slot))


def _figure(figure: FigureWords | None) -> str:
    if figure is None:
        return ""
    if figure.value is None:
        return figure.no_data_reason
    return f"{shown(figure.value, multiplier=figure.multiplier)} {figure.unit_of_measure}"


def _evidence(entry: EntryWords | None) -> str:
    return "\n".join(piece.title for piece in entry.evidence) if entry else ""


def _concern_changes(before: ReportWords, after: ReportWords) -> Iterator[Change]:
    old = {concern.id: concern for concern in before.concerns}
    new = {concern.id: concern for concern in after.concerns}
    for id_ in dict.fromkeys([*old, *new]):
        if id_ in old and id_ in new:
            continue
        concern = new.get(id_) or old[id_]
        words = ("", concern.text) if id_ in new else (concern.text, "")
        yield Change(
            clause=None,
            code=concern.clause,
            what=concern.kind,
            label="",
            before=words[0],
            after=words[1],
            runs=difference(*words),
        )
