"""From what a document names (a body, a class of bodies, a unit) to the real units of a day."""

from datetime import date
from typing import Final

from dongvon.domain.units.queries.directory import UnitRow, units
from dongvon.domain.units.vocabulary import BODIES, BOTH, CLASSES, Level

_BODIES: Final = {body.key: body for body in BODIES}
_CLASSES: Final = {each.key: each for each in CLASSES}


def resolve(target: str, *, level: str | None, on: date) -> list[UnitRow]:
    """The units that `target` (key of a body or a class, or a unit's code) stands for on a day.

    `level` is "city", "commune", or "all" and None for both; an unknown target gives no units.
    """
    if target in _CLASSES:
        members, levels = _CLASSES[target].members, _CLASSES[target].levels
    elif target in _BODIES:
        members, levels = (target,), BOTH
    else:
        return [unit for unit in units(on=on, codes=[target]) if unit.level in _asked(level)]
    wanted = _asked(level) & levels
    return [unit for unit in units(on=on, bodies=members) if unit.level in wanted]


def _asked(level: str | None) -> frozenset[Level]:
    return BOTH if level in (None, "all") else frozenset({Level(level)})
