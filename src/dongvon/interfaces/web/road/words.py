"""How steps, stages, acts and papers are said."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.lending.vocabulary import Stage, Step, Verdict
from dongvon.interfaces.web.components.contract import Tone
from dongvon.interfaces.web.components.status import Badge

Word = Promise | str

STEPS: Final[Mapping[str, Word]] = {
    Step.SCREEN: _("Chờ bình xét"),
    Step.CONFIRM: _("Chờ xã xác nhận"),
    Step.TAKE_IN: _("Chờ ngân hàng nhận"),
    Step.APPRAISE: _("Chờ thẩm định"),
    Step.CONTROL: _("Chờ kiểm soát"),
    Step.APPROVE: _("Chờ phê duyệt"),
    Step.NOTIFY: _("Chờ thông báo 04/TD"),
    Step.SIGN: _("Chờ ký hợp đồng"),
    Step.HAND_OUT: _("Chờ giải ngân"),
    Step.COMPLETE: _("Chờ bổ sung hồ sơ"),
}

#: Whose act a step is, in words for whoever waits.
WHOSE: Final[Mapping[str, Word]] = {
    Step.SCREEN: _("Tổ họp bình xét; tổ trưởng {leader} ghi biên bản và gửi danh sách 03/TD"),
    Step.CONFIRM: _("Chủ tịch UBND {place} ký xác nhận"),
    Step.TAKE_IN: _("Cán bộ tín dụng nhận hồ sơ tại điểm giao dịch"),
    Step.APPRAISE: _("Cán bộ tín dụng thẩm định"),
    Step.CONTROL: _("Người kiểm soát của ngân hàng xem lại"),
    Step.APPROVE: _("Giám đốc phòng giao dịch quyết định"),
    Step.NOTIFY: _("Cán bộ tín dụng báo kết quả cho UBND {place}"),
    Step.SIGN: _("Giám đốc phòng giao dịch ký với người vay"),
    Step.HAND_OUT: _("Giao dịch viên chi tiền cho người vay"),
    Step.COMPLETE: _("Tổ trưởng hoặc cán bộ tín dụng bổ sung cùng người vay"),
}

STAGES: Final[Mapping[str, tuple[Tone, Word]]] = {
    Stage.REQUESTED: ("plain", _("Đã nhận đề nghị")),
    Stage.SCREENED: ("busy", _("Tổ đã bình xét")),
    Stage.CONFIRMED: ("busy", _("Xã đã xác nhận")),
    Stage.RECEIVED: ("busy", _("Ngân hàng đã nhận hồ sơ")),
    Stage.APPRAISED: ("busy", _("Đã thẩm định")),
    Stage.CONTROLLED: ("busy", _("Đã kiểm soát")),
    Stage.APPROVED: ("good", _("Đã phê duyệt")),
    Stage.NOTIFIED: ("good", _("Đã thông báo")),
    Stage.CONTRACTED: ("good", _("Đã ký hợp đồng")),
    Stage.LENT: ("good", _("Đã nhận tiền")),
    Stage.RETURNED: ("back", _("Trả lại để bổ sung")),
    Stage.REFUSED: ("bad", _("Không được vay")),
    Stage.WITHDRAWN: ("plain", _("Đã rút hồ sơ")),
}

ACTS: Final[Mapping[str, tuple[Tone, Word]]] = {
    "asked": ("plain", _("Nộp giấy đề nghị vay vốn")),
    "screened": ("busy", _("Tổ bình xét công khai")),
    "confirmed": ("busy", _("UBND cấp xã xác nhận")),
    "received": ("busy", _("Ngân hàng nhận hồ sơ")),
    "appraised": ("busy", _("Thẩm định")),
    "controlled": ("busy", _("Kiểm soát")),
    "approved": ("good", _("Phê duyệt cho vay")),
    "notified": ("good", _("Thông báo kết quả 04/TD")),
    "returned": ("back", _("Trả lại để bổ sung")),
    "completed": ("busy", _("Đã bổ sung")),
    "refused": ("bad", _("Từ chối cho vay")),
    "withdrawn": ("plain", _("Rút hồ sơ")),
    "lent": ("good", _("Giải ngân")),
}

VERDICTS: Final[Mapping[str, tuple[Tone, Word]]] = {
    Verdict.ELIGIBLE: ("good", _("Đủ điều kiện")),
    Verdict.DOUBTFUL: ("busy", _("Cán bộ xác nhận")),
    Verdict.INCOMPLETE: ("warn", _("Còn thiếu")),
    Verdict.INELIGIBLE: ("bad", _("Không đủ điều kiện")),
}

PAPERS: Final[Mapping[str, Word]] = {
    "school_certificate": _("Giấy xác nhận của nhà trường"),
    "admission_notice": _("Giấy báo nhập học"),
    "three_years_fair": _("Học bạ ba năm loại khá trở lên"),
    "science_average_8": _("Học bạ lớp 12, các môn khoa học từ 8"),
    "previous_year_good": _("Kết quả năm học trước loại giỏi"),
    "graduate_admission": _("Quyết định công nhận học viên cao học"),
    "work_plan": _("Phương án sử dụng vốn tạo việc làm"),
    "labour_contracts": _("Hợp đồng lao động với người chấp hành xong án phạt tù"),
    "project_plan": _("Dự án sản xuất kinh doanh"),
    "overseas_contract": _("Hợp đồng đi làm việc ở nước ngoài"),
    "works_confirmed": _("Xác nhận hiện trạng công trình"),
    "no_device": _("Xác nhận chưa có máy tính, thiết bị học trực tuyến"),
    "housing_group": _("Giấy xác nhận đối tượng nhà ở xã hội"),
    "home_contract": _("Hợp đồng mua, thuê mua nhà ở xã hội"),
    "land_certificate": _("Giấy chứng nhận quyền sử dụng đất"),
    "building_estimate": _("Dự toán xây dựng, sửa chữa"),
    "minority_confirmed": _("Xác nhận hộ dân tộc thiểu số"),
}

LISTS: Final[Mapping[str, Word]] = {
    "poor": _("hộ nghèo"),
    "near_poor": _("hộ cận nghèo"),
    "escaped": _("hộ mới thoát nghèo"),
    "average": _("hộ có mức sống trung bình"),
    "student": _("học sinh, sinh viên có hoàn cảnh khó khăn"),
    "released": _("người chấp hành xong án phạt tù"),
    "unable": _("hộ không có khả năng lao động"),
    "other": _("đối tượng khác"),
}

KINDS: Final[Mapping[str, Word]] = {
    "home_purchase": _("Mua, thuê mua nhà ở xã hội"),
    "home_build": _("Xây mới, sửa chữa nhà ở"),
    "establishment": _("Dự án của cơ sở sản xuất kinh doanh"),
    "overseas": _("Hợp đồng đi làm việc ở nước ngoài"),
    "works": _("Công trình nước sạch, vệ sinh"),
}


def stage_badge(stage: str) -> Badge:
    """How far a file has come."""
    tone, word = STAGES[stage]
    return Badge(word, tone=tone)


def verdict_badge(verdict: str) -> Badge:
    """How the conditions stand together."""
    tone, word = VERDICTS[verdict]
    return Badge(word, tone=tone)


def whose(step: str, *, leader: str, place: str) -> str:
    """Who takes a step, by name where the file tells it; nothing for a file that waits for none."""
    return str(WHOSE[step]).format(leader=leader, place=place) if step else ""
