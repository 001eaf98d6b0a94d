"""Chance that is always the same: numbers from the hash of what they are for."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

SEED = "dong-von-39"


def share(*what: object) -> float:
    """A number from 0 up to 1 that belongs to `what`."""
    digest = sha256("/".join((SEED, *map(str, what))).encode()).digest()
    return int.from_bytes(digest[:7], "big") / 256**7


def between(low: int, high: int, *what: object) -> int:
    """A whole number from `low` to `high`, both included."""
    return low + int(share(*what) * (high - low + 1))


def chosen(many: Sequence[T], *what: object) -> T:
    """One of many."""
    return many[between(0, len(many) - 1, *what)]


def some(many: Sequence[T], count: int, *what: object) -> list[T]:
    """`count` different ones, in an order of their own."""
    return sorted(many, key=lambda each: share(*what, each))[:count]
