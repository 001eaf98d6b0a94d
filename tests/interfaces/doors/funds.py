"""Rows for fund limits: they concern the whole city, and no row names anybody."""

from dongvon.domain.capital.models import FundLimit
from tests.interfaces.doors import road
from tests.interfaces.doors.world import Row, World


def limits(world: World) -> list[Row]:
    road.village(world)
    return [Row(limit=FundLimit.objects.get().id)]


DOORS = dict.fromkeys(("funds:grant", "funds:decline"), limits)
