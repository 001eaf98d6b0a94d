"""What pages put between the sentences: their numbers, and the head or foot that every page repeats."""

import re
from collections import Counter
from collections.abc import Iterable

from dongvon.domain.documents.vocabulary import Block
from dongvon.domain.workplan.rules.reading.fields import begins_with_field
from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.labels import label_of

_NUMBER = re.compile(r"^\W*(?:(?:trang|page)\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?\W*$", re.IGNORECASE)
_OFTEN = 3


def without_page_marks(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of the plan itself; of a head that runs over the pages the first is kept, as it may be the title."""
    every = list(blocks)
    running = _running(every)
    seen: set[str] = set()
    kept = []
    for block in every:
        words = _words(block)
        if not is_page_number(block) and not (words in running and words in seen):
            kept.append(block)
        seen.add(words)
    return kept


def is_page_number(block: Block) -> bool:
    """ "- 2 -", "Trang 3/12"."""
    return not block.cells and _NUMBER.match(block.text) is not None


def _running(blocks: list[Block]) -> frozenset[str]:
    """Words that stand beside a page's edge each time they come back, or are shouted again and again."""
    counted = Counter(_words(block) for block in blocks if _may_run(block))
    places: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if counted[_words(block)] > 1 and _may_run(block):
            places.setdefault(_words(block), []).append(place)
    return frozenset(words for words, where in places.items() if _runs(where, blocks=blocks))


def _runs(where: list[int], *, blocks: list[Block]) -> bool:
    shouted = len(where) >= _OFTEN and all(blocks[place].text.isupper() for place in where)
    return shouted or all(_at_edge(place, blocks=blocks) for place in where[1:])


def _at_edge(place: int, *, blocks: list[Block]) -> bool:
    """Whether a page number, or another page, is one or two blocks away."""
    near = blocks[max(0, place - 2) : place + 3]
    return any(is_page_number(each) or each.page != blocks[place].page for each in near)


def _may_run(block: Block) -> bool:
    text = block.text.strip()
    return not block.cells and len(text) > 8 and label_of(text) is None and not begins_with_field(text)


def _words(block: Block) -> str:
    """The text without its numbers: a head may carry the page's number."""
    return " ".join(re.sub(r"\d+", " ", folded(block.text)).split())
