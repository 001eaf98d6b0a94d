"""A household asks for a loan (01/TD)."""

from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.groups.models import Group, GroupMember
from dongvon.domain.groups.vocabulary import Organisation
from dongvon.domain.lending.models import Application, Authorisation, Course, DossierPaper, PlanItem, Undertaking
from dongvon.domain.lending.operations.calling import call
from dongvon.domain.lending.operations.moving import advance
from dongvon.domain.lending.queries.conditions import Offer, offers
from dongvon.domain.lending.vocabulary import Stage
from dongvon.domain.people.models import Household, Membership
from dongvon.domain.programmes.vocabulary import CeilingPer, Fund, PriorityClass
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.ids import new_id
from dongvon.kernel.refusals import Refusal

#: A leader may read the household and not change it, so that the row itself cannot be held.
ONE_ASKS = "SELECT pg_advisory_xact_lock(20262, hashtext(%(household)s))"


class NotOffered(Refusal):
    """The programme does not lend from that fund on that day."""

    text = "Chương trình này hiện không cho vay từ nguồn vốn đã chọn."
    field = "programme"


class NotOfHousehold(Refusal):
    """The borrower does not belong to the household."""

    text = "Người đứng tên vay không phải là thành viên của hộ. Hãy kiểm tra lại hộ khẩu."
    field = "borrower"


class NotOfGroup(Refusal):
    """Entrusted loans go through the group of which the borrower is a member."""

    text = "Người đứng tên vay chưa là tổ viên. Hãy kết nạp vào tổ trước khi lập hồ sơ."
    field = "borrower"


class AskedAlready(Refusal):
    """The same request is on its way."""

    text = "Hộ đã có hồ sơ vay chương trình này đang được giải quyết (lập ngày {on:%d/%m/%Y})."
    field = "programme"


class PlanDoesNotAddUp(Refusal):
    """What the money is for adds up to the loan and the household's own capital."""

    text = "Tổng các mục chi là {items:,} đồng, phải bằng số tiền vay cộng vốn tự có ({need:,} đồng)."
    field = "items"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDraft:
    """One line of the plan, in đồng; `use` is the part of the ceiling that it falls under, if any."""

    item: str
    quantity: str
    amount: int
    use: CeilingPer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorisationDraft:
    """The adults who signed, and who witnessed it."""

    signed_on: date
    witness: str
    signers: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseDraft:
    """What the learner studies, as certified."""

    student: UUID
    school: str
    field: str
    level: str
    starts_on: date
    ends_on: date
    months: int
    tuition: int = 0
    medical: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UndertakingDraft:
    """The contract, estimate or project to be paid for."""

    kind: str
    partner: str
    value: int
    reference: str = ""
    project: str = ""
    paid: int = 0
    collateral: int | None = None
    workers: int = 1
    meant_workers: int = 0
    works: int = 1
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDraft:
    """A paper that lies in the file."""

    code: str
    number: str = ""
    issued_on: date | None = None
    attachment: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDraft:
    """A request as it is handed in; `unit` is the lending office of a direct loan, a group's own otherwise."""

    id: UUID
    programme: UUID
    household: UUID
    borrower: UUID
    amount: int
    term_months: int
    purpose: str
    fund: Fund = Fund.CENTRAL
    priority_class: PriorityClass = PriorityClass.ORDINARY
    unit: UUID | None = None
    own_capital: int = 0
    items: tuple[ItemDraft, ...] = ()
    authorisation: AuthorisationDraft | None = None
    course: CourseDraft | None = None
    undertaking: UndertakingDraft | None = None
    papers: tuple[PaperDraft, ...] = ()
    monthly_income: int | None = None
    family: str = "single"
    grounds: tuple[str, ...] = field(default=())


