"""The day a payment is looked for: the session at the commune, which is not the day of the contract.

Sources: the due date by commune transaction day is inferred from published pairs; sessions are held on the fixed
day even on weekends and holidays (entrustment exam bank), unless an order moves one.
"""

from collections.abc import Mapping
from datetime import date

from dongvon.kernel.calendar import session_before


def due_on(contractual_on: date, *, session_day: int | None, moved: Mapping[date, date]) -> date:
    """The last session strictly before the contractual day, or that day itself for a direct loan.

    `session_day` is None for loans paid at the office. `moved` maps a session cancelled by order to the
    one held instead; an order may itself be moved, so the map is followed to its end.
    """
    on = contractual_on if session_day is None else session_before(contractual_on, session_day=session_day)
    seen: set[date] = set()
    while on in moved:
        assert on not in seen, "orders that move sessions must not run in a circle"
        seen.add(on)
        on = moved[on]
    return on
