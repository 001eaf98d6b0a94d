"""How rules of the road are said."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.queries.road_rules import RuleKind
from dongvon.domain.lending.vocabulary import Check, Stage

Word = Promise | str

KINDS: Final[Mapping[RuleKind, Word]] = {
    RuleKind.CONDITION: _("Điều kiện vay"),
    RuleKind.ROUTE: _("Các bước của hồ sơ"),
    RuleKind.DEADLINE: _("Thời hạn giải quyết"),
    RuleKind.GROUND: _("Diện ưu tiên khi bốc thăm"),
    RuleKind.AREA: _("Vùng đặc thù"),
    RuleKind.HOLIDAY: _("Ngày nghỉ, ngày làm bù"),
}

CHECKS: Final[Mapping[str, Word]] = {
    Check.LISTED: _("Có tên trong danh sách"),
    Check.NOT_LISTED: _("Không có tên trong danh sách"),
    Check.GROUP_MEMBER: _("Là tổ viên"),
    Check.RESIDENT: _("Cư trú tại nơi vay"),
    Check.AGE: _("Tuổi"),
    Check.AREA: _("Vùng"),
    Check.NOT_OVERDUE: _("Không có nợ quá hạn"),
    Check.ONCE: _("Chưa từng vay"),
    Check.PAPER: _("Giấy tờ trong hồ sơ"),
    Check.INCOME: _("Thu nhập"),
    Check.OWN_SHARE: _("Tỷ lệ vốn tự có"),
    Check.WITHIN: _("Thời hạn trong thời hạn hợp đồng"),
    Check.WORKERS: _("Tỷ lệ lao động ưu tiên"),
    Check.COURSE: _("Đang theo học"),
    Check.SELECTED: _("Được chọn khi bốc thăm"),
}

#: What a step's clock is named after.
AFTER: Final[Mapping[str, Word]] = {
    Stage.REQUESTED: _("Bình xét, hoặc nhận hồ sơ trực tiếp"),
    Stage.SCREENED: _("UBND cấp xã xác nhận"),
    Stage.CONFIRMED: _("Ngân hàng nhận hồ sơ"),
    Stage.RECEIVED: _("Thẩm định"),
    Stage.APPRAISED: _("Kiểm soát"),
    Stage.CONTROLLED: _("Phê duyệt"),
    Stage.APPROVED: _("Thông báo kết quả"),
    Stage.NOTIFIED: _("Ký hợp đồng"),
}

AREAS: Final[Mapping[str, Word]] = {"difficult": _("vùng khó khăn"), "rural": _("nông thôn")}
