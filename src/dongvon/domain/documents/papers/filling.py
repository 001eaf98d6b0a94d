"""Fills a template that officials edit in Word, so that nothing in it can run or reach outside."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docxtpl.template import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from dongvon.domain.documents.papers.grids import draw_out
from dongvon.kernel.refusals import Refusal

LARGEST = 5 * 1024**2
LARGEST_UNPACKED = 50 * 1024**2


class UnfitTemplate(Refusal):
    """The file is no .docx, is too large, carries macros, or its marks cannot be filled."""

    text = "Tệp mẫu chưa dùng được: {reason}. Hãy sửa tệp trong Word rồi tải lên lại."
    field = "file"


def fill(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The template with its marks replaced, as .docx bytes. Refuses with UnfitTemplate.

    Marks are Jinja in a sandbox; values are escaped, and a mark that names nothing is refused.
    """
    check_package(template)
    paper = DocxTemplate(BytesIO(template))
    try:
        paper.render(dict(values), jinja_env=_sandbox(), autoescape=True)
    except (TemplateError, TypeError, ValueError, OverflowError) as fault:
        raise UnfitTemplate(reason=_in_words(fault)) from fault
    rendered: Any = paper.docx
    draw_out(rendered)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def check_package(content: bytes) -> None:
    """Refuse what is no plain Word file before any part of it is parsed."""
    if len(content) > LARGEST:
        raise UnfitTemplate(reason=f"lớn hơn {LARGEST // 1024**2} MB")
    try:
        with ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
    except BadZipFile as fault:
        raise UnfitTemplate(reason="không phải tệp Word .docx") from fault
    names = {part.filename for part in parts}
    if "word/document.xml" not in names:
        raise UnfitTemplate(reason="không phải tệp Word .docx")
    if any("vbaProject" in name for name in names):
        raise UnfitTemplate(reason="có macro")
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnfitTemplate(reason="nội dung giải nén quá lớn")


def _sandbox() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def _in_words(fault: Exception) -> str:
    return f"không điền được trường trong mẫu ({fault})"
