"""How something stands: badges, deadline chips, alerts, steps."""

from dataclasses import KW_ONLY, dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Literal

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dongvon.interfaces.web.components.contract import NO_MARKUP, Block, Component, Text, Tone
from dongvon.interfaces.web.components.figures import Icon
from dongvon.interfaces.web.components.values import date_shown

MARKS: dict[str, str] = {
    "good": "circle-check",
    "warn": "clock",
    "bad": "alert-triangle",
    "busy": "send",
    "back": "arrow-back-up",
    "plain": "circle-dashed",
}
NEAR = 7


@dataclass(frozen=True)
class Badge(Component):
    """A short word for a state, with the mark of its tone."""

    template = "components/badge.html"
    label: Text
    _keywords: KW_ONLY
    tone: Tone = "plain"
    icon: str = ""

    def html(self) -> SafeString:
        return _badge(self.tone, icon=self.icon or MARKS[self.tone], label=str(self.label))


@lru_cache(maxsize=1000)
def _badge(tone: str, *, icon: str, label: str) -> SafeString:
    """Kept: a long table shows a handful of badges hundreds of times."""
    return format_html('<span class="badge tone-{}">{}{}</span>', tone, Icon(icon), label)


@dataclass(frozen=True)
class Deadline(Component):
    """The last day on which something is in time, and how far it is from the day `on`.

    A moment at midnight belongs to the day that ends there: "before 15/12" shows 14/12. A clock that goes by working
    days is told how many are left, less than none when it is late.
    """

    template = "components/deadline.html"
    due: date | datetime
    _keywords: KW_ONLY
    on: date
    done: bool = False
    working: int | None = None

    def extras(self) -> dict[str, Any]:
        days = (self.last_day - self.on).days
        return {"day": date_shown(self.last_day), "words": self._words(days), "tone": self._tone(days)}

    @property
    def last_day(self) -> date:
        if isinstance(self.due, datetime):
            return timezone.localtime(self.due - timedelta(microseconds=1)).date()
        return self.due

    def html(self) -> SafeString:
        shown = self.extras()
        icon = Icon("check" if self.done else "calendar-due")
        return format_html(
            '<span class="chip tone-{}">{}<span>{}</span> <span class="chip-words">{}</span></span>',
            shown["tone"], icon, shown["day"], shown["words"],
        )  # fmt: skip

    def _words(self, days: int) -> str:
        if self.done:
            return _("đã xong")
        if self.working and days:  # no working day between, over a weekend say: the calendar's days tell more
            return self._working_words(self.working, late=days < 0)
        if days < 0:
            return ngettext("quá hạn %d ngày", "quá hạn %d ngày", -days) % -days
        if days == 0:
            return _("hết hôm nay")
        return ngettext("còn %d ngày", "còn %d ngày", days) % days

    def _working_words(self, left: int, *, late: bool) -> str:
        if late:
            return ngettext("quá hạn %d ngày làm việc", "quá hạn %d ngày làm việc", -left) % -left
        return ngettext("còn %d ngày làm việc", "còn %d ngày làm việc", left) % left

    def _tone(self, days: int) -> Tone:
        if self.done:
            return "good"
        if days < 0:
            return "bad"
        return "warn" if days <= NEAR else "plain"


@dataclass(frozen=True)
class Alert(Block):
    """A message about the page as a whole; `bad` ones are announced at once."""

    template = "components/alert.html"
    title: Text = ""
    _keywords: KW_ONLY
    content: SafeString = NO_MARKUP
    tone: Tone = "busy"

    def extras(self) -> dict[str, str]:
        return {"mark": "info-circle" if self.tone == "busy" else MARKS[self.tone]}


@dataclass(frozen=True)
class Steps(Component):
    """A road of few named stages; `current` counts from 1, one more than the last means arrived."""

    template = "components/steps.html"
    names: tuple[Text, ...]
    _keywords: KW_ONLY
    current: int
    label: Text

    def extras(self) -> dict[str, Any]:
        def stage(number: int) -> Literal["past", "now", "next"]:
            return "past" if number < self.current else "now" if number == self.current else "next"

        return {"stages": [(name, stage(number)) for number, name in enumerate(self.names, start=1)]}
