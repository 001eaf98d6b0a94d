"""Surfaces and their heads: page heading, card, dialog, disclosure, empty state."""

from dataclasses import KW_ONLY, dataclass
from typing import Literal

from django.utils.safestring import SafeString

from dongvon.interfaces.web.components.actions import Kind
from dongvon.interfaces.web.components.contract import NO_MARKUP, Block, Component, Text


@dataclass(frozen=True)
class Heading(Block):
    """The one h1 of a page, a sentence about it, and beside it what can be done (the wrapped buttons)."""

    template = "components/heading.html"
    title: Text
    _: KW_ONLY
    content: SafeString = NO_MARKUP
    lead: Text = ""
    above: Text = ""


@dataclass(frozen=True)
class Card(Block):
    """A white surface with a title; `flush` lets a table reach its edges."""

    template = "components/card.html"
    title: Text = ""
    _: KW_ONLY
    content: SafeString = NO_MARKUP
    note: Text = ""
    aside: Component | Text = ""
    id: str = ""
    flush: bool = False
    level: Literal[2, 3] = 2


@dataclass(frozen=True)
class Dialog(Block):
    """A window over the page and the button that opens it; without scripts the button is a link to it."""

    template = "components/dialog.html"
    title: Text
    _: KW_ONLY
    content: SafeString = NO_MARKUP
    id: str
    opener: Text
    kind: Kind = "normal"
    icon: str = ""

    def extras(self) -> dict[str, str]:
        return {"target": f"#{self.id}"}


@dataclass(frozen=True)
class Disclosure(Block):
    """Something most readers can skip, folded under one line."""

    template = "components/disclosure.html"
    title: Text
    _: KW_ONLY
    content: SafeString = NO_MARKUP
    open: bool = False


@dataclass(frozen=True)
class Empty(Component):
    """Says that there is nothing here, why that may be, and what to do next."""

    template = "components/empty.html"
    title: Text
    _: KW_ONLY
    text: Text = ""
    icon: str = "inbox"
    action: Component | None = None
