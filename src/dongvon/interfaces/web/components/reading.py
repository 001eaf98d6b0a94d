"""Things to read: summary lists, timelines, differences, and who did what."""

import re
from dataclasses import KW_ONLY, dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any, Literal

from dongvon.interfaces.web.components.contract import Component, Text, Tone
from dongvon.interfaces.web.components.status import MARKS
from dongvon.interfaces.web.components.values import shown

Change = Literal["same", "removed", "added"]


@dataclass(frozen=True)
class Fact:
    """One line of a summary: what it is called, what it is, and a link or button that changes it."""

    name: Text
    value: Any
    action: Component | None = None


@dataclass(frozen=True)
class SummaryList(Component):
    """The facts of one thing, name beside value."""

    template = "components/summary_list.html"
    facts: tuple[Fact, ...]

    def extras(self) -> dict[str, Any]:
        return {"lines": [(fact.name, shown(fact.value), fact.action) for fact in self.facts]}


@dataclass(frozen=True)
class Event:
    """Something that happened: what, when, by whom, with which words."""

    title: Text
    _: KW_ONLY
    at: datetime
    by: str = ""
    text: Text = ""
    tone: Tone = "plain"

    @property
    def mark(self) -> str:
        return MARKS[self.tone]


@dataclass(frozen=True)
class Timeline(Component):
    """What happened, in the order given."""

    template = "components/timeline.html"
    events: tuple[Event, ...]
    _: KW_ONLY
    label: Text


@dataclass(frozen=True)
class Diff(Component):
    """Two wordings side by side, with what went and what came marked."""

    template = "components/diff.html"
    before: str
    after: str
    _: KW_ONLY
    before_title: Text
    after_title: Text

    def extras(self) -> dict[str, Any]:
        pieces = compared(self.before, after=self.after)
        return {
            "was": [piece for piece in pieces if piece[0] != "added"],
            "became": [piece for piece in pieces if piece[0] != "removed"],
        }


def compared(before: str, *, after: str) -> list[tuple[Change, str]]:
    """Runs of words that stayed, went or came, in reading order; spaces belong to the word before them."""
    old, new = (re.findall(r"\S+\s*|\s+", text) for text in (before, after))
    pieces: list[tuple[Change, str]] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(("same", "".join(old[start:end])))
            continue
        pieces += [("removed", "".join(old[start:end]))] if end > start else []
        pieces += [("added", "".join(new[new_start:new_end]))] if new_end > new_start else []
    return pieces
