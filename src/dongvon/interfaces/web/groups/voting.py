"""What a meeting votes on: a request at an appraisal, somebody who comes or goes at an admission."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from dongvon.domain.groups.queries.groups import members_of
from dongvon.domain.groups.queries.meetings import MeetingRow
from dongvon.domain.groups.queries.neighbours import neighbours
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.domain.lending.queries.applications import files_of_group
from dongvon.domain.lending.vocabulary import Step
from dongvon.interfaces.web.components.values import money_shown
from dongvon.interfaces.web.groups.forms import VoteForm
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

Subjects = list[tuple[str, str]]


def unvoted(form: VoteForm, held: MeetingRow) -> Subjects:
    """Requests of an appraisal that wait for their vote: each is carried by everybody present with one tap."""
    if held.kind != MeetingKind.APPRAISAL or not held.present or "about" not in form.fields:
        return []
    voted = {str(motion.about) for motion in held.motions}
    choices: Subjects = list(form.fields["about"].choices)[1:]  # type: ignore[attr-defined] # a field of choices
    return [(id_, words) for id_, words in choices if id_ not in voted]


def vote_form(request: Asked, held: MeetingRow, *, asked: str = "", data: Any = None) -> VoteForm:
    """The form of a vote; `asked` is the name that was looked for in the hamlet."""
    with override("vi"):  # what is chosen becomes a sentence of the minutes
        subjects = _subjects(request, held, asked=asked)
    return VoteForm(data, initial={"in_favour": len(held.present), "q": asked}, subjects=subjects)


def _subjects(request: Asked, held: MeetingRow, *, asked: str) -> Subjects:
    if held.kind == MeetingKind.APPRAISAL:
        return _requests(request, held)
    if held.kind != MeetingKind.ADMISSION:
        return []
    found = neighbours(held.group, asked)
    if found:
        seen(request, [each.id for each in found], purpose="search")
    coming = [
        (str(each.id), _("Kết nạp {name} ({year})").format(name=each.full_name, year=each.birth_year)) for each in found
    ]
    return coming + [
        (str(row.person), _("Cho {name} ra khỏi tổ").format(name=row.full_name))
        for row in members_of(held.group, on=held.held_on)
    ]


def _requests(request: Asked, held: MeetingRow) -> Subjects:
    files = files_of_group(held.group, on=request.today)
    return [
        (
            str(row.id),
            _("Cho {name} vay {amount}, chương trình {programme}").format(
                name=row.borrower_name, amount=money_shown(row.amount), programme=row.programme_name
            ),
        )
        for row in files
        if row.step == Step.SCREEN
    ]
