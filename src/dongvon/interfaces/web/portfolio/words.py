"""The words in which a handover is shown."""

from django.utils.translation import gettext_lazy as _

from dongvon.interfaces.web.components.status import Badge

STATES = {
    "waiting": (_("Chờ đọc"), "plain"),
    "reading": (_("Đang đọc"), "busy"),
    "checked": (_("Chờ tiếp nhận"), "warn"),
    "taking": (_("Đang ghi vào sổ"), "busy"),
    "taken": (_("Đã tiếp nhận"), "good"),
    "failed": (_("Không đọc được"), "bad"),
    "dropped": (_("Đã bỏ"), "plain"),
}

TOTALS = {
    "in_term": _("Dư nợ trong hạn"),
    "overdue": _("Dư nợ quá hạn"),
    "frozen": _("Dư nợ khoanh"),
    "owed_in_term": _("Lãi tồn trong hạn"),
    "owed_overdue": _("Lãi tồn quá hạn"),
    "owed_grace": _("Lãi tồn ân hạn"),
}


def state_badge(state: str) -> Badge:
    """How far it is."""
    words, tone = STATES[state]
    return Badge(words, tone=tone)  # type: ignore[arg-type] # the table above holds tones
