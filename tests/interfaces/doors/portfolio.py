"""Rows for portfolios that come in: each unit's own file."""

from uuid import UUID

from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.operations.open_handover import open_handover
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id
from tests.interfaces.doors.world import Row, World
from tests.operations.lending.bank import AT
from tests.operations.lending.portfolio import ON


def _brought(unit: UUID) -> UUID:
    by = Actor(new_id(), unit, frozenset({Role.ACCOUNTANT}))
    return open_handover(key=new_id(), by=by, at=AT, on=ON, file_name="x.xlsx", file_hash="0" * 64, stored_as="")


def handovers(world: World) -> list[Row]:
    return [Row(unit=unit, handover=_brought(unit)) for unit in (world.own, world.sibling, world.foreign)]


DOORS = {f"portfolio:{name}": handovers for name in ("handover", "faults", "order", "recheck", "drop")}
