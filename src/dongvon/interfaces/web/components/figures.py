"""Icons, and numbers worth a large letter: stat tiles and progress."""

from dataclasses import KW_ONLY, dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dongvon.interfaces.web.components.contract import Component, Text, Tone, UnfitComponent
from dongvon.interfaces.web.components.values import shown

ICON_LIST = Path(__file__).resolve().parents[1] / "shell" / "assets" / "icons.txt"


@dataclass(frozen=True)
class Icon(Component):
    """A line drawing from Tabler's icons; decorative unless `label` says what it means."""

    template = "components/icon.html"
    name: str
    _: KW_ONLY
    label: Text = ""
    size: Literal["normal", "large"] = "normal"

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.name not in known_icons():
            raise UnfitComponent(f"icon {self.name!r} is not in shell/assets/icons.txt")

    def html(self) -> SafeString:
        return _drawn(self.name, label=str(self.label), size=self.size)


@dataclass(frozen=True)
class Stat(Component):
    """One figure that leads somewhere: its label, its value, and a note beneath."""

    template = "components/stat.html"
    label: Text
    _: KW_ONLY
    value: int | str
    note: Text = ""
    tone: Tone = "plain"
    icon: str = ""
    href: str = ""

    def extras(self) -> dict[str, Any]:
        return {"shown": shown(self.value)}


@dataclass(frozen=True)
class Progress(Component):
    """How much of a whole is done; the words carry the numbers, the bar repeats them."""

    template = "components/progress.html"
    label: Text
    _: KW_ONLY
    value: int
    total: int
    tone: Tone = "busy"
    compact: bool = False

    def extras(self) -> dict[str, int]:
        return {"percent": round(100 * self.value / self.total) if self.total else 0}


@lru_cache(maxsize=1000)
def _drawn(name: str, *, label: str, size: str) -> SafeString:
    """The same few drawings stand in every row of a table."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    large = " icon-large" if size == "large" else ""
    return format_html(
        '<svg class="icon{}" {}><use href="{}#{}"></use></svg>', large, spoken, static("vendor/icons.svg"), name
    )


@cache
def known_icons() -> frozenset[str]:
    """The names in the sprite."""
    return frozenset(ICON_LIST.read_text(encoding="utf-8").split())
