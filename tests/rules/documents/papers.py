"""Small papers made in memory: PDF with a text layer, Word files, encodings."""

import io
from collections.abc import Sequence

from docx import Document
from pypdf import PdfReader, PdfWriter

_UNICODE_MAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def "
    "/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange "
    "1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
)
_PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Contents CONTENTS 0 R "
    "/Resources << /Font << /F1 3 0 R >> >> >>"
)
_LETTERS = (
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sans /CIDSystemInfo << /Registry (Adobe) "
    "/Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor DESCRIPTOR 0 R >>"
)
_DESCRIPTOR = (
    "<< /Type /FontDescriptor /FontName /Sans /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 "
    "/Descent -200 /CapHeight 700 /StemV 80 >>"
)


def pdf_of(
    pages: Sequence[Sequence[str]],
    *,
    table: Sequence[Sequence[str]] = (),
    cut: bool = False,
    ruled: bool = True,
) -> bytes:
    """A PDF whose pages hold the given lines, with a table below those of the last.

    A table that is `cut` ends without a line below: its last row goes on over the page. Without rules, `ruled` false,
    its columns stand apart by their blanks alone.
    """
    count = len(pages)
    first = 4 + 2 * count
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(count))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} >>", _font(first)]
    for place, lines in enumerate(pages):
        drawn = _table(table, top=len(lines), cut=cut, ruled=ruled) if place == count - 1 else ""
        objects += [_PAGE.replace("CONTENTS", str(5 + 2 * place)), _stream(f"{_drawn(lines)}\n{drawn}")]
    objects += [_LETTERS.replace("DESCRIPTOR", str(first + 2)), _stream(_UNICODE_MAP), _DESCRIPTOR]
    return _file(objects)


def locked_pdf(content: bytes, *, password: str) -> bytes:
    """The PDF under a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def picture_pdf() -> bytes:
    """A scanned page: no letters at all."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx_of(paragraphs: Sequence[str], *, table: Sequence[Sequence[str]] = (), style: str | None = None) -> bytes:
    """A Word file of paragraphs (each in the given style) and one table."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text, style=style)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _font(first: int) -> str:
    return (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /Sans /Encoding /Identity-H /DescendantFonts [{first} 0 R] "
        f"/ToUnicode {first + 1} 0 R >>"
    )


def _drawn(lines: Sequence[str]) -> str:
    return "\n".join(_shown(text, left=40, line=place) for place, text in enumerate(lines))


def _shown(text: str, *, left: int, line: int) -> str:
    letters = text.encode("utf-16-be").hex()
    return f"BT /F1 11 Tf 1 0 0 1 {left} {800 - 14 * line} Tm <{letters}> Tj ET"


def _table(table: Sequence[Sequence[str]], *, top: int, cut: bool, ruled: bool) -> str:
    """Three lines of height and 130 points of width for each cell, all framed unless there are no rules."""
    drawn = []
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            line, left = top + 3 * row, 20 + 130 * column
            open_below = cut and row == len(table) - 1
            drawn += [_frame(left, 800 - 14 * line - 30, open_below=open_below)] if ruled else []
            drawn += [_shown(text, left=left + 3, line=line + place) for place, text in enumerate(cell.split("\n"))]
    return "\n".join(drawn)


def _frame(left: int, bottom: int, *, open_below: bool) -> str:
    if not open_below:
        return f"{left} {bottom} 130 42 re S"
    return " ".join(f"{x} {bottom} m {x} {bottom + 42} l S" for x in (left, left + 130))


def _stream(text: str) -> str:
    return f"<< /Length {len(text.encode())} >>\nstream\n{text}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + head.encode() + tail.encode()
