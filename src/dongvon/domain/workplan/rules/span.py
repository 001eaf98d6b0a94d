"""The years a plan runs, as far as it says."""

from collections.abc import Sequence
from datetime import date

#: A plan that names no last year is followed for a term of five years until the reviewer says otherwise.
USUAL_TERM = 5


def years_of(*, issued_on: date | None, read_on: date, target_years: Sequence[int]) -> tuple[int, int]:
    """First and last year: from the year of issue (or of reading) to the last year any target names."""
    first = (issued_on or read_on).year
    named = [year for year in target_years if year >= first]
    return first, max(named, default=first + USUAL_TERM - 1)
