"""Any readable paper as plain blocks of text."""

import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import PurePath

from dongvon.domain.documents.rules.paper.decoding import decoded
from dongvon.domain.documents.rules.paper.kinds import kind_of
from dongvon.domain.documents.rules.paper.legacy import convert, is_unicode, legacy_encoding
from dongvon.domain.documents.rules.paper.lines import line_blocks
from dongvon.domain.documents.rules.paper.portable import pdf_blocks
from dongvon.domain.documents.rules.paper.refusals import EmptyPaper, LegacyEncoding, TooLargePaper
from dongvon.domain.documents.rules.paper.web_page import html_blocks
from dongvon.domain.documents.rules.paper.word import docx_blocks
from dongvon.domain.documents.vocabulary import Block, PaperText

_LIMIT = 50 * 1024 * 1024
#: Fewer blocks in a legacy encoding than this are taken for chance.
_ENOUGH_BLOCKS = 3


def text_of(content: bytes, *, file_name: str, convert_legacy: bool = False) -> PaperText:
    """The blocks of a .txt, .md, .html, .docx or .pdf file, in Unicode NFC.

    With `convert_legacy` text in TCVN3 or VNI is converted, and `converted_from` names the encoding.
    Refuses, in Vietnamese: empty, too large, protected, broken, without text layer, of unknown kind,
    undecodable, legacy encoding without `convert_legacy`.
    """
    name = PurePath(file_name).name or file_name
    _check_size(content, name=name)
    paper = _read(content, name=name)
    paper = _converted(paper, name=name, convert_legacy=convert_legacy)
    if not any(block.text.strip() for block in paper.blocks):
        raise EmptyPaper(name=name)
    return paper


def _check_size(content: bytes, *, name: str) -> None:
    if not content.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        raise EmptyPaper(name=name)
    if len(content) > _LIMIT:
        raise TooLargePaper(name=name, megabytes=len(content) // 1024**2, limit=_LIMIT // 1024**2)


def _read(content: bytes, *, name: str) -> PaperText:
    kind = kind_of(content, name=name)
    if kind == "pdf":
        blocks, pages = pdf_blocks(content, name=name)
        return PaperText(blocks=blocks, format=kind, pages=pages, as_lines=True)
    if kind == "docx":
        return PaperText(blocks=docx_blocks(content, name=name), format=kind)
    text = decoded(content, name=name)
    if kind == "html":
        return PaperText(blocks=html_blocks(text), format=kind)
    return PaperText(blocks=line_blocks(text), format=kind, as_lines=True)


def _converted(paper: PaperText, *, name: str, convert_legacy: bool) -> PaperText:
    """A Word file may mix encodings by font, so each block is judged again when converting."""
    encoding = _encoding(paper.blocks)
    if encoding and not convert_legacy:
        raise LegacyEncoding(name=name, encoding=encoding)
    blocks = tuple(_in_unicode(block, encoding=encoding) for block in paper.blocks)
    return replace(paper, blocks=blocks, converted_from=encoding)


def _encoding(blocks: tuple[Block, ...]) -> str:
    whole = legacy_encoding("\n".join(block.text for block in blocks))
    if whole:
        return whole
    found = Counter(filter(None, (legacy_encoding(block.text) for block in blocks)))
    encoding, times = found.most_common(1)[0] if found else ("", 0)
    return encoding if times >= _ENOUGH_BLOCKS else ""


def _in_unicode(block: Block, *, encoding: str) -> Block:
    def change(text: str) -> str:
        if encoding and not is_unicode(text):
            return convert(text, encoding=encoding)
        return unicodedata.normalize("NFC", text)

    return replace(block, text=change(block.text), cells=tuple(change(cell) for cell in block.cells))
