"""People of a group's hamlet, found by name: whom the group may vote to admit."""

import re
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import connection

from dongvon.kernel.text import fold

_WORD: Final = re.compile(r"[a-z]+")
#: One word would list half a hamlet; two are a name.
FEWEST_WORDS: Final = 2


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody of the hamlet: as much as tells two of one name apart."""

    id: UUID
    full_name: str
    birth_year: int


def neighbours(group: UUID, text: str) -> list[Neighbour]:
    """People of the hamlet with all these words in the name, by given name; nobody for a single word."""
    words = _WORD.findall(fold(text))
    if len(words) < FEWEST_WORDS:
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM groups_neighbours(%s, %s)", [group, " & ".join(words)])
        return [Neighbour(*row) for row in cursor]
