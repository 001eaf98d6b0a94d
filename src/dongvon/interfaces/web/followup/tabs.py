"""The tabs above every page of follow-up."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.interfaces.web.components.wayfinding import Tab, Tabs

PLACES: tuple[tuple[str, Promise | str], ...] = (
    ("grid", _("Bảng theo dõi")),
    ("briefing", _("Giao ban")),
    ("rates", _("Tỷ lệ")),
    ("absent", _("Chưa đăng nhập")),
    ("rounds", _("Đợt báo cáo")),
    ("relief", _("Miễn, gia hạn")),
    ("letters", _("Thư nhắc")),
)


def tabs(current: str) -> Tabs:
    """The sibling pages, this one marked."""
    drawn = tuple(Tab(label, href=reverse(f"followup:{name}"), current=name == current) for name, label in PLACES)
    return Tabs(drawn, label=_("Đôn đốc"))
