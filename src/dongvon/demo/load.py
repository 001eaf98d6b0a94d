"""Builds the whole demo, step by step, through the operations; asked again it changes nothing."""

from collections.abc import Callable
from pathlib import Path

from dongvon.demo.city.load import load_city

#: How much is done, of how much.
Progress = Callable[[int, int], None]


def load(*, plan_path: Path | None, progress: Progress) -> None:
    """The city and its people; `plan_path` takes the place of the sample plan."""
    del plan_path  # the plan follows the city
    load_city(progress=progress)
