"""A report as its pages draw it: clauses with their gaps, forms, figures and remarks."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from dongvon.domain.workplan.queries.figures import GridRow
from dongvon.domain.workplan.queries.inbox import Decided, decisions_on
from dongvon.domain.workplan.queries.report_page import Gap, ReportPage, Touch
from dongvon.domain.workplan.queries.versions import Change
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.reports.forms import EntryForm, EvidenceForm
from dongvon.interfaces.web.reports.words import change_name, lack_words, status_badge, told_status


@dataclass(frozen=True, kw_only=True)
class Item:
    """One clause in the list beside the editor."""

    code: str
    text: str
    href: str
    current: bool
    complete: bool
    remarked: bool
    badge: Badge


@dataclass(frozen=True, kw_only=True)
class Section:
    """One clause as it is written or read."""

    clause: UUID
    code: str
    text: str
    badge: Badge
    narrative: str
    assessment: str
    figures: tuple[GridRow, ...]
    evidence: tuple[object, ...]
    gaps: tuple[str, ...]
    advice: tuple[str, ...]
    remark: str
    touch: Touch | None
    before_narrative: str
    before_status: Badge | None
    owes_evidence: bool
    decisions: tuple[Decided, ...]
    form: EntryForm | None
    evidence_form: EvidenceForm | None


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One change in words."""

    code: str
    name: str
    before: str
    after: str


def items(page: ReportPage, *, current: str) -> tuple[Item, ...]:
    """Every clause, for the list."""
    lacking = {gap.clause for gap in page.blocking}
    remarks = page.returned.remarks if page.returned else {}
    place = reverse("report:read", args=[page.row.report])
    return tuple(
        Item(
            code=entry.code,
            text=entry.text,
            href=f"{place}?nhiem_vu={entry.code}",
            current=entry.code == current,
            complete=entry.clause not in lacking,
            remarked=entry.clause in remarks,
            badge=status_badge(entry.status),
        )
        for entry in page.words.entries
    )


def sections(page: ReportPage, *, rows: tuple[GridRow, ...], only: str = "") -> tuple[Section, ...]:
    """The clauses in full, or one of them."""
    shown = [entry for entry in page.words.entries if only in ("", entry.code)]
    decisions = decisions_on(entry.clause for entry in shown)
    return tuple(section(page, clause=entry.clause, rows=rows, decisions=decisions[entry.clause]) for entry in shown)


def section(page: ReportPage, *, clause: UUID, rows: tuple[GridRow, ...], decisions: Iterable[Decided] = ()) -> Section:
    """One clause in full."""
    entry = page.words.entry(clause)
    assert entry is not None, "A section is of a clause that the report answers."
    before = page.before.entries.get(entry.code)
    gaps = [gap for gap in page.gaps if gap.clause == clause]
    words = {"status": entry.status, "narrative": entry.narrative, "assessment": entry.assessment}
    return Section(
        clause=clause,
        code=entry.code,
        text=entry.text,
        badge=status_badge(entry.status),
        narrative=entry.narrative,
        assessment=entry.assessment,
        figures=tuple(row for row in rows if row.clause == clause),
        evidence=entry.evidence,
        gaps=tuple(lack_words(gap.lack, label=gap.label) for gap in gaps if gap.blocks),
        advice=tuple(lack_words(gap.lack, label=gap.label) for gap in gaps if not gap.blocks),
        remark=page.returned.remarks.get(clause, "") if page.returned else "",
        touch=page.touches.get(clause),
        before_narrative=before.narrative if before else "",
        before_status=status_badge(before.status) if before else None,
        owes_evidence=clause in page.evidence_owed,
        decisions=tuple(decisions),
        form=_form(words, page=page, clause=clause),
        evidence_form=EvidenceForm(clause=clause) if page.writable else None,
    )


def _form(words: dict[str, str], *, page: ReportPage, clause: UUID) -> EntryForm | None:
    if not page.writable:
        return None
    form = EntryForm(initial={**words, "expects": page.edition}, clause=clause)
    return form.asking_assessment() if clause in page.evidence_owed else form


def differences(changes: tuple[Change, ...]) -> tuple[Difference, ...]:
    """Changes as rows of words."""
    return tuple(
        Difference(
            code=change.code,
            name=change_name(change.what, label=change.label),
            before=told_status(change.before) if change.what == "status" else change.before,
            after=told_status(change.after) if change.what == "status" else change.after,
        )
        for change in changes
    )


def lacking(gaps: Iterable[Gap]) -> list[tuple[str, str]]:
    """Gaps as lines: the code of the clause and what it lacks."""
    return [(gap.code, lack_words(gap.lack, label=gap.label)) for gap in gaps]


def clause_to_show(page: ReportPage, *, asked: str) -> str:
    """The code asked for; otherwise the first clause that lacks something, otherwise the first."""
    codes = [entry.code for entry in page.words.entries]
    if asked in codes:
        return asked
    lacking = [gap.code for gap in page.blocking]
    return next(iter(lacking or codes), "")


def neighbours(page: ReportPage, *, current: str) -> tuple[str, str]:
    """The codes before and after, empty at the ends."""
    codes = ["", *(entry.code for entry in page.words.entries), ""]
    at = codes.index(current) if current in codes else 0
    return codes[at - 1] if at > 0 else "", codes[at + 1] if 0 < at < len(codes) - 1 else ""
