"""What was handed in, version by version, with what became of it; each stays readable for ever."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from dongvon.domain.units.queries.directory import units_by_id
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.workplan.models import Submission
from dongvon.domain.workplan.rules.content import ReportWords, fingerprint, read
from dongvon.domain.workplan.rules.difference import Change as Change  # part of what this query gives
from dongvon.domain.workplan.rules.difference import changes

WAITING, RETURNED, ACCEPTED = "submitted", "returned", "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One submission; `verdict` is "submitted" while it waits, then "returned" or "accepted"."""

    id: UUID
    report: UUID
    number: int
    content_hash: str
    submitted_by: str
    submitted_at: datetime
    submitted_for: str
    on_behalf: bool
    verdict: str
    verdict_by: str
    verdict_at: datetime | None
    verdict_text: str
    reopened_at: datetime | None
    reopened_by: str
    reopened_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A version with its words; `intact` says whether they still are what the hash says."""

    version: Version
    words: ReportWords
    intact: bool


def versions_of(report: UUID, *, on: date) -> tuple[Version, ...]:
    """All versions of a report, the latest first."""
    rows = Submission.objects.filter(report=report).order_by("-number").defer("content")
    return _versions(rows, on=on)


def version_read(submission: UUID, *, on: date) -> Reading | None:
    """One version, whole; None for one that the asker may not see."""
    rows = Submission.objects.filter(pk=submission)
    found = rows.first()
    if found is None:
        return None
    return Reading(
        version=_versions(rows, on=on)[0],
        words=read(found.content),
        intact=fingerprint(found.content) == found.content_hash,
    )


def latest_read(report: UUID, *, on: date) -> Reading | None:
    """The version handed in last."""
    last = Submission.objects.filter(report=report).order_by("-number").values_list("pk", flat=True).first()
    return version_read(last, on=on) if last else None


def changed_between(older: UUID, newer: UUID) -> tuple[Change, ...]:
    """All that differs between two versions of one report; nothing when one is missing or they are strangers."""
    found = {row.pk: row for row in Submission.objects.filter(pk__in=[older, newer])}
    if len(found) < 2 or found[older].report_id != found[newer].report_id:
        return ()
    return changes(read(found[older].content), read(found[newer].content))


def _versions(rows: QuerySet[Submission], *, on: date) -> tuple[Version, ...]:
    found = list(rows.select_related("returned", "acceptance__reopening"))
    if not found:
        return ()
    people = names_of(_people(found))
    units = units_by_id({row.submitted_for_id for row in found}, on=on)
    return tuple(_version(row, people=people, unit=units[row.submitted_for_id].full_name) for row in found)


def _people(rows: Iterable[Submission]) -> set[UUID]:
    people = set()
    for row in rows:
        people.add(row.submitted_by_id)
        if returned := getattr(row, "returned", None):
            people.add(returned.returned_by_id)
        if accepted := getattr(row, "acceptance", None):
            people.add(accepted.accepted_by_id)
            if reopened := getattr(accepted, "reopening", None):
                people.add(reopened.reopened_by_id)
    return people


def _version(row: Submission, *, people: dict[UUID, str], unit: str) -> Version:
    returned, accepted = getattr(row, "returned", None), getattr(row, "acceptance", None)
    reopened = getattr(accepted, "reopening", None)
    verdict = ACCEPTED if accepted else RETURNED if returned else WAITING
    judge = accepted.accepted_by_id if accepted else returned.returned_by_id if returned else None
    return Version(
        id=row.pk,
        report=row.report_id,
        number=row.number,
        content_hash=row.content_hash,
        submitted_by=people[row.submitted_by_id],
        submitted_at=row.submitted_at,
        submitted_for=unit,
        on_behalf=row.on_behalf_of_id is not None,
        verdict=verdict,
        verdict_by=people[judge] if judge else "",
        verdict_at=accepted.accepted_at if accepted else returned.returned_at if returned else None,
        verdict_text=accepted.note if accepted else returned.comment if returned else "",
        reopened_at=reopened.reopened_at if reopened else None,
        reopened_by=people[reopened.reopened_by_id] if reopened else "",
        reopened_reason=reopened.reason if reopened else "",
    )
