"""Views and addresses that exist only to try the gate."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import include, path

from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.shell.access import Audience, page, public_page
from dongvon.interfaces.web.shell.gate import Asked


def forgotten(_: HttpRequest) -> HttpResponse:
    return HttpResponse("nobody said who may see this")


@public_page
def open_to_all(_: HttpRequest) -> HttpResponse:
    return HttpResponse("open")


@page(audience=Audience.BRANCH, charts=True)
def for_the_branch(_: HttpRequest) -> HttpResponse:
    return HttpResponse("branch")


@page(audience=Audience.BRANCH, roles={Role.BRANCH_OFFICER})
def for_officers(_: HttpRequest) -> HttpResponse:
    return HttpResponse("officers")


@page(audience=Audience.SIGNED_IN)
def who(request: Asked) -> HttpResponse:
    names = ("dongvon.person", "dongvon.everything", "dongvon.units")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, " + ", ".join(f"current_setting('{name}')" for name in names))
        row = cursor.fetchone()
    return JsonResponse(
        {
            "database": row,
            "actor": str(request.actor.person),
            "roles": sorted(request.actor.roles),
            "unit": str(request.actor.unit),
        }
    )


@public_page
def leaves_a_mark_and_fails(_: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('dongvon.mark', 'left', true)")
    return HttpResponse(status=500)


handler404 = "dongvon.interfaces.web.shell.errors.not_found"

urlpatterns = [
    path("forgotten/", forgotten),
    path("open/", open_to_all),
    path("branch/", for_the_branch),
    path("officers/", for_officers),
    path("who/", who),
    path("fails/", leaves_a_mark_and_fails),
    path("", include("dongvon.config.urls")),
]
