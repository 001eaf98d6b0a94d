"""Draw the boundaries of communes from a deployment's own file."""

from datetime import datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.insight.models import Boundary
from dongvon.domain.insight.vocabulary import BoundaryDraft
from dongvon.domain.units.queries.places import places
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.refusals import Refusal


class NoSuchPlaces(Refusal):
    """The file names communes that are not ours."""

    text = "Tệp ranh giới có mã xã, phường không có trong hệ thống: {codes}. Cần mã 5 chữ số ở thuộc tính code."


@operation(allowed={Role.ADMINISTRATOR, Role.BRANCH_OFFICER, Role.SYSTEM})
def draw_boundaries(*, key: UUID, by: Actor, at: datetime, source: str, boundaries: tuple[BoundaryDraft, ...]) -> int:
    """Put `boundaries` in the place of all that were drawn before; gives their number. Refuses NoSuchPlaces."""
    known = {place.code for place in places(on=at.astimezone(VIETNAM).date())}
    strange = sorted({draft.place for draft in boundaries} - known)
    if strange:
        raise NoSuchPlaces(codes=", ".join(strange[:10]))
    Boundary.objects.all().delete()
    Boundary.objects.bulk_create(
        Boundary(place_id=draft.place, rings=draft.rings, source=source, drawn_at=at) for draft in boundaries
    )
    return len(boundaries)
