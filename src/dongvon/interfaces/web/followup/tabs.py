"""The tabs above every page of follow-up."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.queries.plans import PlanRow
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


def tabs(current: str, *, plan: PlanRow | None = None) -> Tabs:
    """The sibling pages, this one marked; each stays with the plan that was chosen."""
    chosen = f"?ke_hoach={plan.id}" if plan else ""
    drawn = tuple(
        Tab(label, href=reverse(f"followup:{name}") + chosen, current=name == current) for name, label in PLACES
    )
    return Tabs(drawn, label=_("Đôn đốc"))
