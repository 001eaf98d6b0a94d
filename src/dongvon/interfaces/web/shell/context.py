"""What every page's frame needs: navigation, the person, the other language."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from dongvon.interfaces.web.shell.navigation import navigation
from dongvon.interfaces.web.shell.people import initials, role_names

SIDE_COOKIE = "side"


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor; costs no query, everything was read at the gate."""
    standing = getattr(request, "standing", None)
    return {
        "navigation": navigation(request),
        "standing": standing,
        "acting": _acting(request, standing),
        "today": getattr(request, "today", None),
        "language": get_language(),
        "other_language": "en" if get_language() == "vi" else "vi",
        "side": "folded" if request.COOKIES.get(SIDE_COOKIE) == "folded" else "open",
    }


def _acting(request: HttpRequest, standing: Any) -> dict[str, Any] | None:
    """The person in the bar: name, initials, and the post in whose name they act."""
    if standing is None:
        return None
    unit = getattr(request, "actor").unit  # noqa: B009 - the gate sets it
    posts = [post for post in standing.posts if post.unit == unit]
    return {
        "name": standing.full_name,
        "initials": initials(standing.full_name),
        "unit": posts[0].unit_name if posts else "",
        "roles": role_names({post.role for post in posts}),
    }
