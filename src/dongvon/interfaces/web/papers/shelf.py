"""What each form is for."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PURPOSES: Final[dict[str, Promise | str]] = {
    "01-td": _("Hộ gia đình đề nghị vay, kèm phương án sử dụng vốn"),
    "01-uq": _("Các thành viên hộ ủy quyền cho người đứng tên vay"),
    "03-td": _("Tổ lập sau họp bình xét, UBND cấp xã xác nhận"),
    "04-td": _("Ngân hàng báo kết quả phê duyệt cho xã"),
    "06-td": _("Hội, đoàn thể kiểm tra việc sử dụng vốn sau khi giải ngân"),
    "08-td": _("Người vay đề nghị trả một kỳ vào ngày khác"),
    "09-td": _("Người vay đề nghị gia hạn nợ"),
    "10-td": _("Họp thành lập tổ"),
    "10a-td": _("Họp bầu, thay đổi ban quản lý tổ"),
    "10c-td": _("Họp bình xét, kết nạp, thường kỳ của tổ"),
    "11-td": _("Ngân hàng ủy nhiệm ban quản lý tổ thu lãi, tiền gửi"),
    "13-td": _("Tổ trưởng thu lãi, tiền gửi trước phiên giao dịch"),
    "14-td": _("Ngân hàng báo người vay nợ đã chuyển quá hạn"),
    "15-td": _("Đối chiếu sổ ngân hàng với sổ của người vay"),
    "16-td": _("Hội, đoàn thể kiểm tra hoạt động của tổ"),
    "01-xln": _("Người vay bị rủi ro đề nghị xử lý nợ"),
    "02-xln": _("Các bên xác minh khoản nợ bị rủi ro"),
    "03-noxh": _("Danh sách đề nghị vay xây, sửa nhà, UBND cấp xã xác nhận"),
    "04-noxh": _("Ngân hàng nhận hồ sơ, báo việc xét ưu tiên, bốc thăm"),
    "05-noxh": _("Thẩm định cho vay nhà ở xã hội"),
    "06a-noxh": _("Báo người vay nhà ở xã hội được duyệt"),
    "06b-noxh": _("Báo người vay nhà ở xã hội bị từ chối"),
    "07a-noxh": _("Hợp đồng vay mua nhà ở xã hội"),
    "07b-noxh": _("Hợp đồng vay thuê mua nhà ở xã hội"),
    "07c-noxh": _("Hợp đồng vay xây mới, cải tạo, sửa chữa nhà"),
    "08-noxh": _("Ngân hàng, chủ đầu tư và người vay cùng ký"),
    "09a-noxh": _("Thế chấp nhà hình thành từ vốn vay, hoặc đất và nhà"),
    "13-noxh": _("Tín dụng bàn giao hồ sơ cho kế toán trước giải ngân"),
    "bien-ban-boc-tham": _("Ghi lại buổi bốc thăm công khai"),
    "phu-luc-ii": _("Người học kê khai trước mỗi năm nhận tiền"),
}
