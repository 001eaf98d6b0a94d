"""The gallery: every component with its contract and its states, drawn from the files in `examples/`."""

import inspect
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import Context, Template
from django.utils.safestring import SafeString

from dongvon.interfaces.web.components.tags import COMPONENTS
from dongvon.interfaces.web.gallery.samples import samples
from dongvon.interfaces.web.shell.access import public_page

EXAMPLES = Path(__file__).parent / "examples"
STATE = re.compile(r"^\{# (?P<state>.+) #\}$", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """One state of a component: its name, the markup a page would write, and what comes of it."""

    state: str
    source: str
    drawn: SafeString


@dataclass(frozen=True)
class Entry:
    """A component as the gallery shows it."""

    name: str
    purpose: str
    contract: str
    examples: tuple[Example, ...]


@public_page
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery/index.html", {"entries": [entry(name) for name in COMPONENTS]})


def entry(name: str) -> Entry:
    """One component; FileNotFoundError when nobody has written its examples."""
    component = COMPONENTS[name]
    return Entry(
        name=name,
        purpose=inspect.cleandoc(component.__doc__ or "").partition("\n")[0],
        contract=_contract(component),
        examples=tuple(Example(state, source, _drawn(source)) for state, source in sources(name)),
    )


def _contract(component: type) -> str:
    """The signature as a page writes it: without module names, the wrapped content, and the return."""
    signature = str(inspect.signature(component)).removesuffix(" -> None")
    short = re.sub(r"\b[a-z_]+(\.[a-z_]+)*\.(?=[A-Za-z])", "", signature).replace("str | Promise", "Text")
    return re.sub(r", content: SafeString( = '')?|content: SafeString, ", "", short)


def sources(name: str) -> list[tuple[str, str]]:
    """The states in a component's example file: each begins with a comment that names it."""
    text = (EXAMPLES / f"{name}.html").read_text(encoding="utf-8")
    pieces = STATE.split(text)[1:]
    return [(state, source.strip()) for state, source in zip(pieces[::2], pieces[1::2], strict=True)]


def _drawn(source: str) -> SafeString:
    return _compiled(source).render(Context(samples()))


@cache
def _compiled(source: str) -> Template:
    return Template(source)
