"""Which clause of an earlier plan a clause of a later one continues."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from dongvon.kernel.text import fold

Id = TypeVar("Id")

#: Share of words in common from which two texts are taken for the same task.
ALIKE = 0.5
#: With the same code, less is enough: renumbering is rarer than rewording.
ALIKE_WITH_SAME_CODE = 0.3


def lineage_of(clauses: Mapping[str, str], *, earlier: Sequence[tuple[Id, str, str]]) -> dict[str, Id]:
    """For each code the earlier clause most like it; each earlier clause is continued once at most.

    `clauses` maps code to text; `earlier` lists id, code and text.
    """
    then = [(row, code, _words(text)) for row, code, text in earlier]
    scored = [
        (_likeness(words, old), code == old_code, code, place)
        for code, words in ((code, _words(text)) for code, text in clauses.items())
        for place, (_, old_code, old) in enumerate(then)
    ]
    found: dict[str, Id] = {}
    taken: set[int] = set()
    for likeness, same_code, code, place in sorted(scored, key=lambda each: (-each[0], not each[1], each[2])):
        enough = ALIKE_WITH_SAME_CODE if same_code else ALIKE
        if likeness >= enough and code not in found and place not in taken:
            found[code] = then[place][0]
            taken.add(place)
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left and right else 0.0
