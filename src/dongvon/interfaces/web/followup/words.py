"""What the words of follow-up are called on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.vocabulary import EntryStatus, LadderAudience, ReliefState
from dongvon.interfaces.web.components.contract import Tone
from dongvon.interfaces.web.components.matrix import STATES
from dongvon.interfaces.web.components.status import Badge

AUDIENCES: dict[str, Promise | str] = {
    LadderAudience.REPORTER: _("Cán bộ đầu mối"),
    LadderAudience.HEAD: _("Thủ trưởng đơn vị"),
    LadderAudience.BRANCH: _("Chi nhánh"),
}

RELIEFS: dict[str, Promise | str] = {"waiver": _("Miễn báo cáo"), "extension": _("Gia hạn")}

RELIEF_STATES: dict[str, tuple[Tone, Promise | str]] = {
    ReliefState.ASKED: ("busy", _("Chờ quyết định")),
    ReliefState.GRANTED: ("good", _("Đồng ý")),
    ReliefState.DECLINED: ("plain", _("Không đồng ý")),
}

ENTRIES: dict[str, Promise | str] = {
    "": _("Chưa ghi"),
    EntryStatus.NOT_STARTED: _("Chưa thực hiện"),
    EntryStatus.IN_PROGRESS: _("Đang thực hiện"),
    EntryStatus.DONE: _("Đã hoàn thành"),
    EntryStatus.NOT_APPLICABLE: _("Không phát sinh"),
}

WEEKDAYS: tuple[Promise | str, ...] = (
    _("thứ Hai"),
    _("thứ Ba"),
    _("thứ Tư"),
    _("thứ Năm"),
    _("thứ Sáu"),
    _("thứ Bảy"),
    _("Chủ nhật"),
)


def state_badge(state: str) -> Badge:
    """A state of the matrix as a badge."""
    tone, _sign, name = STATES[state]
    return Badge(name, tone=tone if tone != "none" else "plain")  # type: ignore[arg-type] # tones of the matrix are tones


def relief_badge(state: str) -> Badge:
    """Where a request stands."""
    tone, word = RELIEF_STATES[state]
    return Badge(word, tone=tone)


def step_words(step: int | None) -> str:
    """-7 → "trước 7 ngày", 3 → "sau 3 ngày"."""
    if step is None:
        return ""
    template = str(_("trước hạn %d ngày")) if step < 0 else str(_("sau hạn %d ngày"))
    return template % abs(step)
