"""Files the pages load: all there, none inline, none from elsewhere, few enough for an old computer."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

import dongvon.interfaces.web
from dongvon.interfaces.web.components.figures import known_icons
from dongvon.interfaces.web.shell.finder import SERVED, PackageFinder

WEB = Path(dongvon.interfaces.web.__file__).parent
TEMPLATES = sorted(WEB.rglob("templates/**/*.html"))
CODE = TEMPLATES + sorted(WEB.rglob("*.py")) + sorted(WEB.rglob("examples/*.html"))
BASE = (WEB / "shell/templates/shell/base.html").read_text(encoding="utf-8")
STATIC = re.compile(r"""\{% static "([^"]+)" %\}""")
INLINE = re.compile(r"""<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=["']|href=["']javascript:""")
ELSEWHERE = re.compile(r"""(?:src|href)=["'](?:https?:)?//""")
ICON = re.compile(r"""\bicon(?:=| )"([a-z0-9-]+)\"""")
PARSED_AT_ONCE = 70_000


def named(pattern: re.Pattern[str], paths: list[Path]) -> list[tuple[str, str]]:
    return [
        (path.name, found.group(found.lastindex or 0))
        for path in paths
        for found in pattern.finditer(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("address", SERVED)
def test_the_packages_hold_what_we_serve(address: str) -> None:
    assert finders.find(address)


def test_no_other_file_of_a_package_is_served() -> None:
    assert PackageFinder().find("htmx.org/dist/htmx.js") is None
    assert {address for address, _ in PackageFinder().list([])} == set(SERVED)


def test_collecting_copies_each_package_file_under_its_address() -> None:
    for address, storage in PackageFinder().list([]):
        with storage.open(address) as file:
            assert file.read(1)


def test_every_file_a_template_names_is_there() -> None:
    used = named(STATIC, TEMPLATES)
    assert len(used) > 10
    assert [(page, file) for page, file in used if not finders.find(file)] == []


def test_nothing_is_inline_or_from_elsewhere() -> None:
    assert named(INLINE, TEMPLATES) == []
    assert named(ELSEWHERE, TEMPLATES) == []


def test_every_icon_is_in_the_sprite() -> None:
    used = named(ICON, CODE)
    assert len(used) > 20
    assert [(page, icon) for page, icon in used if icon not in known_icons() and page != "test_gallery.py"] == []


def test_the_sprite_holds_the_icons_of_the_list() -> None:
    found = finders.find("vendor/icons.svg")
    assert set(re.findall(r'<symbol id="([^"]+)"', Path(str(found)).read_text(encoding="utf-8"))) == known_icons()


def test_colours_live_in_the_tokens() -> None:
    sheets = [path for path in WEB.rglob("static/**/*.css") if path.name not in {"tokens.css", "print.css"}]
    assert len(sheets) > 5
    coloured = named(re.compile(r"#[0-9a-fA-F]{6}\b"), sheets)
    assert coloured == []


def test_a_first_visit_is_light() -> None:
    files = [str(finders.find(name)) for name in STATIC.findall(BASE) if name.endswith((".css", ".js"))]
    assert len(files) > 6
    assert sum(len(gzip.compress(Path(name).read_bytes())) for name in files) < PARSED_AT_ONCE
