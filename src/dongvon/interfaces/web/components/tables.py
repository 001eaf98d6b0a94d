"""Tables of typed columns: sortable, with an empty state, as cards on a phone."""

from collections.abc import Collection, Iterator
from dataclasses import KW_ONLY, dataclass
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any, Literal

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from dongvon.interfaces.web.components.contract import NO_MARKUP, Block, Component, Text
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.values import NOTHING, shown
from dongvon.interfaces.web.components.wayfinding import with_query

FIGURES = (int, date, Decimal)
#: A cell with nothing in it: a dash in a row, left out on a card.
BLANK = f'<span class="none">{NOTHING}</span>'
CLASSES = {"text": "", "words": "words", "number": "number", "date": "date", "action": "shrink"}


@dataclass(frozen=True)
class Column:
    """One column: its head, how its cells look, the key it sorts by; `leads` heads the card on a phone.

    `words` are sentences, which keep some width beside shorter text.
    """

    title: Text
    _: KW_ONLY
    kind: Literal["text", "words", "number", "date", "action"] = "text"
    sort: str = ""
    leads: bool = False

    @property
    def classes(self) -> str:
        return " ".join(filter(None, (CLASSES[self.kind], "leads" if self.leads else "")))


@dataclass(frozen=True)
class Sorting:
    """By which key a list is sorted, and the query string its links keep."""

    by: str
    _: KW_ONLY
    descending: bool = False
    query: str = ""

    @classmethod
    def asked(cls, query: QueryDict, *, allowed: Collection[str], default: str) -> "Sorting":
        """What `?sap_xep=-han` asks for; an unknown key falls back to the default."""
        key = query.get("sap_xep", default)
        by = key.removeprefix("-") if key.removeprefix("-") in allowed else default.removeprefix("-")
        return cls(by, descending=key.startswith("-"), query=query.urlencode())

    def address(self, key: str) -> str:
        turned = key == self.by and not self.descending
        return with_query(self.query, sap_xep=f"-{key}" if turned else key)

    def state(self, key: str) -> str:
        """`ascending`, `descending` or nothing, as `aria-sort` says it."""
        if key != self.by:
            return ""
        return "descending" if self.descending else "ascending"


@dataclass(frozen=True)
class Table(Component):
    """Rows under typed columns; a cell is a word, number, date or any component.

    `caption` names the table for those who cannot see where it stands; `foot` is a row of totals. On a phone rows
    become cards; a `plain` table stays one, to be compared down its columns.
    """

    template = "components/table.html"
    caption: Text
    _: KW_ONLY
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    empty: Empty
    foot: tuple[Any, ...] = ()
    sorting: Sorting | None = None
    show_caption: bool = False
    kind: Literal["cards", "plain"] = "cards"

    def extras(self) -> dict[str, Any]:
        return {
            "heads": [self._head(column) for column in self.columns],
            "body": SafeString("\n".join(self._lines(self.rows))),
            "totals": SafeString("".join(self._lines((self.foot,), empty=""))) if self.foot else "",
        }

    def _head(self, column: Column) -> dict[str, Any]:
        head: dict[str, Any] = {"column": column}
        if column.sort and self.sorting:
            head |= {"state": self.sorting.state(column.sort), "href": self.sorting.address(column.sort)}
        return head

    def _pattern(self) -> SafeString:
        """How every row is written, made once: a template asked cell by cell is most of the time of a long page."""
        cell = '<td class="{}" data-label="{}">{{}}</td>'
        titles = (str(column.title).replace("{", "{{").replace("}", "}}") for column in self.columns)
        cells = zip((column.classes for column in self.columns), titles, strict=True)
        return format_html("<tr>{}</tr>", format_html_join("", cell, cells))

    def _lines(self, rows: tuple[tuple[Any, ...], ...], *, empty: str = BLANK) -> Iterator[str]:
        """Rows as markup; a column that is not added up has an empty total, not a dash."""
        pattern = self._pattern()
        said: dict[int, str] = {}
        for row in rows:
            yield pattern.format(*(_cell(cell, said, empty) for cell, _ in zip(row, self.columns, strict=True)))


def _cell(cell: Any, said: dict[int, str], empty: str) -> str:
    """One cell as markup, the commonest first: figures and days hold nothing to escape, plain words no markup.

    `said` remembers, by where it stands in memory, how a word of the rows is said in the language of the page.
    """
    if isinstance(cell, FIGURES):
        return str(shown(cell))
    if isinstance(cell, Promise):
        cell = said.get(id(cell)) or said.setdefault(id(cell), str(cell))
    if cell == "" or cell is None:
        return empty
    return escape(cell) if type(cell) is str else conditional_escape(shown(cell))


@dataclass(frozen=True)
class TableFrame(Block):
    """The frame for a table written out in a page's own template: scrolls sideways, can be reached by keyboard."""

    template = "components/table_frame.html"
    caption: Text
    _: KW_ONLY
    content: SafeString = NO_MARKUP
    kind: Literal["plain", "cards", "matrix"] = "cards"
    show_caption: bool = False
