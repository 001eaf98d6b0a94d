"""Aliases: how else documents mention bodies and units, learnt while plans are reviewed."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from dongvon.domain.units.queries.aliases import aliases
from dongvon.domain.units.queries.names import names_of
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.administration.aliases.forms import AliasForm
from dongvon.interfaces.web.administration.words import body_name
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked

TEACHERS = frozenset({Role.ADMINISTRATOR, Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR})


@page(audience=Audience.ADMINISTRATION, roles=TEACHERS)
def index(request: Asked) -> HttpResponse:
    """What has been learnt, and a form to teach one more."""
    return index_page(request)


def index_page(request: Asked, *, form: AliasForm | None = None) -> HttpResponse:
    """The list, with the form as it stands."""
    rows = aliases()
    teachers = names_of(row.learnt_by for row in rows if row.learnt_by)
    lines: list[dict[str, Any]] = [
        {"row": row, "means": body_name(row.target), "by": teachers.get(row.learnt_by, "") if row.learnt_by else ""}
        for row in rows
    ]
    values = {"lines": lines, "form": form or AliasForm(), "faulty": form is not None}
    return render(request, "aliases/index.html", values, status=422 if form else 200)
