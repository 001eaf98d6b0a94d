"""What a report still lacks before it may be handed in, and what deserves a second look."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from dongvon.domain.workplan.rules.content import EntryWords, ReportWords
from dongvon.domain.workplan.vocabulary import EntryStatus


class Lack(StrEnum):
    """What is missing; the first group keeps a report from being handed in, the second only asks."""

    NOTHING_SAID = "nothing_said"
    NARRATIVE = "narrative"
    FIGURE = "figure"
    EVIDENCE = "evidence"
    ASSESSMENT = "assessment"
    EVIDENCE_ADVISED = "evidence_advised"


ADVICE = frozenset({Lack.EVIDENCE_ADVISED})


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One thing that is missing in one clause; `slot` names the figure."""

    clause: UUID
    code: str
    lack: Lack
    slot: UUID | None = None
    label: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the report cannot be handed in with it."""
        return self.lack not in ADVICE


def gaps(report: ReportWords, *, evidence_owed: Collection[UUID]) -> tuple[Gap, ...]:
    """Every gap, in the order of the clauses. `evidence_owed` are the evergreen clauses, which owe proof each year.

    Each clause needs a status and a narrative (for one not begun or not arising: why); each figure a number or the
    reason why there is none, unless the clause does not arise.
    """
    return tuple(gap for entry in report.entries for gap in _of_entry(entry, owed=entry.clause in evidence_owed))


def _of_entry(entry: EntryWords, *, owed: bool) -> Iterator[Gap]:
    untouched = entry.status == EntryStatus.NOT_STARTED and not entry.narrative
    if untouched:
        yield _gap(entry, Lack.NOTHING_SAID)
    elif not entry.narrative:
        yield _gap(entry, Lack.NARRATIVE)
    if entry.status != EntryStatus.NOT_APPLICABLE:
        yield from _figures(entry)
    if entry.status in (EntryStatus.DONE, EntryStatus.IN_PROGRESS):
        yield from _proof(entry, owed=owed)


def _figures(entry: EntryWords) -> Iterator[Gap]:
    for figure in entry.figures:
        if figure.value is None and not figure.no_data_reason:
            yield _gap(entry, Lack.FIGURE, slot=figure.slot, label=figure.name)


def _proof(entry: EntryWords, *, owed: bool) -> Iterator[Gap]:
    if not entry.evidence:
        yield _gap(entry, Lack.EVIDENCE if owed else Lack.EVIDENCE_ADVISED)
    if owed and not entry.assessment:
        yield _gap(entry, Lack.ASSESSMENT)


def _gap(entry: EntryWords, lack: Lack, *, slot: UUID | None = None, label: str = "") -> Gap:
    return Gap(clause=entry.clause, code=entry.code, lack=lack, slot=slot, label=label)
