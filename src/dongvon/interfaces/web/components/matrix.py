"""The unit × period matrix: one cell a state, light enough for thousands on a page."""

from dataclasses import KW_ONLY, dataclass
from typing import Any, Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from dongvon.interfaces.web.components.contract import Component, Text

State = Literal[
    "accepted", "accepted_late", "submitted", "draft", "returned", "overdue", "open", "waived", "ahead", "none"
]

#: For each state its tone, its sign (so that no one needs to tell colours apart) and its name.
STATES: dict[str, tuple[str, str, Text]] = {
    "accepted": ("good", "✓", _("Đã chấp nhận")),
    "accepted_late": ("good", "✓ trễ", _("Chấp nhận, nộp trễ")),
    "submitted": ("busy", "→", _("Đã nộp, chờ xem")),
    "draft": ("plain", "…", _("Đang soạn")),
    "returned": ("back", "↩", _("Bị trả lại")),
    "overdue": ("bad", "!", _("Quá hạn")),
    "open": ("warn", "○", _("Chưa nộp, còn hạn")),
    "waived": ("plain", "–", _("Được miễn")),
    "ahead": ("none", "·", _("Chưa mở")),
    "none": ("none", "", _("Không phải nộp")),
}


@dataclass(frozen=True)
class MatrixCell(Component):
    """One unit in one period; `about` says which, for those who hear the page, and `text` replaces the sign."""

    template = "components/matrix_cell.html"
    state: State
    _keywords: KW_ONLY
    about: Text
    href: str = ""
    text: str = ""

    def html(self) -> SafeString:
        tone, sign, name = STATES[self.state]
        told = format_html('<span class="visually-hidden">{}: {}</span>', self.about, name)
        inside = format_html('<span aria-hidden="true">{}</span>{}', self.text or sign, told)
        if self.href:
            return format_html(
                '<a class="mx mx-{} tone-{}" href="{}" title="{}">{}</a>', self.state, tone, self.href, name, inside
            )
        return format_html('<span class="mx mx-{} tone-{}" title="{}">{}</span>', self.state, tone, name, inside)


@dataclass(frozen=True)
class MatrixLegend(Component):
    """What the signs of the matrix mean."""

    template = "components/matrix_legend.html"
    states: tuple[State, ...] = (
        "accepted",
        "accepted_late",
        "submitted",
        "draft",
        "returned",
        "overdue",
        "open",
        "waived",
        "ahead",
    )

    def extras(self) -> dict[str, Any]:
        return {"entries": [(state, *STATES[state]) for state in self.states]}
