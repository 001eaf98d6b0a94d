"""Who was shown whose data, and what national databases were asked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.people.operations.ask_registry import ask_registry
from dongvon.domain.people.operations.take_answer import take_answer
from dongvon.domain.people.queries.list_lines import list_lines
from dongvon.domain.people.queries.lists import list_by_id, lists
from dongvon.domain.people.queries.verifications import VerificationRow, answers, request_of, verifications
from dongvon.domain.people.queries.viewings import viewings
from dongvon.domain.people.vocabulary import Registry, RegistryField
from dongvon.domain.units.queries.names import names_of
from dongvon.interfaces.web.lists.words import KINDS, READERS
from dongvon.interfaces.web.people import tables
from dongvon.interfaces.web.people.forms import AnswerFileForm, AskForm
from dongvon.interfaces.web.people.words import KEEPERS, WATCHERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

ALL = 1_000_000

#: Lists that are offered to ask about, the newest first.
MOST = 200


@page(audience=Audience.OVERSIGHT, roles=WATCHERS)
def log(request: Asked) -> HttpResponse:
    """The newest looks at named data; older ones by the moment of the last line."""
    rows = viewings(before=_moment(request.GET.get("truoc", "")), exported=request.GET.get("tep") == "1")
    values = {
        "table": tables.viewing_table(rows, names=names_of({row.person for row in rows})),
        "before": rows[-1].at.isoformat() if rows else "",
        "exported": request.GET.get("tep") == "1",
    }
    return render(request, "persons/log.html", values)


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


@page(audience=Audience.UNIT, roles=READERS)
def registry(request: Asked) -> HttpResponse:
    """The log of requests, and the form for a new one."""
    return registry_shown(request)


def registry_shown(request: Asked, *, form: AskForm | None = None) -> HttpResponse:
    """The page, with the form as it stands."""
    asks = bool(request.standing.roles & KEEPERS)
    values = {
        "table": tables.verification_table(verifications()),
        "form": form or (AskForm(lists=_choices()) if asks else None),
    }
    return render(request, "persons/registry.html", values, status=422 if form else 200)


def _choices() -> list[tuple[str, str]]:
    return [(str(row.id), f"{KINDS[row.kind]}, {row.place_name}, {row.year}") for row in lists(limit=MOST)]


@page(audience=Audience.UNIT, roles=KEEPERS)
@require_POST
def ask(request: Asked) -> HttpResponse:
    """Make a request for the people of a list."""
    form = AskForm(request.POST, lists=_choices())
    if not form.is_valid():
        return registry_shown(request, form=form)
    given: dict[str, Any] = dict(form.cleaned_data)
    row = list_by_id(UUID(given.pop("listed")))
    if row is None:
        raise Http404
    lines, _count = list_lines(row.id, limit=ALL)
    told = {
        "people": tuple(line.person for line in lines if line.person),
        "registry": Registry(given.pop("registry")),
        "fields": tuple(RegistryField(field) for field in given.pop("fields_asked")),
    }
    outcome = perform(request, ask_registry, form=form, **told, **given)
    if not outcome:
        return registry_shown(request, form=form)
    return answer(request, outcome, to="persons:registry", done=_("Đã lập yêu cầu; hãy tải tệp gửi đi."))


@page(audience=Audience.UNIT, roles=READERS)
def verification(request: Asked, verification_id: UUID) -> HttpResponse:
    """One request and what came back."""
    return verification_shown(request, _found(verification_id))


def verification_shown(request: Asked, row: VerificationRow, *, form: AnswerFileForm | None = None) -> HttpResponse:
    """The page, with the form for the answer as it stands."""
    told = answers(row.id, on=request.today)
    seen(request, [each.person for each in told], purpose="verification", of=row.id)
    keeps = bool(request.standing.roles & KEEPERS)
    values = {
        "verification": row,
        "request_table": tables.verification_table([row]),
        "table": tables.answer_table(told),
        "form": form or (AnswerFileForm() if keeps and row.answered_at is None else None),
        "keeps": keeps,
    }
    return render(request, "persons/verification.html", values, status=422 if form else 200)


@page(audience=Audience.UNIT, roles=KEEPERS)
def request_file(request: Asked, verification_id: UUID) -> HttpResponse:
    """The file that goes to the registry; it holds whole numbers, so taking it is noted."""
    row = _found(verification_id)
    told = answers(row.id, on=request.today)
    seen(request, [each.person for each in told], purpose="verification", of=row.id, exported=True)
    disposition = content_disposition_header(as_attachment=True, filename="yeu-cau-xac-minh.csv") or "attachment"
    return HttpResponse(request_of(row.id), content_type="text/csv", headers={"Content-Disposition": disposition})


@page(audience=Audience.UNIT, roles=KEEPERS)
@require_POST
def answer_file(request: Asked, verification_id: UUID) -> HttpResponse:
    """Take in the file that came back."""
    row, form = _found(verification_id), AnswerFileForm(request.POST, request.FILES)
    if form.is_valid():
        content = form.cleaned_data["file"].read()
        outcome = perform(request, take_answer, form=form, verification=row.id, content=content)
        if outcome:
            done = _("Đã nhận kết quả xác minh.")
            return answer(request, outcome, to="persons:verification", done=done, verification_id=row.id)
    return verification_shown(request, row, form=form)


def _found(verification_id: UUID) -> VerificationRow:
    row = next((row for row in verifications(only=verification_id)), None)
    if row is None:
        raise Http404
    return row
