"""Things to press: buttons, links that look like them, and rows of both."""

from dataclasses import KW_ONLY, dataclass
from typing import Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from dongvon.interfaces.web.components.contract import Block, Component, Text

Kind = Literal["normal", "primary", "danger", "quiet"]


@dataclass(frozen=True)
class Button(Component):
    """A button of a form, or with `href` a link that looks like one; at most one primary in a view.

    `disabled` is the reason why it may not be pressed now: it is shown on hover and read aloud.
    `opens` names a dialog, `key` is the letter that presses it, `does="print"` opens the print window.
    """

    template = "components/button.html"
    label: Text
    _: KW_ONLY
    kind: Kind = "normal"
    type: Literal["submit", "button"] = "submit"
    href: str = ""
    icon: str = ""
    name: str = ""
    value: str = ""
    form: str = ""
    small: bool = False
    disabled: Text = ""
    opens: str = ""
    hint: Text = ""
    key: str = ""
    does: Literal["", "print"] = ""


@dataclass(frozen=True)
class Link(Component):
    """A link as a value: for a cell of a table, a line of a summary."""

    template = "components/link.html"
    label: Text
    _: KW_ONLY
    href: str

    def html(self) -> SafeString:
        return format_html('<a href="{}">{}</a>', self.href, self.label)


@dataclass(frozen=True)
class Actions(Block):
    """A row of buttons; `sticky` keeps it at the foot of a long form."""

    template = "components/actions.html"
    _: KW_ONLY
    content: SafeString
    place: Literal["inline", "form", "end", "sticky"] = "form"


@dataclass(frozen=True)
class Tile(Component):
    """A large link to a place: icon, name, and what one does there."""

    template = "components/tile.html"
    title: Text
    _: KW_ONLY
    href: str
    text: Text = ""
    icon: str = ""
    count: int | None = None
