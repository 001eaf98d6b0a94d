"""What the same unit reported a year before, for the writer and the reader to look at beside the new words."""

from dataclasses import dataclass, field
from uuid import UUID

from dongvon.domain.workplan.models import Report, Submission
from dongvon.domain.workplan.rules.content import EntryWords, FigureWords, read


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBefore:
    """Entries by code of clause and figures by code of slot, as last handed in; empty where nothing was."""

    report: UUID | None = None
    title: str = ""
    entries: dict[str, EntryWords] = field(default_factory=dict)
    figures: dict[str, FigureWords] = field(default_factory=dict)


def year_before(report: UUID) -> YearBefore:
    """The report of the same kind and number, a year earlier, under this plan or one it replaced."""
    asked = Report.objects.filter(pk=report).values("reporter", "round__kind", "round__year", "round__number").first()
    if asked is None:
        return YearBefore()
    found = (
        Submission.objects.filter(
            report__reporter=asked["reporter"],
            report__round__kind=asked["round__kind"],
            report__round__number=asked["round__number"],
            report__round__year=asked["round__year"] - 1,
        )
        .order_by("-submitted_at")
        .first()
    )
    if found is None:
        return YearBefore()
    words = read(found.content)
    return YearBefore(
        report=words.report,
        title=words.round_title,
        entries={entry.code: entry for entry in words.entries},
        figures={figure.code: figure for entry in words.entries for figure in entry.figures},
    )
