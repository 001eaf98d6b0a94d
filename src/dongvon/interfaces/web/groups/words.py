"""The words of groups."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.groups.vocabulary import Criterion, Grade, MeetingKind, Organisation, Payment
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.status import Badge

ORGANISATIONS: dict[str, Promise] = {
    Organisation.FARMERS: _("Hội Nông dân"),
    Organisation.WOMEN: _("Hội Liên hiệp Phụ nữ"),
    Organisation.VETERANS: _("Hội Cựu chiến binh"),
    Organisation.YOUTH: _("Đoàn Thanh niên"),
}
MEETINGS: dict[str, Promise] = {
    MeetingKind.ORDINARY: _("Họp thường kỳ"),
    MeetingKind.APPRAISAL: _("Họp bình xét cho vay"),
    MeetingKind.ADMISSION: _("Họp kết nạp, cho ra khỏi tổ"),
    MeetingKind.BOARD_CHANGE: _("Họp bầu, thay đổi ban quản lý tổ"),
    MeetingKind.FOUNDING: _("Họp thành lập tổ"),
}
CRITERIA: dict[str, Promise] = {
    Criterion.TRANSACTION: _("Giao dịch tại xã"),
    Criterion.DUE_DEBT: _("Thu nợ đến hạn"),
    Criterion.INTEREST: _("Thu lãi"),
    Criterion.SAVERS: _("Tổ viên gửi tiền"),
    Criterion.SAVINGS_GROWTH: _("Tăng trưởng tiền gửi"),
    Criterion.OVERDUE: _("Nợ quá hạn"),
}
PAYMENTS: dict[str, Promise] = {
    Payment.COMMISSION: _("Hoa hồng của ban quản lý tổ"),
    Payment.ENTRUSTMENT: _("Phí ủy thác của hội, đoàn thể"),
    Payment.HOME_COMMISSION: _("Hoa hồng trên dư nợ nhà ở xã hội"),
    Payment.HOME_FEE: _("Phí ủy thác cấp xã trên dư nợ nhà ở xã hội"),
}
#: Of what a payment is a part.
BASES: dict[str, Promise] = {
    **dict.fromkeys((Payment.COMMISSION, Payment.ENTRUSTMENT), _("trên dư nợ có thu được lãi")),
    **dict.fromkeys((Payment.HOME_COMMISSION, Payment.HOME_FEE), _("trên dư nợ trong hạn bình quân")),
}
GRADES: dict[str, tuple[Promise, str]] = {
    Grade.GOOD: (_("Tốt"), "good"),
    Grade.FAIR: (_("Khá"), "busy"),
    Grade.AVERAGE: (_("Trung bình"), "warn"),
    Grade.WEAK: (_("Yếu"), "bad"),
}

LEADERS = frozenset({Role.GROUP_LEADER})
#: Those who may write minutes for a group: its board, and the officer who helps it.
WRITERS = LEADERS | {Role.CREDIT_OFFICER}
#: Those who write down whom a meeting elected: never a board itself.
ELECTORS = frozenset({Role.ORGANISATION_OFFICER, Role.CREDIT_OFFICER})
#: Those who write down that a group was founded: they know the people of the hamlet.
FOUNDERS = frozenset({Role.COMMUNE_OFFICER, Role.COMMUNE_CHAIR, Role.CREDIT_OFFICER})
#: Those who go and look how a group works.
INSPECTORS = frozenset({Role.ORGANISATION_OFFICER, Role.CREDIT_OFFICER, Role.INSPECTOR})
READERS = WRITERS | {
    Role.ORGANISATION_OFFICER,
    Role.COMMUNE_OFFICER,
    Role.COMMUNE_CHAIR,
    Role.CREDIT_CONTROLLER,
    Role.OFFICE_DIRECTOR,
    Role.TELLER,
    Role.ACCOUNTANT,
    Role.BRANCH_OFFICER,
    Role.BRANCH_DIRECTOR,
    Role.INSPECTOR,
}


def grade_badge(grade: str) -> Badge:
    """A grade in words and a mark; none was given where nothing could be judged."""
    label, tone = GRADES[grade] if grade else (_("Chưa xếp loại"), "plain")
    return Badge(label, tone=tone)  # type: ignore[arg-type] # the tones above are tones
