"""How rules of the road are said."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.queries.rules import RuleKind
from dongvon.domain.lending.vocabulary import Check, LaterCheck, Prepaid, Stage

Word = Promise | str

KINDS: Final[Mapping[RuleKind, Word]] = {
    RuleKind.CONDITION: _("Điều kiện vay"),
    RuleKind.ROUTE: _("Các bước của hồ sơ"),
    RuleKind.DEADLINE: _("Thời hạn giải quyết"),
    RuleKind.GROUND: _("Diện ưu tiên khi bốc thăm"),
    RuleKind.AREA: _("Vùng đặc thù"),
    RuleKind.HOLIDAY: _("Ngày nghỉ, ngày làm bù"),
    RuleKind.ORDER: _("Thứ tự thu nợ"),
    RuleKind.PERIOD: _("Phân kỳ trả nợ"),
    RuleKind.REGIME: _("Kỳ chưa trả được"),
    RuleKind.LIMIT: _("Mức gia hạn nợ"),
    RuleKind.ASKING: _("Hạn nộp giấy đề nghị"),
    RuleKind.BAND: _("Khoanh nợ theo nguyên nhân"),
    RuleKind.NOTICE: _("Báo trước kỳ trả nợ"),
    RuleKind.CHECK: _("Kiểm tra, đối chiếu sau cho vay"),
    RuleKind.CRITERION: _("Tiêu chí chấm điểm tổ"),
    RuleKind.GRADE: _("Thang xếp loại tổ"),
    RuleKind.PAYMENT: _("Hoa hồng, phí ủy thác"),
}

#: Kinds as they stand together on the page.
SECTIONS: Final[tuple[tuple[Word, tuple[RuleKind, ...]], ...]] = (
    (
        _("Xét cho vay"),
        (
            *(RuleKind.CONDITION, RuleKind.ROUTE, RuleKind.DEADLINE),
            *(RuleKind.GROUND, RuleKind.AREA, RuleKind.HOLIDAY),
        ),
    ),
    (
        _("Thu nợ, xử lý nợ"),
        (
            *(RuleKind.ORDER, RuleKind.PERIOD, RuleKind.REGIME, RuleKind.LIMIT),
            *(RuleKind.ASKING, RuleKind.BAND, RuleKind.NOTICE, RuleKind.CHECK),
        ),
    ),
    (_("Tổ tiết kiệm và vay vốn"), (RuleKind.CRITERION, RuleKind.GRADE, RuleKind.PAYMENT)),
)

PREPAID: Final[Mapping[str, Word]] = {Prepaid.NEXT: _("các kỳ gần nhất"), Prepaid.LAST: _("các kỳ cuối")}
UNPAID: Final[Mapping[str, Word]] = {
    "carried": _("cộng vào kỳ sau, đến hạn cuối mới chuyển quá hạn"),
    "overdue": _("chuyển nợ quá hạn"),
}
BASES: Final[Mapping[str, Word]] = {"term": _("thời hạn vay"), "repayment": _("thời gian trả nợ")}
MEASURES: Final[Mapping[str, Word]] = {"extend": _("gia hạn nợ"), "freeze": _("khoanh nợ")}
LATER_CHECKS: Final[Mapping[str, Word]] = {
    LaterCheck.USE: _("Kiểm tra sử dụng vốn vay (06/TD)"),
    LaterCheck.BALANCES: _("Đối chiếu số dư (15/TD)"),
}
#: Who shares an entrustment fee; the district is of the years before 01/07/2025.
LEVELS: Final[Mapping[str, Word]] = {
    "centre": _("cấp trung ương"),
    "province": _("cấp tỉnh, thành phố"),
    "district": _("cấp huyện (trước 01/07/2025)"),
    "commune": _("cấp xã"),
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
