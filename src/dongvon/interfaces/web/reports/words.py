"""What states, gaps and changes of reports are called on every page that shows them."""

from django.utils.functional import Promise
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.vocabulary import ConcernKind, EntryStatus, ReportState
from dongvon.interfaces.web.components.contract import Tone
from dongvon.interfaces.web.components.status import Badge

STATES: dict[str, tuple[Promise, Tone]] = {
    "owed": (_("Chưa soạn"), "warn"),
    "later": (_("Chưa đến kỳ"), "plain"),
    ReportState.DRAFT: (_("Đang soạn"), "plain"),
    ReportState.SUBMITTED: (_("Chờ xem xét"), "busy"),
    ReportState.RETURNED: (_("Bị trả lại"), "back"),
    ReportState.ACCEPTED: (_("Đã chấp nhận"), "good"),
}

STATUSES: dict[str, tuple[Promise, Tone]] = {
    EntryStatus.NOT_STARTED: (_("Chưa thực hiện"), "warn"),
    EntryStatus.IN_PROGRESS: (_("Đang thực hiện"), "busy"),
    EntryStatus.DONE: (_("Đã hoàn thành"), "good"),
    EntryStatus.NOT_APPLICABLE: (_("Không phát sinh"), "plain"),
}

STATUS_CHOICES = [(status.value, STATUSES[status][0]) for status in EntryStatus]

KINDS: dict[str, Promise] = {
    ConcernKind.DIFFICULTY: _("Khó khăn, vướng mắc"),
    ConcernKind.PROPOSAL: _("Đề xuất, kiến nghị"),
}

LACKS: dict[str, Promise] = {
    "nothing_said": _("chưa có nội dung"),
    "narrative": _("thiếu phần kết quả thực hiện"),
    "figure": _("thiếu số liệu"),
    "evidence": _("thiếu minh chứng"),
    "assessment": _("thiếu tự đánh giá"),
    "evidence_advised": _("nên kèm minh chứng"),
}

WHATS: dict[str, Promise] = {
    "status": _("Mức độ"),
    "narrative": _("Kết quả thực hiện"),
    "assessment": _("Tự đánh giá"),
    "figure": _("Số liệu"),
    "evidence": _("Minh chứng"),
    **KINDS,
}


def state_badge(state: str) -> Badge:
    """Where a report stands."""
    word, tone = STATES[state]
    return Badge(word, tone=tone)


def status_badge(status: str) -> Badge:
    """How far a unit has come with a clause."""
    word, tone = STATUSES[status]
    return Badge(word, tone=tone)


def lack_words(lack: str, *, label: str = "") -> str:
    """One gap in words, the figure named."""
    return f"{now(str(LACKS[lack]))}: {label}" if label else str(LACKS[lack])


def change_name(what: str, *, label: str = "") -> str:
    """What changed, the figure named."""
    return f"{WHATS[what]}: {label}" if label else str(WHATS[what])


def told_status(value: str) -> str:
    """A status as words where a difference shows raw values."""
    return str(STATUSES[value][0]) if value in STATUSES else value
