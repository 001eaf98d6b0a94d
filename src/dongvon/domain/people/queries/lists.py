"""Lists and what happens to them, as pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from dongvon.domain.people.models import (
    BeneficiaryList,
    HamletMeeting,
    Household,
    ListImport,
    Objection,
    Person,
    PublicPosting,
)
from dongvon.domain.people.rules.sealing import Sealing
from dongvon.domain.people.vocabulary import ListState
from dongvon.kernel.identity import NotAPersonalNumber, read_number


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A list with how far it has come; `lines` are those not struck."""

    id: UUID
    kind: str
    year: int
    number: int
    place: str
    place_name: str
    serves_from: date
    on_paper: bool
    state: str
    returned_for: str
    standard: UUID | None
    laid_by: UUID | None
    laid_at: datetime | None
    decision_number: str
    decided_on: date | None
    certified_by: UUID | None
    certified_at: datetime | None
    lines: int
    struck: int
    meetings: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A hamlet's meeting about a list."""

    hamlet: str
    held_on: date
    attended: int
    minutes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingRow:
    """A list on a board."""

    id: UUID
    list_id: UUID
    kind: str
    shown_at: str
    from_on: date
    until_on: date
    basis: str
    approved_by: UUID
    approved_at: datetime
    snapshot: str
    taken_down_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionRow:
    """What somebody said against a list, and what was answered."""

    id: UUID
    raised_on: date
    raised_by: str
    text: str
    upheld: bool | None
    answer: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtRow:
    """A workbook that was brought for a list."""

    id: UUID
    list_id: UUID
    file_name: str
    rows: int
    faulty: int
    brought_at: datetime
    taken_at: datetime | None


def lists(*, limit: int, skip: int = 0, **wanted: Any) -> list[ListRow]:
    """Lists in the asker's scope, the newest year first, by commune and kind; `wanted` as of `count_lists`."""
    return _rows(_wanted(**wanted).order_by("-year", "place__name", "-number", "kind")[skip : skip + limit])


def count_lists(**wanted: Any) -> int:
    """How many lists of a year, kind, state and place are in the asker's scope; of all where one is not told."""
    return _wanted(**wanted).count()


def _wanted(*, year: int | None = None, kind: str = "", state: str = "", place: str = "") -> QuerySet[BeneficiaryList]:
    asked: dict[str, Any] = {"year": year, "kind": kind, "state": state, "place": place}
    return BeneficiaryList.objects.filter(**{name: value for name, value in asked.items() if value})


def unfinished() -> list[ListRow]:
    """Lists in the asker's scope that nobody has certified yet, the newest year first."""
    return _rows(BeneficiaryList.objects.exclude(state=ListState.CERTIFIED).order_by("-year", "place__name", "kind"))


def list_by_id(list_id: UUID) -> ListRow | None:
    """One list, if the asker may see it."""
    return next(iter(_rows(BeneficiaryList.objects.filter(id=list_id))), None)


def lists_beside(row: ListRow) -> list[ListRow]:
    """The lists of the same commune, year and round, this one among them."""
    return _rows(BeneficiaryList.objects.filter(place=row.place, year=row.year, number=row.number).order_by("kind"))


def meetings(list_id: UUID) -> list[MeetingRow]:
    """Which hamlets met about it."""
    found = HamletMeeting.objects.filter(list=list_id).order_by("hamlet")
    return [MeetingRow(**row) for row in found.values("hamlet", "held_on", "attended", "minutes")]


def postings(list_id: UUID) -> list[PostingRow]:
    """When and where it hung, the newest first."""
    found = PublicPosting.objects.filter(list=list_id).defer("lines").order_by("-approved_at", "-id")
    return [_posting(row) for row in found]


def posting(posting_id: UUID) -> PostingRow | None:
    """One posting, if the asker may see it."""
    found = PublicPosting.objects.filter(id=posting_id).defer("lines").first()
    return _posting(found) if found else None


