"""One file whole: what 01/TD, 01/UQ and the desks show of an application."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Subquery

from dongvon.domain.lending.models import Application, RequestList, ResultNotice
from dongvon.domain.lending.queries.applications import FileRow, listed_files, row_of
from dongvon.domain.lending.queries.routes import routes, working_days
from dongvon.domain.people.queries.search import people_by_id
from dongvon.domain.people.vocabulary import PersonRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One line of the plan."""

    number: int
    item: str
    quantity: str
    amount: int
    use: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorisationRow:
    """Who chose the borrower, and before whom."""

    signed_on: date
    witness: str
    signers: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRow:
    """What the learner studies."""

    student: PersonRow | None
    school: str
    field: str
    level: str
    starts_on: date
    ends_on: date
    months: int
    tuition: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UndertakingRow:
    """The contract, estimate or project that is paid for."""

    kind: str
    partner: str
    reference: str
    project: str
    value: int
    paid: int
    collateral: int | None
    workers: int
    meant_workers: int
    works: int
    ends_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A paper in the file."""

    code: str
    number: str
    issued_on: date | None
    attachment: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrancheRow:
    """A part to be handed out; `paid` once it was."""

    id: UUID
    number: int
    planned_on: date
    amount: int
    needs_declaration: bool
    declared_on: date | None
    paid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """All that lies in one file: what 01/TD, 01/UQ and the desks show; the latest list and notice that carry it."""

    row: FileRow
    borrower: PersonRow | None
    items: tuple[ItemRow, ...]
    authorisation: AuthorisationRow | None
    course: CourseRow | None
    undertaking: UndertakingRow | None
    papers: tuple[PaperRow, ...]
    tranches: tuple[TrancheRow, ...]
    grounds: tuple[str, ...]
    monthly_income: int | None
    family: str
    priority_class: str
    request_list: UUID | None
    notice: UUID | None


def file_of(application: UUID, *, on: date) -> File | None:
    """The whole file; None when it is out of sight."""
    parts, single = ("items", "papers", "tranches"), ("course", "undertaking", "authorisation")
    lists = RequestList.objects.filter(screenings__application=OuterRef("id")).order_by("-made_at")
    notices = ResultNotice.objects.filter(lines__application=OuterRef("id")).order_by("-sent_at")
    sheets = {"on_list": Subquery(lists.values("id")[:1]), "in_notice": Subquery(notices.values("id")[:1])}
    rows = listed_files(Application.objects.filter(id=application)).annotate(**sheets)
    found = rows.select_related(*single).prefetch_related(*parts).first()
    if found is None:
        return None
    authorisation, course = getattr(found, "authorisation", None), getattr(found, "course", None)
    signers = tuple(authorisation.signers) if authorisation else ()
    student = (course.student_id,) if course else ()
    people = people_by_id([found.borrower_id, *signers, *student])
    return _file(found, people, on=on)


def _file(found: Application, people: dict[UUID, PersonRow], *, on: date) -> File:
    return File(
        row=row_of(found, routes(on=on), week=working_days(), on=on),
        borrower=people.get(found.borrower_id),
        items=tuple(
            ItemRow(number=item.number, item=item.item, quantity=item.quantity, amount=item.amount, use=item.use)
            for item in sorted(found.items.all(), key=lambda item: item.number)
        ),
        authorisation=_authorisation(found, people),
        course=_course(found, people),
        undertaking=_undertaking(found),
        papers=tuple(
            PaperRow(code=each.code, number=each.number, issued_on=each.issued_on, attachment=each.attachment_id)
            for each in sorted(found.papers.all(), key=lambda each: each.code)
        ),
        tranches=tuple(
            TrancheRow(
                id=each.id,
                number=each.number,
                planned_on=each.planned_on,
                amount=each.amount,
                needs_declaration=each.needs_declaration,
                declared_on=each.declared_on,
                paid=each.disbursement_id is not None,
            )
            for each in sorted(found.tranches.all(), key=lambda each: each.number)
        ),
        grounds=tuple(found.grounds),
        monthly_income=found.monthly_income,
        family=found.family,
        priority_class=found.priority_class,
        request_list=getattr(found, "on_list", None),
        notice=getattr(found, "in_notice", None),
    )


def _authorisation(found: Application, people: dict[UUID, PersonRow]) -> AuthorisationRow | None:
    signed = getattr(found, "authorisation", None)
    if signed is None:
        return None
    signers = tuple(people[one] for one in signed.signers if one in people)
    return AuthorisationRow(signed_on=signed.signed_on, witness=signed.witness, signers=signers)


def _course(found: Application, people: dict[UUID, PersonRow]) -> CourseRow | None:
    course = getattr(found, "course", None)
    if course is None:
        return None
    return CourseRow(
        student=people.get(course.student_id),
        school=course.school,
        field=course.field,
        level=course.level,
        starts_on=course.starts_on,
        ends_on=course.ends_on,
        months=course.months,
        tuition=course.tuition,
    )


def _undertaking(found: Application) -> UndertakingRow | None:
    each = getattr(found, "undertaking", None)
    if each is None:
        return None
    return UndertakingRow(
        kind=each.kind,
        partner=each.partner,
        reference=each.reference,
        project=each.project,
        value=each.value,
        paid=each.paid,
        collateral=each.collateral,
        workers=each.workers,
        meant_workers=each.meant_workers,
        works=each.works,
        ends_on=each.ends_on,
    )
