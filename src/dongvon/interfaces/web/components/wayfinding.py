"""Where one is and where one can go: breadcrumbs, tabs, pager."""

from dataclasses import KW_ONLY, dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from dongvon.interfaces.web.components.contract import Component, Text

#: What stands in the pager between distant page numbers.
GAP = None


@dataclass(frozen=True)
class Crumb:
    """One step of the trail; the last one, the page itself, has no address."""

    label: Text
    href: str = ""


@dataclass(frozen=True)
class Breadcrumbs(Component):
    """The trail from home to this page."""

    template = "components/breadcrumbs.html"
    trail: tuple[Crumb, ...]


@dataclass(frozen=True)
class Tab:
    """One view among siblings, with the number of things in it where that matters."""

    label: Text
    _: KW_ONLY
    href: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Tabs(Component):
    """Links between sibling views of one subject."""

    template = "components/tabs.html"
    tabs: tuple[Tab, ...]
    _: KW_ONLY
    label: Text


@dataclass(frozen=True)
class Pager(Component):
    """The way through a long list; `query` is the query string to keep, its `trang` is replaced."""

    template = "components/pager.html"
    page: int
    _: KW_ONLY
    pages: int
    query: str = ""
    total: int | None = None

    def extras(self) -> dict[str, Any]:
        return {
            "steps": [(number, self.address(number)) if number else (GAP, "") for number in self._numbers()],
            "before": self.address(self.page - 1) if self.page > 1 else "",
            "after": self.address(self.page + 1) if self.page < self.pages else "",
        }

    def address(self, page: int) -> str:
        return with_query(self.query, trang=str(page))

    def _numbers(self) -> list[int | None]:
        near = {1, self.pages, self.page - 1, self.page, self.page + 1}
        numbers: list[int | None] = []
        for number in sorted(number for number in near if 1 <= number <= self.pages):
            if numbers and numbers[-1] is not None and number - numbers[-1] > 1:
                numbers.append(GAP)
            numbers.append(number)
        return numbers


def with_query(query: str, **changed: str) -> str:
    """The query string with some of its values replaced, ready for an `href`."""
    kept = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name not in changed]
    return "?" + urlencode(kept + list(changed.items()))
