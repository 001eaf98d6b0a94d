"""How lists are spoken of on the pages."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.people.queries.list_lines import LineRow
from dongvon.domain.people.vocabulary import Area, Ending, Limit, ListKind, ListState, Measure, Origin
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.contract import Tone
from dongvon.interfaces.web.components.status import Badge
from dongvon.kernel.confidence import Confidence

READERS = frozenset(
    {
        Role.COMMUNE_OFFICER,
        Role.COMMUNE_CHAIR,
        Role.CREDIT_OFFICER,
        Role.CREDIT_CONTROLLER,
        Role.OFFICE_DIRECTOR,
        Role.INSPECTOR,
    }
)
MAKERS = frozenset({Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER})
COMMUNE = frozenset({Role.COMMUNE_OFFICER, Role.COMMUNE_CHAIR})
CHAIR = frozenset({Role.COMMUNE_CHAIR})

KINDS: dict[str, Promise | str] = {
    ListKind.POOR: _("Hộ nghèo"),
    ListKind.NEAR_POOR: _("Hộ cận nghèo"),
    ListKind.ESCAPED: _("Hộ mới thoát nghèo"),
    ListKind.AVERAGE: _("Hộ có mức sống trung bình"),
    ListKind.STUDENT: _("Học sinh, sinh viên có hoàn cảnh khó khăn"),
    ListKind.RELEASED: _("Người chấp hành xong án phạt tù"),
    ListKind.UNABLE: _("Hộ không có khả năng lao động"),
    ListKind.OTHER: _("Đối tượng khác"),
}
ORIGINS: dict[str, Promise | str] = {
    Origin.KEPT: _("Giữ nguyên"),
    Origin.FOUND_NEW: _("Phát sinh"),
    Origin.FELL_BACK: _("Tái nghèo"),
    Origin.CHANGED: _("Chuyển loại"),
    Origin.MOVED_IN: _("Chuyển đến"),
    Origin.ESCAPED: _("Thoát nghèo"),
}
ENDINGS: dict[str, Promise | str] = {
    Ending.ESCAPED: _("Thoát nghèo"),
    Ending.CHANGED: _("Chuyển loại"),
    Ending.MOVED_AWAY: _("Chuyển đi"),
    Ending.DIED: _("Đã mất"),
    Ending.EXPIRED: _("Hết thời hạn"),
    Ending.RENEWED: _("Sang danh sách kỳ sau"),
    Ending.MISTAKEN: _("Không đúng đối tượng"),
}
STATES: dict[str, tuple[Promise | str, Tone]] = {
    ListState.DRAFT: (_("Dự thảo"), "plain"),
    ListState.POSTED: (_("Đang niêm yết"), "busy"),
    ListState.LAID: (_("Chờ chủ tịch chứng nhận"), "warn"),
    ListState.CERTIFIED: (_("Đã chứng nhận"), "good"),
}
STEPS = (_("Dự thảo, họp thôn"), _("Niêm yết"), _("Trình chủ tịch"), _("Chứng nhận"))
STEP_OF = {ListState.DRAFT: 1, ListState.POSTED: 2, ListState.LAID: 3, ListState.CERTIFIED: 5}
#: What may be done next, the step that leads on first; by the form it is done with.
NEXT: dict[str, Promise | str] = {
    "certify": _("Chứng nhận"),
    "post": _("Cho niêm yết"),
    "objection": _("Ý kiến, trình chủ tịch"),
    "nominate": _("Thêm, họp thôn, trình"),
}
AREAS: dict[str, Promise | str] = {Area.RURAL: _("Nông thôn (xã)"), Area.URBAN: _("Thành thị (phường)")}
MEASURES: dict[str, Promise | str] = {
    Measure.POVERTY: _("Chuẩn nghèo, cận nghèo"),
    Measure.AVERAGE: _("Mức sống trung bình"),
}
LIMITS: dict[str, Promise | str] = {
    Limit.POSTING_DAYS: _("Niêm yết công khai (ngày làm việc)"),
    Limit.ESCAPED_MONTHS: _("Được coi là mới thoát nghèo (tháng)"),
    Limit.STOP_DAYS: _("Dừng xử lý dữ liệu sau khi rút đồng ý (ngày)"),
}
SURE: dict[str, tuple[Promise | str, Tone]] = {
    Confidence.CONFIRMED: (_("Đã kiểm chứng"), "good"),
    Confidence.SECOND_HAND: (_("Nguồn gián tiếp"), "warn"),
    Confidence.REMEMBERED: (_("Chưa kiểm chứng"), "bad"),
    Confidence.INFERRED: (_("Suy ra"), "warn"),
}


def state_badge(state: str) -> Badge:
    """How far a list has come."""
    label, tone = STATES[state]
    return Badge(label, tone=tone)


def sure_badge(confidence: str) -> Badge:
    """How sure a rule is."""
    label, tone = SURE[confidence]
    return Badge(label, tone=tone)


def line_change(line: LineRow) -> Promise | str:
    """How somebody came onto the list, or why not any more."""
    return ENDINGS[line.ending] if line.ending else ORIGINS[line.origin]
