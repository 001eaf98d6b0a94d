"""Verify the chain of seals against the events, and name the first that was tampered with."""

from dataclasses import dataclass
from datetime import date, timedelta

from dongvon.domain.audit.models import Seal
from dongvon.domain.audit.queries.leaves import Leaf, leaves_of
from dongvon.domain.audit.rules import merkle


@dataclass(frozen=True)
class Fault:
    """What no longer agrees: the day, the event if one can be named, and how it differs."""

    day: date
    event: int | None
    kind: str  # "changed", "removed", "added", "seal"


@dataclass(frozen=True)
class Verification:
    """Days and events that were checked, and the first fault if there is one."""

    days: int
    events: int
    fault: Fault | None


def verify() -> Verification:
    """Recompute every leaf, root and link of the chain, oldest first; stops at the first fault."""
    previous, begin, days, events = merkle.EMPTY, None, 0, 0
    for seal in Seal.objects.order_by("day").iterator():
        fault = _fault(seal, previous=previous, begin=begin)
        if fault is not None:
            return Verification(days, events, fault)
        previous, begin = bytes(seal.seal), seal.day + timedelta(days=1)
        days, events = days + 1, events + len(seal.events)
    return Verification(days, events, None)


def _fault(seal: Seal, *, previous: bytes, begin: date | None) -> Fault | None:
    packed = bytes(seal.leaves)
    kept = [Leaf(event, packed[i * 32 : i * 32 + 32]) for i, event in enumerate(seal.events)]
    root = merkle.root([leaf.digest for leaf in kept])
    expected = merkle.chained(previous=previous, day=seal.day, count=len(kept), day_root=root)
    if (bytes(seal.root), bytes(seal.seal), bytes(seal.previous)) != (root, expected, previous):
        return Fault(seal.day, None, "seal")
    found = {leaf.event: leaf.digest for leaf in leaves_of(since=begin, until=seal.day)}
    return _first_difference(seal.day, kept, found)


def _first_difference(day: date, kept: list[Leaf], found: dict[int, bytes]) -> Fault | None:
    sealed = {leaf.event: leaf.digest for leaf in kept}
    for event in sorted(sealed.keys() | found.keys()):
        if event not in found:
            return Fault(day, event, "removed")
        if event not in sealed:
            return Fault(day, event, "added")
        if sealed[event] != found[event]:
            return Fault(day, event, "changed")
    return None
