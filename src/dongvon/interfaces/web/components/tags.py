"""Every component as a template tag of its own name; settings load this library into all templates."""

from collections.abc import Callable
from typing import Any

from django import template
from django.utils.safestring import SafeString

from dongvon.interfaces.web.components import (  # noqa: F401 - naming them here registers them
    actions,
    figures,
    forms,
    matrix,
    reading,
    status,
    structure,
    tables,
    wayfinding,
)
from dongvon.interfaces.web.components.contract import Block, Component
from dongvon.interfaces.web.components.values import (
    date_shown,
    day_in_words,
    moment_shown,
    money_shown,
    number_shown,
)

register = template.Library()


def _plain(component: type[Component]) -> Callable[..., SafeString]:
    def tag(*given: Any, **named: Any) -> SafeString:
        return component(*given, **named).html()

    return tag


def _around(component: Callable[..., Component]) -> Callable[..., SafeString]:
    def tag(content: SafeString, *given: Any, **named: Any) -> SafeString:
        return component(*given, content=content, **named).html()

    return tag


#: Every component by the name of its tag.
COMPONENTS: dict[str, type[Component]] = dict(sorted(Component.registered.items()))

for name, component in COMPONENTS.items():
    if issubclass(component, Block):
        register.simple_block_tag(_around(component), name=name)
    else:
        register.simple_tag(_plain(component), name=name)

register.filter("date_shown", date_shown)
register.filter("day_in_words", day_in_words)
register.filter("moment_shown", moment_shown)
register.filter("number_shown", number_shown)
register.filter("money_shown", money_shown)
