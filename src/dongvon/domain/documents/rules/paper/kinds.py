"""Tells the kind of a file from its first bytes, then from its name."""

import io
import re
import zipfile
from pathlib import PurePath

from dongvon.domain.documents.rules.paper.refusals import (
    BrokenPaper,
    OldWordPaper,
    ProtectedPaper,
    UnknownPaper,
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"RIFF", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_KINDS = {"txt": "txt", "text": "txt", "md": "md", "markdown": "md", "html": "html", "htm": "html"}
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|body|head|table|p|div|h[1-6])[\s>]", re.IGNORECASE)


def kind_of(content: bytes, *, name: str) -> str:
    """One of pdf, docx, html, md, txt; refuses what is none of them."""
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _of_archive(content, name=name)
    if content.startswith(_OLE):
        raise ProtectedPaper(name=name) if _ENCRYPTED in content else OldWordPaper(name=name)
    if suffix in ("pdf", "docx"):
        raise BrokenPaper(name=name, format=f".{suffix}")
    return _of_text(content, name=name, suffix=suffix)


def _of_archive(content: bytes, *, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            locked = any(entry.flag_bits & 1 for entry in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise BrokenPaper(name=name, format=".docx") from error
    if "word/document.xml" not in names:
        raise UnknownPaper(name=name)
    if locked:
        raise ProtectedPaper(name=name)
    return "docx"


def _of_text(content: bytes, *, name: str, suffix: str) -> str:
    if content.startswith(_OTHERS):
        raise UnknownPaper(name=name)
    kind = _KINDS.get(suffix, "")
    if kind in ("", "txt") and _PAGE.search(content[:4000]) and content.lstrip()[:1] == b"<":
        return "html"
    if not kind and suffix and suffix != "-":
        raise UnknownPaper(name=name)
    return kind or "txt"
