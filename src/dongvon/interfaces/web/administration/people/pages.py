"""People and posts: who can sign in, and what each may do."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.units.queries.accounts import AccountRow, account, accounts
from dongvon.interfaces.web.administration.people.forms import OpenForm, PostForm, ReasonForm
from dongvon.interfaces.web.administration.people.tables import account_table, state_badge
from dongvon.interfaces.web.components.wayfinding import Pager
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.people import role_names

LINES = 50


@page(audience=Audience.ADMINISTRATION)
def index(request: Asked) -> HttpResponse:
    """Everybody who has an account, found by name or address."""
    return index_page(request)


@page(audience=Audience.ADMINISTRATION)
def person(request: Asked, person: UUID) -> HttpResponse:
    """One person: posts held and ended, a post to be given, the account to be closed."""
    return person_page(request, found(request, person))


def found(request: Asked, person: UUID) -> AccountRow:
    """The account, or the page that says there is none."""
    row = account(person, on=request.today)
    if row is None:
        raise Http404
    return row


def index_page(request: Asked, *, form: OpenForm | None = None) -> HttpResponse:
    """The list, with the form for a new account as it stands."""
    wanted = request.GET.get("tim", "")
    lines = Paginator(accounts(wanted, on=request.today), LINES).get_page(request.GET.get("trang"))
    values = {
        "wanted": wanted,
        "total": lines.paginator.count,
        "table": account_table(list(lines.object_list), on=request.today),
        "pager": Pager(lines.number, pages=lines.paginator.num_pages, query=request.GET.urlencode()),
        "form": form or OpenForm(),
        "faulty": form is not None,
    }
    return render(request, "people/index.html", values, status=422 if form else 200)


def person_page(request: Asked, row: AccountRow, *, form: Any = None) -> HttpResponse:
    """The person's page, with the forms as they stand."""
    wanted = request.GET.get("don-vi", "")
    given = form if isinstance(form, PostForm) else None
    values = {
        "person": row,
        "state": state_badge(row, on=request.today),
        "posts": [_line(request, post) for post in row.posts],
        "wanted": wanted,
        "post_form": given or PostForm(wanted=wanted, on=request.today, initial={"since": request.today}),
        "reason_form": form if isinstance(form, ReasonForm) else ReasonForm(),
        "reset_form": ReasonForm(auto_id="reset-%s"),
        "form": form,
        "oneself": row.id == request.actor.person,
    }
    return render(request, "people/person.html", values, status=422 if form else 200)


def _line(request: Asked, post: Any) -> dict[str, Any]:
    return {"post": post, "roles": ", ".join(role_names({post.role})), "runs": post.runs(request.today)}