def posted_lines(posting_id: UUID) -> list[dict[str, str]]:
    """What hung there."""
    return list(PublicPosting.objects.values_list("lines", flat=True).get(id=posting_id))


def objections(list_id: UUID) -> list[ObjectionRow]:
    """What was said against it, the unanswered first."""
    found = Objection.objects.filter(list=list_id).order_by("-answered_at", "raised_on", "id")
    return [ObjectionRow(**row) for row in found.values(*ObjectionRow.__dataclass_fields__)]


def _rows(found: QuerySet[BeneficiaryList]) -> list[ListRow]:
    counted = found.select_related("place").annotate(
        lines=Count("listings", filter=Q(listings__ending="") | Q(listings__valid__isnull=False), distinct=True),
        struck=Count("listings", filter=~Q(listings__ending="") & Q(listings__valid__isnull=True), distinct=True),
        met=Count("meetings", distinct=True),
        waiting=Count("objections", filter=Q(objections__answered_at__isnull=True), distinct=True),
    )
    return [_row(row) for row in counted]


def _row(row: Any) -> ListRow:
    same = (
        "id", "kind", "year", "number", "serves_from", "on_paper", "state", "returned_for", "laid_by", "laid_at",
        "decision_number", "decided_on", "certified_by", "certified_at", "lines", "struck", "waiting",
    )  # fmt: skip
    return ListRow(
        place=row.place_id,
        place_name=row.place.name,
        standard=row.standard_id,
        meetings=row.met,
        **{name: getattr(row, name) for name in same},
    )


def _posting(row: PublicPosting) -> PostingRow:
    return PostingRow(
        id=row.id,
        list_id=row.list_id,
        kind=row.kind,
        shown_at=row.shown_at,
        from_on=row.from_on,
        until_on=row.until_on,
        basis=row.basis,
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        snapshot=bytes(row.snapshot_hash).hex(),
        taken_down_at=row.taken_down_at,
    )


def places_within_reach() -> list[tuple[str, str]]:
    """Codes and names of the communes the asker serves, by name; all of them for whoever sees everything."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT code, name FROM units_place WHERE scope_everything() OR code = ANY (scope_places()) ORDER BY name"
        )
        return list(cursor.fetchall())


def households_coded(place: str, codes: Sequence[str]) -> dict[str, UUID]:
    """Households of a commune by their codes, as far as they exist."""
    return dict(Household.objects.filter(place=place, code__in=codes).values_list("code", "id"))


def persons_numbered(place: str, numbers: Sequence[str]) -> dict[str, UUID]:
    """People of a commune by their personal numbers as they were typed; what is no such number finds nobody."""
    sealing = Sealing(settings.IDENTITY_KEY)
    marks = {sealing.finding_mark(digits): typed for typed in numbers if (digits := _digits(typed))}
    found = Person.objects.filter(place=place, number_mark__in=list(marks))
    kept = found.values_list("number_mark", Coalesce("same_as", "id"))
    return {marks[bytes(mark)]: person for mark, person in kept}


def _digits(typed: str) -> str:
    try:
        return read_number(typed).digits
    except NotAPersonalNumber:
        return ""


def has_untaken(*, before: datetime) -> bool:
    """Whether a workbook brought before that moment still waits to be taken."""
    return ListImport.objects.filter(taken_at=None, brought_at__lt=before).exists()


def recent_imports(list_id: UUID) -> list[BroughtRow]:
    """Workbooks brought for a list, the newest first."""
    found = ListImport.objects.filter(list=list_id).order_by("-brought_at")[:5]
    return [BroughtRow(**row) for row in found.values(*BroughtRow.__dataclass_fields__)]


def brought(import_id: UUID) -> BroughtRow | None:
    """One brought workbook, if the asker may see it."""
    row = ListImport.objects.filter(id=import_id).values(*BroughtRow.__dataclass_fields__).first()
    return BroughtRow(**row) if row else None
