"""Asks axe-core, inside the page, what somebody with a disability would stumble over."""

from pathlib import Path

from playwright.sync_api import Page

from dongvon.interfaces.web.shell.finder import PACKAGES

SOURCE = PACKAGES / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Rules broken, each with the elements that break it; empty when there are none."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")  # lines change their height when the typeface comes
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")  # what lies under the head of a scrolled page is no fault
    page.evaluate(Path(SOURCE).read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
    return [(rule["id"], [str(node["target"]) for node in rule["nodes"]]) for rule in found]
