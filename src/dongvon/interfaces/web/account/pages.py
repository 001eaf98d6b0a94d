"""The pages of the person signed in: arriving, choosing in whose name to act, one's own account."""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpResponse
from django.shortcuts import redirect, render

from dongvon.domain.units.queries.directory import city_name
from dongvon.interfaces.web.account.demo_door import offered, still_to_come
from dongvon.interfaces.web.account.words import posts_by_unit
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel import clock

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class SignIn(LoginView):
    """allauth's sign-in page, with the demo's accounts where there are any."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = clock.today()
        demo = offered(on=today)
        told = {"city": city_name(on=today), "demo": demo, "still_to_come": still_to_come(demo)}
        return super().get_context_data(**kwargs) | told | {"bare": True}


@page(audience=Audience.SIGNED_IN)
def arrival(request: Asked) -> HttpResponse:
    """After signing in: whoever holds posts in several units first says for which."""
    several = len(request.standing.units) > 1 and "acting_for" not in request.session
    return redirect("account:choose" if several else "home:today")


@page(audience=Audience.SIGNED_IN)
def choose(request: Asked) -> HttpResponse:
    """The units in whose name this person may act."""
    units = posts_by_unit(request.standing.posts, acting_for=request.actor.unit)
    return render(request, "account/choose.html", {"units": units})


@page(audience=Audience.SIGNED_IN)
def profile(request: Asked) -> HttpResponse:
    """Who I am here: name, address, posts, and the ways to secure the account."""
    values = {
        "units": posts_by_unit(request.standing.posts, acting_for=request.actor.unit),
        "protected": is_mfa_enabled(request.user, FACTORS),  # type: ignore[arg-type] # signed in, says the gate
    }
    return render(request, "account/profile.html", values)
