"""The gate: every request runs in one transaction, scoped to who is asking, or is turned away."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, resolve_url

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.queries.scope import enter_door, enter_scope
from dongvon.domain.units.queries.standing import Standing, standing_of
from dongvon.interfaces.web.shell import errors
from dongvon.interfaces.web.shell.access import OPEN, Access, access_of
from dongvon.kernel import clock
from dongvon.kernel.scope import Scope

SERVER_ERROR = 500

#: The session's word for the unit somebody with several posts acts for.
ACTING_FOR = "acting_for"

#: How a session can have proven more than a password; the second only exists in demo mode.
SECOND_FACTORS = frozenset({"mfa", "demo"})


class Asked(HttpRequest):
    """A request that passed the gate; pages take it as the type of `request`."""

    actor: Actor
    standing: Standing
    today: date
    access: Access
    htmx: Any


class Gate:
    """Middleware. Sets `request.standing`, `request.actor` and `request.today`; refuses what is not declared.

    The transaction ends before the answer leaves, so what a person is told has happened is on disk.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with transaction.atomic():
            sign(request)
            response = self.get_response(request)
            if response.status_code >= SERVER_ERROR:
                transaction.set_rollback(True)
        return response

    def process_view(self, request: Any, view: object, *_: object) -> HttpResponseBase | None:
        access = access_of(view)
        if access is None:
            return errors.forbidden(request)
        request.access = access
        return turned_away(request, access)


def sign(request: Any) -> None:
    """Tell the database and the request who is asking; a closed account asks as nobody."""
    request.today = clock.today()
    request.standing = None
    request.actor = Actor(person=UUID(int=0))
    person = _person(request)
    if person is None:
        enter_door()
        return
    enter_scope(Scope(person=person))
    standing = standing_of(person, on=request.today) if request.user.is_authenticated else None
    if standing is None:
        enter_door()
        return
    enter_scope(standing.scope)
    request.standing = standing
    request.actor = standing.actor(_chosen_unit(request))


def turned_away(request: Any, access: Access) -> HttpResponseBase | None:
    """The answer for whoever may not see the page; None lets the request in."""
    if access.audience in OPEN:
        return None
    if request.standing is None:
        return _sent_to(request, settings.LOGIN_URL)
    if request.standing.needs_second_factor and not _proved_twice(request):
        return _sent_to(request, "mfa_index")
    return None if access.admits(request.standing.roles) else errors.forbidden(request, access)


def _person(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.session[SESSION_KEY])
    except (KeyError, ValueError):
        return None


def _chosen_unit(request: HttpRequest) -> UUID | None:
    """The unit a person with several posts chose to act for; an unknown one falls back to the first."""
    try:
        return UUID(request.session[ACTING_FOR])
    except (KeyError, ValueError):
        return None


def _proved_twice(request: Any) -> bool:
    return any(record.get("method") in SECOND_FACTORS for record in get_authentication_records(request, request.user))


def _sent_to(request: Any, place: str) -> HttpResponse:
    """To another page and back; a partial request moves the whole window."""
    address = f"{resolve_url(place)}?{urlencode({'next': request.get_full_path()})}"
    if not request.headers.get("HX-Request"):
        return redirect(address)
    return HttpResponse(headers={"HX-Redirect": address})
