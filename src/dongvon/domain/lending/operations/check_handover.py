"""Check the lines of a portfolio against each other, the catalogue, the directory and the books."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import NOBODY, Actor
from dongvon.domain.lending.models import Handover, HandoverProblem, HandoverRow, HandoverState
from dongvon.domain.lending.operations.calling import call
from dongvon.domain.lending.operations.handovers import held_handover, run
from dongvon.domain.lending.rules.portfolio.reading import place_key
from dongvon.domain.units.queries.places import places
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.clock import VIETNAM
from dongvon.kernel.scope import NOTHING, Scope

SUMS = """
SELECT coalesce(sum(in_term), 0)::bigint AS in_term, coalesce(sum(overdue), 0)::bigint AS overdue,
       coalesce(sum(frozen), 0)::bigint AS frozen, coalesce(sum(owed_in_term), 0)::bigint AS owed_in_term,
       coalesce(sum(owed_overdue), 0)::bigint AS owed_overdue, coalesce(sum(owed_grace), 0)::bigint AS owed_grace,
       count(DISTINCT group_id) FILTER (WHERE group_id NOT IN (SELECT id FROM groups_group)) AS new_groups
FROM lending_handoverrow WHERE handover_id = %(handover)s AND standing = 'new'
"""


@operation(allowed={Role.SYSTEM})
def check_handover(*, key: UUID, by: Actor, at: datetime, handover: UUID, head: dict[str, Any]) -> int:
    """Find what the codes mean and what is wrong; gives the number of bad lines. Refuses HandoverNotReady.

    `head` tells where the columns stood and what the file's own line of sums says.
    """
    held = held_handover(handover, states={HandoverState.READING})
    run("handover_resolve", "handover_problems", "handover_groups", values=_values(held, at=at))
    _compare_sums(held, head)
    _count(held)
    held.head, held.state, held.checked_at = head, HandoverState.CHECKED, at
    held.save()
    return held.bad_rows


def _values(held: Handover, *, at: datetime) -> dict[str, Any]:
    scope = _scope(held.person, at=at)
    map_ = places(on=held.on)
    return {
        "handover": held.id,
        "on": held.on,
        "at": at,
        "everything": scope.everything,
        "units": sorted(scope.units),
        "place_codes": [place.code for place in map_],
        "place_keys": [place_key(place.name) for place in map_],
    }


def _scope(person: UUID, *, at: datetime) -> Scope:
    """Whose offices' loans the file may bring: all for scheduled work, none for an account that was closed."""
    if person == NOBODY:
        return Scope(everything=True)
    standing = standing_of(person, on=at.astimezone(VIETNAM).date())
    return NOTHING if standing is None else standing.scope


def _compare_sums(held: Handover, head: dict[str, Any]) -> None:
    found = [
        HandoverProblem(
            handover=held,
            line=0,
            field=name,
            code="printed_sum",
            is_error=False,
            values={"printed": printed, "found": head["sums"][name]},
        )
        for name, printed in head["printed"].items()
        if printed != head["sums"][name]
    ]
    if head["unknown"]:
        columns = ", ".join(head["unknown"])[:300]
        told = {"columns": columns}
        found.append(
            HandoverProblem(handover=held, line=0, field="", code="unknown_columns", is_error=False, values=told)
        )
    HandoverProblem.objects.bulk_create(found)


def _count(held: Handover) -> None:
    lines = HandoverRow.objects.filter(handover=held)
    counts = lines.aggregate(
        rows=Count("line"),
        bad_rows=Count("line", filter=Q(standing="bad")),
        known_rows=Count("line", filter=Q(standing="known")),
        settled_rows=Count("line", filter=Q(standing="settled")),
        new_people=Count("line", filter=Q(is_new_person=True)),
    )
    (sums,) = call(SUMS, {"handover": held.id})
    held.new_groups = sums.pop("new_groups")
    held.totals = sums
    for name, number in counts.items():
        setattr(held, name, number)
