"""The views of the portfolio beside each other; the filters go along from one to the next."""

from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.interfaces.web.components.wayfinding import Crumb, Tab
from dongvon.interfaces.web.insight.words import DIVISIONS
from dongvon.interfaces.web.shell.access import access_of, views_by_name

#: Filters that mean the same on every view.
KEPT = ("thang", "phong", "xa", "hoi", "chuong_trinh", "nguon")


def start() -> Crumb:
    """Where every way into the figures begins."""
    return Crumb(_("Bảng điều hành tín dụng"), href=reverse("insight:overview"))


def trail(*further: Crumb) -> tuple[Crumb, ...]:
    """From the overview by the communes down to this page."""
    return (start(), Crumb(_("Xã, phường"), href=reverse("insight:xa-phuong")), *further)


def tabs(current: str, query: QueryDict, *, roles: frozenset[str]) -> tuple[Tab, ...]:
    """All views that somebody with these roles may see, `current` marked."""
    known = views_by_name()
    kept = urlencode({name: query[name] for name in KEPT if query.get(name)})
    views = [
        ("overview", _("Tổng quan"), "insight:overview"),
        *((by.value, str(word), f"insight:{address}") for by, (address, word, _field) in DIVISIONS.items()),
        ("map", _("Bản đồ"), "insight:map"),
        ("targets", _("Chỉ tiêu"), "insight:targets"),
    ]
    return tuple(
        Tab(label, href=f"{reverse(name)}?{kept}".rstrip("?"), current=key == current)
        for key, label, name in views
        if (access := access_of(known[name])) and access.admits(roles)
    )
