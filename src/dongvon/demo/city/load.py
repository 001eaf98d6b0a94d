"""Builds Đồng Nai through the operations: territory, organisations, people, and what changed on the way."""

from collections.abc import Callable
from functools import partial

from django.db import transaction

from dongvon.demo.city.loaded import City
from dongvon.demo.city.organisations import load_organisations, raise_city
from dongvon.demo.city.people import load_people
from dongvon.demo.city.territory import load_territory, raise_wards

Progress = Callable[[int, int], None]


def _silent(_done: int, _total: int) -> None:
    """Nobody watches."""


def load_city(*, progress: Progress = _silent) -> City:
    """Some thousand units and their people; asked again it answers the same and changes nothing."""
    with transaction.atomic():
        progress(0, 4)
        load_territory()
        progress(1, 4)
        units = load_organisations()
        progress(2, 4)
        people = load_people(units)
        progress(3, 4)
        for change in (raise_wards, partial(raise_city, units)):
            change()
        progress(4, 4)
    return City(units=units, people=people)
