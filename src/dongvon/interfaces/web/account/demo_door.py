"""One click lets a named demo account in; the address exists in demo mode alone."""

from datetime import date
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from dongvon.demo.city.people import demo_accounts
from dongvon.domain.units.queries.directory import units
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.people import ROLE_NAMES


def demo_addresses(*, demo: bool) -> list[URLPattern]:
    """The address of the one-click sign-in, and outside demo mode none."""
    return [path("dang-nhap/mau/", enter, name="demo_enter")] if demo else []


def offered(*, on: date) -> list[dict[str, Any]]:
    """What the sign-in page shows of the demo accounts that are there by now; nothing outside demo mode."""
    if not settings.DEMO:
        return []
    addresses = {account.address for account in demo_accounts()}
    opened = set(get_user_model().objects.filter(email__in=addresses).values_list("email", flat=True))
    accounts = [account for account in demo_accounts() if account.address in opened]
    names = {unit.code: unit.short_name for unit in units(on=on, codes=[account.unit for account in accounts])}
    return [
        {
            "address": account.address,
            "name": account.full_name,
            "title": account.title,
            "role": ROLE_NAMES[account.role],
            "unit": names.get(account.unit, ""),
        }
        for account in accounts
    ]


def still_to_come(accounts: list[dict[str, Any]]) -> int:
    """How many accounts, and their loans with them, the demo is still making while its pages already stand."""
    return len(demo_accounts()) - len(accounts) if accounts else 0


@page(audience=Audience.DOOR)
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the named accounts, as if with both factors."""
    address = request.POST.get("address", "")
    known = {account.address for account in demo_accounts()} if settings.DEMO else set()
    user = get_user_model().objects.filter(email=address, is_active=True).first() if address in known else None
    if user is None:
        raise Http404
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    record_authentication(request, user, method="demo")
    return redirect(_wanted(request))


def _wanted(request: HttpRequest) -> str:
    asked = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return asked if safe else settings.LOGIN_REDIRECT_URL
