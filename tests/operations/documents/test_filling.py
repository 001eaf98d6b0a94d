"""A template is filled inside a sandbox, and what it may not do is refused in words."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from dongvon.domain.documents.papers.filling import UnfitTemplate, fill
from dongvon.domain.documents.papers.official import OfficialPaper


def template(*lines: str) -> bytes:
    paper = OfficialPaper(title="Mẫu")
    for line in lines:
        paper.text(line)
    return paper.to_bytes()


def words(content: bytes) -> list[str]:
    return [each.text for each in docx.Document(BytesIO(content)).paragraphs if each.text]


def test_marks_are_replaced() -> None:
    assert words(fill(template("Năm {{ year }}"), {"year": 2026})) == ["Năm 2026"]


def test_a_list_makes_a_paragraph_each() -> None:
    made = fill(template("{%p for line in lines %}", "- {{ line }}", "{%p endfor %}"), {"lines": ["một", "hai"]})
    assert words(made) == ["- một", "- hai"]


def test_values_are_text_and_never_markup() -> None:
    assert words(fill(template("{{ text }}"), {"text": "<w:br/> & {{ 1 }}"})) == ["<w:br/> & {{ 1 }}"]


@pytest.mark.parametrize(
    "line",
    [
        "{{ nobody }}",
        "{{ year.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{% for %}",
        "{{ lines.append('x') }}",
        "{% for i in range(100000000) %}{% endfor %}",
    ],
)
def test_what_cannot_or_may_not_be_filled_is_refused(line: str) -> None:
    with pytest.raises(UnfitTemplate):
        fill(template(line), {"year": 2026, "lines": ["một"]})


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_a_file_that_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(UnfitTemplate, match="không phải tệp Word"):
        fill(content, {})


def packed(**parts: bytes) -> bytes:
    out = BytesIO(template("x"))
    with ZipFile(out, "a") as package:
        for name, content in parts.items():
            package.writestr(f"word/{name}.bin", content)
    return out.getvalue()


def test_macros_are_refused() -> None:
    with pytest.raises(UnfitTemplate, match="macro"):
        fill(packed(vbaProject=b"x"), {})


def test_a_file_too_large_is_refused() -> None:
    with pytest.raises(UnfitTemplate, match="5 MB"):
        fill(b"\0" * (5 * 1024**2 + 1), {})
