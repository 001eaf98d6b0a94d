"""Cells typed in fonts from before Unicode, as they read."""

from collections.abc import Iterable
from typing import Any, Final

from dongvon.domain.documents.rules.paper.legacy import convert, is_unicode, legacy_encoding
from dongvon.kernel.text import clean

_SAMPLE: Final = 400


class Letters:
    """Reads texts of one sheet: `encoding` is "" or the old encoding that its first lines are in."""

    def __init__(self, lines: Iterable[tuple[int, list[Any]]]) -> None:
        """Cells that are surely Unicode tell nothing of the others: heads are typed anew over old names."""
        texts = [cell for _, cells in list(lines)[:_SAMPLE] for cell in cells if isinstance(cell, str)]
        self.encoding = legacy_encoding("\n".join(text for text in texts if not is_unicode(text)))
        self._known: dict[str, str] = {}

    def __call__(self, cell: Any) -> Any:
        """A text in Unicode with single spaces; other cells as they are."""
        if not isinstance(cell, str):
            return cell
        read = self._known.get(cell)
        if read is None:
            old = self.encoding and not is_unicode(cell)
            read = self._known[cell] = clean(convert(cell, encoding=self.encoding) if old else cell)
        return read
