"""PDF files with a text layer to blocks, one for each line of a page."""

import io
import logging
import re
from collections import Counter
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError

from dongvon.domain.documents.rules.paper.open_pages import Starts, open_pages
from dongvon.domain.documents.rules.paper.refusals import BrokenPaper, NoTextLayer, ProtectedPaper
from dongvon.domain.documents.rules.paper.ruled_pages import Piece, has_rules, ruled_pages
from dongvon.domain.documents.vocabulary import Block, BlockKind
from dongvon.kernel.refusals import Refusal

#: Fewer letters than this on a page: a page number or a stamp over a picture of a page.
_LETTERS_A_PAGE = 40
#: A page of fewer lines has no room for a running head that could be told from its text.
_SHORTEST_PAGE = 5
_ITEM = re.compile(r"^[-–—+•●▪\uf0b7]\s+(?=[^\W\d])")


#: Broken files are told as refusals; what the libraries murmur meanwhile helps nobody.
for library in ("pypdf", "pdfminer"):
    logging.getLogger(library).setLevel(logging.CRITICAL)


def pdf_blocks(content: bytes, *, name: str) -> tuple[tuple[Block, ...], int]:
    """The lines of a PDF and its number of pages.

    Refuses `ProtectedPaper`, `NoTextLayer` and `BrokenPaper`.
    """
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ProtectedPaper(name=name)
        pages = _pages(reader, content=content)
    except (DependencyError, NotImplementedError) as error:
        raise ProtectedPaper(name=name) from error
    except Refusal:
        raise
    except Exception as error:  # a spoilt file makes the libraries raise anything at all
        raise BrokenPaper(name=name, format=".pdf") from error
    letters = sum(
        len(line) for page in pages for piece in page for line in ([piece] if isinstance(piece, str) else piece)
    )
    if letters < min(_LETTERS_A_PAGE * max(1, len(pages)), 400):
        raise NoTextLayer(name=name)
    return tuple(_blocks(_without_furniture(pages))), len(pages)


def _pages(reader: PdfReader, *, content: bytes) -> list[list[Piece]]:
    """Lines as pypdf reads them quickly; pages with tables again, cell by cell."""
    pages: list[list[Piece]] = []
    ruled, columned = [], []
    for place, page in enumerate(reader.pages):
        starts = Starts()
        pages.append(list(_lines(page, starts=starts)))
        if pages[place] and has_rules(page):
            ruled.append(place)
        elif starts.stand_in_columns():
            columned.append(place)
    tables = ruled_pages(content, places=ruled) if ruled else {}
    ends = {
        place + 1 for place in columned if place + 1 < len(pages)
    }  # the few rows that a table leaves to the next page
    open_ = sorted({*columned, *ends, *ruled} - tables.keys())
    tables |= open_pages(content, places=open_) if open_ else {}
    return [tables.get(place, page) for place, page in enumerate(pages)]


def _lines(page: Any, *, starts: Starts) -> list[str]:
    text = page.extract_text(visitor_text=starts) or ""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _blocks(pages: list[list[Piece]]) -> list[Block]:
    blocks: list[Block] = []
    table = 0
    for number, pieces in enumerate(pages, start=1):
        in_table = False
        for piece in pieces:
            table += 1 if isinstance(piece, tuple) and not in_table else 0
            in_table = isinstance(piece, tuple)
            blocks.append(_block(piece, line=len(blocks) + 1, page=number, table=table))
    return blocks


def _block(piece: Piece, *, line: int, page: int, table: int) -> Block:
    if isinstance(piece, tuple):
        text = " | ".join(cell.replace("\n", " ") for cell in piece)
        return Block(kind=BlockKind.TABLE_ROW, text=text, line=line, page=page, cells=piece, table=table)
    kind = BlockKind.LIST_ITEM if _ITEM.match(piece) else BlockKind.PARAGRAPH
    return Block(kind=kind, text=piece, line=line, page=page)


def _without_furniture(pages: list[list[Piece]]) -> list[list[Piece]]:
    """Pages without running heads, feet and page numbers: lines that most pages have in the same place."""
    edges = Counter(edge for page in pages for edge in _edges(page).values())
    often = max(3, len(pages) * 2 // 3)
    running = {edge for edge, times in edges.items() if times >= often}
    return [_inner(page, running=running) if len(page) > _SHORTEST_PAGE else page for page in pages]


def _inner(page: list[Piece], *, running: set[tuple[int, str]]) -> list[Piece]:
    edges = _edges(page)
    return [piece for place, piece in enumerate(page) if edges.get(place) not in running]


def _edges(page: list[Piece]) -> dict[int, tuple[int, str]]:
    """The first and last two lines by their place from the edge; an item of a list is no running head."""
    places = {0: 0, 1: 1, len(page) - 1: -1, len(page) - 2: -2}
    return {
        place: (edge, re.sub(r"\d+", "#", piece))
        for place, edge in places.items()
        if 0 <= place < len(page) and isinstance(piece := page[place], str) and not _ITEM.match(piece)
    }
