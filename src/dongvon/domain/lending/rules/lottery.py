"""Who gets a place when a plan is too small for all: priorities first, then by lot, in an order anybody can draw again.

Source: Hướng dẫn 4546/HD-NHCS: savers, people with merit, relatives of martyrs, the disabled,
the resettled and women come first; the rest by public lottery with minutes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A request that takes part: its amount in đồng and the grounds of priority that were shown."""

    application: UUID
    amount: int
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A place in the order; `ground` is the priority that counted, "" for the lot alone."""

    application: UUID
    ground: str
    selected: bool


def draw_lots(tickets: Sequence[Ticket], *, plan: int, seed: str, ranks: Mapping[str, int]) -> list[Drawn]:
    """Every ticket in its order; selected as long as the plan holds, the first that no longer fits ends it.

    Within one rank the order is that of SHA-256 over the seed and the application, so that it can be checked by hand.
    Where the plan holds all, all are selected.
    """
    last = max(ranks.values(), default=0) + 1

    def place(ticket: Ticket) -> tuple[int, str]:
        return min((ranks[each] for each in ticket.grounds if each in ranks), default=last), lot(ticket, seed=seed)

    left, open_, drawn = plan, True, []
    for ticket in sorted(tickets, key=place):
        open_ = open_ and ticket.amount <= left
        left -= ticket.amount if open_ else 0
        drawn.append(Drawn(application=ticket.application, ground=_ground(ticket, ranks), selected=open_))
    return drawn


def lot(ticket: Ticket, *, seed: str) -> str:
    """The lot of one request under a seed."""
    return sha256(f"{seed.strip()}|{ticket.application}".encode()).hexdigest()


def _ground(ticket: Ticket, ranks: Mapping[str, int]) -> str:
    known = [each for each in ticket.grounds if each in ranks]
    return min(known, key=lambda each: (ranks[each], each)) if known else ""
