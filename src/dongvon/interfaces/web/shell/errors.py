"""The pages for what went wrong: not understood, not allowed, not found, our own fault."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from dongvon.interfaces.web.shell.access import Access
from dongvon.interfaces.web.shell.people import role_names


def bad_request(request: HttpRequest, exception: object = None) -> HttpResponse:
    """Also the answer for a body that is larger than its page takes."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "shell/413.html", status=413)
    return render(request, "shell/400.html", status=400)


def forbidden(request: HttpRequest, access: Access | None = None, **_: object) -> HttpResponse:
    """Says which posts may open the page, when the page has said so."""
    roles = role_names(access.roles) if access else []
    return render(request, "shell/403.html", {"allowed_roles": roles}, status=403)


def csrf_failure(request: HttpRequest, **_: object) -> HttpResponse:
    """A form that was open too long, or that came from somewhere else."""
    return render(request, "shell/stale_form.html", status=403)


def not_found(request: HttpRequest, exception: object = None) -> HttpResponse:  # noqa: ARG001 - Django's contract
    """Also the answer for rows that exist and belong to somebody else."""
    return render(request, "shell/404.html", status=404)


def server_error(_: HttpRequest) -> HttpResponse:
    """Drawn without the request: whatever broke must not break the page that says so."""
    context: dict[str, Any] = {}
    return HttpResponse(render_to_string("shell/500.html", context), status=500)
