"""Carry over what entitled households and persons where they lived before they moved in."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.people.models import BeneficiaryList
from dongvon.domain.people.operations.nominate import nominate
from dongvon.domain.people.operations.open_lists import open_lists
from dongvon.domain.people.queries.moved_in import moved_in
from dongvon.domain.people.vocabulary import ListKind
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class NothingToCarryOver(Refusal):
    """Nobody was chosen, or whoever was is confirmed here already."""

    text = "Hãy chọn ít nhất một hộ chuyển đến chưa được đưa vào danh sách của xã, phường này."


@operation(allowed={Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER, Role.SYSTEM})
def carry_over(
    *, key: UUID, by: Actor, at: datetime, on: date, chosen: tuple[tuple[ListKind, UUID], ...]
) -> tuple[UUID, ...]:
    """Additions to the review in force, one for each commune and kind, as drafts to strike, lay and certify.

    What they were elsewhere was reviewed there, so no hamlet meets again. Gives the lists. Refuses NothingToCarryOver,
    NoStandard.
    """
    known = {(row.kind, row.subject): row.place for row in moved_in(on=on)}
    if not chosen or not set(chosen) <= known.keys():
        raise NothingToCarryOver
    going: dict[tuple[str, ListKind], list[UUID]] = defaultdict(list)
    for kind, subject in chosen:
        going[known[kind, subject], kind].append(subject)
    made = []
    for (place, kind), subjects in sorted(going.items()):
        year = _year_in_force(place, on=on)
        round_: dict[str, Any] = {"place": place, "year": year, "serves_from": on, "on_paper": True, "addition": True}
        (draft,) = open_lists(key=key, by=by, at=at, on=on, kinds=(kind,), **round_)
        nominate(key=key, by=by, at=at, on=on, list_id=draft, subjects=tuple(subjects))
        made.append(draft)
    return tuple(made)


def _year_in_force(place: str, *, on: date) -> int:
    """Of the last review that serves already; a commune without any reviewed itself the year before."""
    served = BeneficiaryList.objects.filter(place=place, number=0, serves_from__lte=on)
    last: int | None = served.order_by("-year").values_list("year", flat=True).first()
    return on.year - 1 if last is None else last
