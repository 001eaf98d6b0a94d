"""The requests of a group on the road, the late ones on top, and the meetings whose list is still to be made."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from dongvon.domain.groups.queries.meetings import MeetingRow
from dongvon.domain.groups.vocabulary import MeetingKind
from dongvon.domain.lending.queries.applications import FileRow, files_of_group
from dongvon.domain.lending.vocabulary import Step
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.groups.words import LEADERS
from dongvon.interfaces.web.road.tables import files_table
from dongvon.interfaces.web.shell.gate import Asked


def requests_of(request: Asked, group: UUID, *, meetings: Iterable[MeetingRow]) -> dict[str, Any]:
    """What the group's page shows of its requests; a list (03/TD) is made by the leader."""
    waiting = [row for row in files_of_group(group, on=request.today) if row.step]
    waiting.sort(key=lambda row: (not row.late(on=request.today), row.due_on or date.max))
    leads = bool(request.standing.roles & LEADERS)
    return {
        "requests": files_table(
            waiting,
            on=request.today,
            empty=Empty(_("Tổ không có đề nghị vay nào đang giải quyết"), icon="circle-check"),
        ),
        "late_requests": sum(row.late(on=request.today) for row in waiting),
        "to_appraise": any(row.step == Step.SCREEN for row in waiting),
        "to_screen": [each for each in meetings if leads and _to_screen(each, waiting)],
    }


def _to_screen(held: MeetingRow, waiting: Iterable[FileRow]) -> bool:
    carried = {motion.about for motion in held.motions if motion.carried}
    asked = any(row.step == Step.SCREEN and row.id in carried for row in waiting)
    return held.closed and held.kind == MeetingKind.APPRAISAL and asked
