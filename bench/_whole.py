"""The demo's city with all its loans and two years of history: SCALE=city for a twentieth of it."""

import os
from datetime import UTC, date, datetime
from typing import Any

from bench._clock import timed

SCALE = os.environ.get("SCALE", "full")
ON = date(2026, 11, 23)
AT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def build_whole() -> Any:
    """Load it all, closed and measured; the people who stand in it."""
    from django.db import connection

    with timed() as built:
        cast = _load()
    with connection.cursor() as cursor:
        for statement in ("SET ROLE dongvon_owner", "VACUUM ANALYZE", "RESET ROLE"):
            cursor.execute(statement)
    print(f"  the loans of SCALE={SCALE} built in {built.seconds:.0f} s")
    return cast


def _load() -> Any:
    from dongvon.demo.catalogue.load import load_catalogue
    from dongvon.demo.city.load import load_city
    from dongvon.demo.portfolio.figures import SCALES
    from dongvon.demo.portfolio.load import load_portfolio
    from dongvon.demo.servicing.load import load_servicing
    from dongvon.demo.story.people import Cast

    cast = Cast(city=load_city())
    for load in (load_catalogue, load_servicing):
        load(maker=cast.called("bao"), checker=cast.called("lan"), at=AT)
    load_portfolio(cast.city, scale=SCALES[SCALE], on=ON, at=AT, progress=_tell)
    return cast


def _tell(done: int, total: int) -> None:
    print(f"  {done} of {total} communes", end="\r", flush=True)
