"""What each form of the road is for."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PURPOSES: Final[dict[str, Promise | str]] = {
    "01-td": _("Hộ gia đình đề nghị vay, kèm phương án sử dụng vốn"),
    "01-uq": _("Các thành viên hộ ủy quyền cho người đứng tên vay"),
    "03-td": _("Tổ lập sau họp bình xét, UBND cấp xã xác nhận"),
    "04-td": _("Ngân hàng báo kết quả phê duyệt cho xã"),
    "06-td": _("Hội, đoàn thể kiểm tra việc sử dụng vốn sau khi giải ngân"),
    "15-td": _("Đối chiếu sổ ngân hàng với sổ của người vay"),
}
