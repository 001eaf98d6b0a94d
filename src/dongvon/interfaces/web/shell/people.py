"""What roles are called, and how a person is shown in the bar."""

from collections.abc import Collection

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.units.vocabulary import Role

ROLE_NAMES: dict[str, Promise | str] = {
    Role.UNIT_REPORTER: _("Cán bộ đầu mối"),
    Role.UNIT_HEAD: _("Thủ trưởng đơn vị"),
    Role.BRANCH_OFFICER: _("Cán bộ tổng hợp chi nhánh"),
    Role.BRANCH_DIRECTOR: _("Giám đốc chi nhánh"),
    Role.CITY_LEADER: _("Lãnh đạo UBND thành phố"),
    Role.COUNCIL_MEMBER: _("Thành viên Hội đồng Thi đua - Khen thưởng"),
    Role.INSPECTOR: _("Cán bộ kiểm tra, giám sát"),
    Role.ACCOUNTANT: _("Kế toán"),
    Role.TELLER: _("Giao dịch viên"),
    Role.CREDIT_OFFICER: _("Cán bộ tín dụng"),
    Role.CREDIT_CONTROLLER: _("Trưởng phòng Kế hoạch - Nghiệp vụ"),
    Role.OFFICE_DIRECTOR: _("Giám đốc phòng giao dịch"),
    Role.COMMUNE_OFFICER: _("Công chức theo dõi giảm nghèo của xã"),
    Role.COMMUNE_CHAIR: _("Chủ tịch UBND cấp xã"),
    Role.ORGANISATION_OFFICER: _("Cán bộ hội, đoàn thể nhận ủy thác"),
    Role.GROUP_LEADER: _("Tổ trưởng Tổ tiết kiệm và vay vốn"),
    Role.ADMINISTRATOR: _("Quản trị hệ thống"),
    Role.SYSTEM: _("Việc tự động của hệ thống"),
}


def role_names(roles: Collection[str]) -> list[str]:
    """The names of some roles, in the order in which they are listed here."""
    return [str(name) for role, name in ROLE_NAMES.items() if role in roles]


def initials(full_name: str) -> str:
    """Middle and given name's first letters: Nguyễn Thị Hoa is TH."""
    return "".join(word[0] for word in full_name.split()[-2:]).upper()
