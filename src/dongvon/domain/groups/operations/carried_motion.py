"""The motion that a group carried at a meeting whose minutes are closed: what a change of its members rests on."""

from uuid import UUID

from dongvon.domain.groups.models import Motion
from dongvon.domain.groups.rules.votes import carried
from dongvon.kernel.refusals import Refusal


class NotDecided(Refusal):
    """The group did not decide it, or its minutes are still open."""

    text = "Chưa có biên bản họp tổ đã chốt biểu quyết tán thành việc này; tổ quyết định theo đa số."
    field = "motion"


def carried_motion(motion: UUID, *, group: UUID, about: UUID | None = None) -> Motion:
    """The motion, if the group carried it. Refuses NotDecided."""
    found = (
        Motion.objects.select_related("meeting")
        .filter(id=motion, meeting__group=group, meeting__number__isnull=False)
        .first()
    )
    if found is None or found.about != about:
        raise NotDecided
    if not carried(found.in_favour, present=found.meeting.attendances.count()):
        raise NotDecided
    return found
