"""Chance that is always the same: one long row of numbers from a seed, quick enough for a million draws."""

from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")

_MASK: Final = (1 << 64) - 1


class Chance:
    """Splitmix64 (Steele, Lea and Flood 2014); good enough to invent people with, and for nothing else."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def share(self) -> float:
        """A number from 0 up to 1."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & _MASK
        mixed = ((self.state ^ (self.state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return (mixed ^ (mixed >> 31)) / 2**64

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.share() * (high - low + 1))

    def chosen(self, many: Sequence[T]) -> T:
        """One of many."""
        return many[int(self.share() * len(many))]

    def weighed(self, many: Sequence[T], *, through: Sequence[float]) -> T:
        """One of many, by running sums of their weights."""
        drawn = self.share() * through[-1]
        return next(each for each, limit in zip(many, through, strict=True) if drawn < limit)
