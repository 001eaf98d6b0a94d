"""Whether a page shuts anybody out: axe-core's rules inside the page, and nothing wider than the screen."""

from collections.abc import Callable
from functools import cache
from typing import Any

from playwright.sync_api import Page

from dongvon.interfaces.web.shell.finder import PACKAGES

Visit = Callable[..., Page]

DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: Lines change their height when the typeface comes, and what lies under the head of a scrolled page is no fault.
SETTLED = """async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map(each => each.finished.catch(() => null)));
    scrollTo({top: 0, behavior: "instant"});
}"""
FITS = "document.documentElement.scrollWidth <= innerWidth"


def barriers(visit: Visit, *addresses: str, **whose: Any) -> list[tuple[str, int, object]]:
    """What is wrong with pages on a desk and on a phone: address, width, fault; empty when all is well."""
    found: list[tuple[str, int, object]] = []
    for address in addresses:
        page = visit(address, **whose)
        for size in (DESK, PHONE):
            page.set_viewport_size(size)  # type: ignore[arg-type] # a dict of its two keys
            found += [(address, size["width"], fault) for fault in faults(page)]
    return found


def faults(page: Page) -> list[object]:
    """What is wrong with the page as it stands."""
    return [*violations(page), *([] if page.evaluate(FITS) else ["wider than the screen"])]


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Rules broken, each with the elements that break it; empty when there are none."""
    page.evaluate(SETTLED)
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(_source())
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
    return [(rule["id"], [str(node["target"]) for node in rule["nodes"]]) for rule in found["violations"]]


@cache
def _source() -> str:
    return (PACKAGES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
