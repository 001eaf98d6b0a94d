"""Birth dates of which only a part may be known."""

from datetime import date


def is_possible(*, year: int, month: int | None, day: int | None, on: date) -> bool:
    """Whether somebody alive in our files can have been born then: a real day, after 1900, not after `on`."""
    if day is not None and month is None:
        return False
    try:
        earliest = date(year, month or 1, day or 1)
    except ValueError:
        return False
    return year >= 1900 and earliest <= on


def shown(*, year: int, month: int | None, day: int | None) -> str:
    """dd/mm/yyyy as far as it is known: "24/11/1980", "11/1980", "1980"."""
    known = [f"{part:02d}" for part in (day, month) if part is not None]
    return "/".join([*known, str(year)])