@operation(allowed={Role.GROUP_LEADER, Role.CREDIT_OFFICER, Role.SYSTEM})
def apply(*, key: UUID, by: Actor, at: datetime, application: ApplicationDraft) -> UUID:
    """Enter a request with all its parts; nothing is promised by that. One household asks at a time.

    Refuses NotOffered, NotOfHousehold, NotOfGroup, AskedAlready, PlanDoesNotAddUp.
    """
    on = at.astimezone(VIETNAM).date()
    offer = _offer(application, on=on)
    group = _group(application, on=on) if offer.route.screened else None
    call(ONE_ASKS, {"household": str(application.household)})
    household = Household.objects.get(id=application.household)
    _demand_sound(application, on=on)
    row = _row(application, offer, group, household, by=by, at=at)
    row.save(force_insert=True)
    advance(row, Stage.REQUESTED, at=at)
    _keep_parts(application, by=by, at=at)
    return row.id


def _offer(asked: ApplicationDraft, *, on: date) -> Offer:
    found = [offer for offer in offers(on=on, fund=asked.fund) if offer.programme == asked.programme]
    if not found:
        raise NotOffered
    return found[0]


def _group(asked: ApplicationDraft, *, on: date) -> Group:
    member = GroupMember.objects.filter(person=asked.borrower, valid__contains=on).select_related("group__point")
    found = member.first()
    if found is None:
        raise NotOfGroup
    return found.group


def _demand_sound(asked: ApplicationDraft, *, on: date) -> None:
    if not Membership.objects.filter(household=asked.household, person=asked.borrower, valid__contains=on).exists():
        raise NotOfHousehold
    ended = Q(stage__in=[Stage.LENT, Stage.REFUSED, Stage.WITHDRAWN])
    same = Application.objects.filter(household=asked.household, programme=asked.programme).exclude(ended)
    if asked.course:
        same = same.filter(course__student=asked.course.student)
    earlier = same.first()
    if earlier is not None:
        raise AskedAlready(on=earlier.asked_on)
    items, need = sum(item.amount for item in asked.items), asked.amount + asked.own_capital
    if asked.items and items != need:
        raise PlanDoesNotAddUp(items=items, need=need)


def _row(
    asked: ApplicationDraft, offer: Offer, group: Group | None, household: Household, *, by: Actor, at: datetime
) -> Application:
    unit = group.point.unit_id if group else asked.unit or by.unit
    assert unit is not None, "a direct loan is asked for at an office"
    return Application(
        id=asked.id,
        programme_id=asked.programme,
        fund=asked.fund,
        priority_class=asked.priority_class,
        channel=offer.channel,
        borrower_id=asked.borrower,
        household=household,
        group=group,
        organisation=group.organisation if group else Organisation.DIRECT,
        place_id=household.place_id,
        unit_id=unit,
        purpose=asked.purpose,
        amount=asked.amount,
        own_capital=asked.own_capital,
        term_months=asked.term_months,
        monthly_income=asked.monthly_income,
        family=asked.family,
        grounds=list(asked.grounds),
        asked_on=at.astimezone(VIETNAM).date(),
        asked_by=by.person,
        asked_at=at,
        stage=Stage.REQUESTED,
        moved_at=at,
    )


def _keep_parts(asked: ApplicationDraft, *, by: Actor, at: datetime) -> None:
    PlanItem.objects.bulk_create(
        PlanItem(application_id=asked.id, number=number, **{**asdict(item), "use": item.use or ""})
        for number, item in enumerate(asked.items, start=1)
    )
    if asked.authorisation:
        signed = asdict(asked.authorisation) | {"signers": list(asked.authorisation.signers)}
        Authorisation.objects.create(application_id=asked.id, **signed)
    if asked.course:
        course = asdict(asked.course)
        Course.objects.create(application_id=asked.id, student_id=course.pop("student"), **course)
    if asked.undertaking:
        Undertaking.objects.create(application_id=asked.id, **asdict(asked.undertaking))
    DossierPaper.objects.bulk_create(paper_row(asked.id, paper, by=by, at=at, id_=new_id()) for paper in asked.papers)


def paper_row(application: UUID, paper: PaperDraft, *, by: Actor, at: datetime, id_: UUID) -> DossierPaper:
    """A paper as it lies in the file of an application."""
    return DossierPaper(
        id=id_,
        application_id=application,
        code=paper.code,
        number=paper.number,
        issued_on=paper.issued_on,
        attachment_id=paper.attachment,
        added_by=by.person,
        added_at=at,
    )
