"""Template tags that need the request: hidden keys, one-button forms, the address with something changed."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dongvon.interfaces.web.components.actions import Button, Kind
from dongvon.interfaces.web.components.contract import Text
from dongvon.interfaces.web.shell.access import access_of, views_by_name
from dongvon.interfaces.web.shell.acts import KEY
from dongvon.kernel.ids import new_id

register = template.Library()


@register.simple_tag
def key_field() -> SafeString:
    """The hidden key of a form that writes: pressing twice asks once."""
    return format_html('<input type="hidden" name="{}" value="{}">', KEY, new_id())


@register.simple_tag(takes_context=True)
def act_button(
    context: Context,
    label: Text,
    *,
    action: str,
    kind: Kind = "normal",
    icon: str = "",
    small: bool = False,
    **carried: Any,
) -> SafeString:
    """A form of one button that posts to `action`; other arguments travel as hidden fields."""
    button = Button(label, kind=kind, icon=icon, small=small)
    hidden = format_html_join("", '<input type="hidden" name="{}" value="{}">', carried.items())
    token = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', context.get("csrf_token", ""))
    return format_html(
        '<form class="act" method="post" action="{}">{}{}{}{}</form>',
        action, token, key_field(), hidden, button.html(),
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def may_open(context: Context, name: str) -> bool:
    """Whether the page of that name admits who asks, so that no link leads to a refusal."""
    access = access_of(views_by_name()[name])
    return access is not None and access.admits(context["request"].standing.roles)


@register.filter
def tone_of(message: Any) -> str:
    """The tone in which a flash message is told."""
    return {"success": "good", "warning": "warn", "error": "bad"}.get(message.level_tag, "busy")
