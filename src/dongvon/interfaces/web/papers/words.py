"""What the answers of a request are called, in the order of the form."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ANSWERS: Final[dict[str, Promise | str]] = {
    "borrower": _("Họ và tên người vay"),
    "birth": _("Ngày sinh"),
    "sex": _("Giới tính"),
    "hamlet": _("Thôn, ấp, khu phố"),
    "telephone": _("Điện thoại"),
    "group": _("Mã Tổ TK&VV"),
    "leader": _("Tổ trưởng"),
    "amount": _("Số tiền đề nghị vay (đồng)"),
    "purpose": _("Phương án sử dụng vốn"),
    "needed": _("Tổng nhu cầu vốn (đồng)"),
    "own": _("Vốn tự có (đồng)"),
    "months": _("Thời hạn vay (tháng)"),
    "every": _("Kỳ hạn trả nợ (tháng)"),
}
