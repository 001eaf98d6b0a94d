"""The years a plan runs, as far as it says."""

import re
from collections.abc import Sequence
from datetime import date

#: A plan that names no last year is followed for a term of five years until the reviewer says otherwise.
USUAL_TERM = 5


_PERIOD = re.compile(r"(?:giai đoạn|thời kỳ|nhiệm kỳ)\s+(?:năm\s+)?(20\d\d)\s*[-–]\s*(20\d\d)", re.IGNORECASE)
_UNTIL = re.compile(r"đến\s+(?:hết\s+)?năm\s+(20\d\d)", re.IGNORECASE)
#: The year of a date belongs to the paper it dates.
_YEAR = re.compile(r"(?<!đến )(?<!hết )(?<!\d )năm\s+(20\d\d)(?P<onward>\s+và (?:các|những) năm)?", re.IGNORECASE)


def years_of(*, title: str, issued_on: date | None, read_on: date, target_years: Sequence[int]) -> tuple[int, int]:
    """First and last year as the title names them; else from the year of issue (or of reading) to that of a target."""
    first = (issued_on or read_on).year
    if period := _PERIOD.search(title):
        return int(period[1]), max(int(period[1]), int(period[2]))
    if (until := _UNTIL.search(title)) and int(until[1]) >= first:
        return first, int(until[1])
    years = [hit for hit in _YEAR.finditer(title) if int(hit[1]) >= first]
    if years and not years[-1]["onward"]:
        return int(years[-1][1]), int(years[-1][1])
    first = int(years[-1][1]) if years else first
    return first, max((year for year in target_years if year >= first), default=first + USUAL_TERM - 1)
