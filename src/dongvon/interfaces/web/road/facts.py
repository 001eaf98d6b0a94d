"""A file as lists of facts: who asks, for what, what lies in it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from dongvon.domain.lending.queries.files import File
from dongvon.interfaces.web.catalogue.words import CHANNELS, FUNDS
from dongvon.interfaces.web.components.reading import Fact, SummaryList
from dongvon.interfaces.web.components.values import date_shown, money_shown
from dongvon.interfaces.web.loans.words import ORGANISATIONS
from dongvon.interfaces.web.road.words import KINDS


def facts_of(file: File) -> dict[str, SummaryList | None]:
    """The borrower, the request, and what the loan pays for."""
    return {
        "borrower": SummaryList(tuple(_borrower(file))),
        "request": SummaryList(tuple(_request(file))),
        "course": SummaryList(tuple(_course(file))) if file.course else None,
        "undertaking": SummaryList(tuple(_undertaking(file))) if file.undertaking else None,
    }


def _borrower(file: File) -> Iterator[Fact]:
    person, row = file.borrower, file.row
    if person is not None:
        yield Fact(_("Năm sinh"), person.birth)
        yield Fact(_("Số định danh"), person.masked_number)
    yield Fact(_("Nơi ở"), f"{row.hamlet}, {row.place_name}")
    if row.group_code:
        yield Fact(_("Tổ"), f"{row.group_code} · {row.leader_name}")
    yield Fact(_("Hội, đoàn thể"), ORGANISATIONS[row.organisation])
    if file.authorisation:
        signed = file.authorisation
        names = ", ".join(one.full_name for one in signed.signers)
        yield Fact(_("Ủy quyền (01/UQ)"), f"{names}; {date_shown(signed.signed_on)}; {signed.witness}")


def _request(file: File) -> Iterator[Fact]:
    row = file.row
    yield Fact(_("Số tiền đề nghị"), money_shown(row.amount))
    yield Fact(_("Vốn tự có"), money_shown(row.own_capital))
    yield Fact(_("Thời hạn"), _("%(months)s tháng") % {"months": row.term_months})
    yield Fact(_("Mục đích"), row.purpose)
    yield Fact(_("Nguồn vốn"), FUNDS[row.fund])
    yield Fact(_("Phương thức"), CHANNELS[row.channel])
    yield Fact(_("Ngày đề nghị"), row.asked_on)
    if row.approved is not None:
        yield Fact(_("Đã duyệt"), money_shown(row.approved))
    if file.monthly_income is not None:
        yield Fact(_("Thu nhập một tháng"), money_shown(file.monthly_income))


def _course(file: File) -> Iterator[Fact]:
    course = file.course
    assert course is not None, "asked only where there is a course"
    if course.student is not None:
        yield Fact(_("Người học"), course.student.full_name)
    yield Fact(_("Trường"), course.school)
    yield Fact(_("Ngành, trình độ"), f"{course.field}, {course.level}")
    yield Fact(_("Khóa học"), f"{date_shown(course.starts_on)} – {date_shown(course.ends_on)}")
    yield Fact(_("Số tháng học"), course.months)
    if course.tuition:
        yield Fact(_("Học phí cả khóa"), money_shown(course.tuition))


def _undertaking(file: File) -> Iterator[Fact]:
    each = file.undertaking
    assert each is not None, "asked only where there is one"
    yield Fact(_("Được vay để"), KINDS[each.kind])
    yield Fact(_("Đối tác"), each.partner)
    yield Fact(_("Số hợp đồng, dự toán"), each.reference)
    yield Fact(_("Dự án"), each.project)
    yield Fact(_("Giá trị"), money_shown(each.value))
    yield Fact(_("Đã trả"), money_shown(each.paid))
    if each.collateral is not None:
        yield Fact(_("Tài sản bảo đảm"), money_shown(each.collateral))
