"""Strike lines from a list that is being drawn up, with the reason; who escaped or changed goes on another list."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import BeneficiaryList, Listing
from dongvon.domain.people.operations.drafting import demand_draft
from dongvon.domain.people.operations.nominate import nominate
from dongvon.domain.people.vocabulary import Ending, ListKind, ListState
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NothingToStrike(Refusal):
    """The lines were struck before, or are of another list."""

    text = "Không có dòng nào để loại: các dòng đã bị loại trước đó, hoặc thuộc danh sách khác."


class NowhereToGo(Refusal):
    """A household that changes class goes to another list than it is on."""

    text = "Hãy chọn danh sách khác mà hộ chuyển sang."
    field = "onto"


class NoListToGoOn(Refusal):
    """A household that escaped or changed class needs a draft to go on to."""

    text = "Chưa có dự thảo danh sách để chuyển hộ sang. Hãy lập danh sách đó trong cùng đợt rồi làm lại."
    field = "onto"


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def strike(
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    on: date,
    list_id: UUID,
    lines: tuple[UUID, ...],
    ending: Ending,
    onto: ListKind | None = None,
) -> int:
    """Struck lines stay with their reason; `onto` is the kind of the same round's list that takes who changes class.

    Who escaped always goes onto the list of the newly escaped. Gives how many were struck. Refuses NotADraft,
    NothingToStrike, NowhereToGo, NoListToGoOn.
    """
    listed = BeneficiaryList.objects.select_for_update().get(id=list_id)
    demand_draft(listed)
    goes = _goes_onto(listed.kind, ending=ending, onto=onto)
    other = _draft_beside(listed, goes) if goes is not None else None
    found = Listing.objects.filter(list=listed, id__in=lines, ending="")
    households = tuple(found.exclude(household=None).values_list("household", flat=True))
    struck = found.update(ending=ending, ended_by=by.person, ended_at=at)
    if not struck:
        raise NothingToStrike
    if other is not None:
        nominate(key=key, by=by, at=at, on=on, list_id=other.id, subjects=households)
    return struck


def _goes_onto(kind: str, *, ending: Ending, onto: ListKind | None) -> ListKind | None:
    if ending is Ending.ESCAPED and kind in (ListKind.POOR, ListKind.NEAR_POOR):
        return ListKind.ESCAPED
    if ending is Ending.CHANGED:
        if onto in (None, kind):
            raise NowhereToGo
        return onto
    return None


def _draft_beside(listed: BeneficiaryList, kind: ListKind) -> BeneficiaryList:
    same_round = {"place": listed.place_id, "year": listed.year, "number": listed.number}
    found = BeneficiaryList.objects.filter(kind=kind, state=ListState.DRAFT, **same_round).first()
    if found is None:
        raise NoListToGoOn
    return found
