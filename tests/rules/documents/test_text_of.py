"""Any readable paper becomes blocks in Unicode; what cannot be read is refused in words that help."""

import unicodedata

import pytest

from dongvon.domain.documents.queries.text_of import text_of
from dongvon.domain.documents.vocabulary import BlockKind
from dongvon.kernel.refusals import Refusal
from tests.rules.documents.papers import docx_of, locked_pdf, pdf_of, picture_pdf

LINE = "Kế hoạch của Ủy ban nhân dân thành phố"
TCVN3 = "KÕ ho¹ch cña Uû ban nh©n d©n thµnh phè, thùc hiÖn ChØ thÞ"
VNI = "Keá hoaïch cuûa UÛy ban nhaân daân thaønh phoá, thöïc hieän Chæ thò"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_text_is_read_in_any_of_its_encodings(encoding: str) -> None:
    assert [block.text for block in text_of(LINE.encode(encoding), file_name="a.txt").blocks] == [LINE]


def test_text_is_composed() -> None:
    apart = unicodedata.normalize("NFD", LINE).encode()
    assert text_of(apart, file_name="a.txt").blocks[0].text == LINE


@pytest.mark.parametrize(("written", "name"), [(TCVN3, "TCVN3 (ABC)"), (VNI, "VNI")])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_legacy_letters_are_found_and_offered_for_conversion(written: str, name: str, encoding: str) -> None:
    with pytest.raises(Refusal) as refused:
        text_of(written.encode(encoding), file_name="cu.txt")
    assert (refused.value.code, refused.value.values["encoding"]) == ("LegacyEncoding", name)
    paper = text_of(written.encode(encoding), file_name="cu.txt", convert_legacy=True)
    assert paper.converted_from == name
    assert paper.blocks[0].text.lower() == "kế hoạch của uỷ ban nhân dân thành phố, thực hiện chỉ thị".replace(
        "uỷ", "uỷ" if name.startswith("TCVN3") else "ủy"
    )


def test_capital_fonts_become_capitals() -> None:
    paper = text_of("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM".encode(), file_name="a.txt", convert_legacy=True)
    assert paper.blocks[0].text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_french_is_not_taken_for_a_legacy_encoding() -> None:
    assert text_of("Le déjà vu du côté des élèves".encode(), file_name="a.txt").converted_from == ""


def test_markdown_marks_fall_away_and_tables_have_cells() -> None:
    source = "## **I. MỤC ĐÍCH**\n\n* một\n\n| A | B |\n|---|---|\n| c | d\\|e |\n"
    blocks = text_of(source.encode(), file_name="a.md").blocks
    assert [(block.kind, block.text, block.line) for block in blocks[:2]] == [
        (BlockKind.HEADING, "I. MỤC ĐÍCH", 1),
        (BlockKind.LIST_ITEM, "- một", 3),
    ]
    assert [block.cells for block in blocks[2:]] == [("A", "B"), ("c", "d|e")]


def test_web_pages_keep_numbers_of_lists_and_spans_of_tables() -> None:
    page = (
        "<html><head><title>bỏ</title></head><body><h2>Một</h2><ol type=a><li>x<li>y</ol>"
        "<table><tr><th rowspan=2>A<th colspan=2>B<tr><td>c<td>d</table></body></html>"
    )
    blocks = text_of(page.encode(), file_name="a.html").blocks
    assert [block.text for block in blocks[:3]] == ["Một", "a) x", "b) y"]
    assert [block.cells for block in blocks[3:]] == [("A", "B", ""), ("A", "c", "d")]


def test_word_files_show_the_numbers_word_shows() -> None:
    blocks = text_of(docx_of(["Một", "Hai"], style="List Number"), file_name="a.docx").blocks
    assert [block.text for block in blocks] == ["1. Một", "2. Hai"]


def test_word_tables_are_rows_of_cells() -> None:
    blocks = text_of(docx_of([LINE], table=[["A", "B"], ["c\nd", "e"]]), file_name="a.docx").blocks
    assert [block.cells for block in blocks[1:]] == [("A", "B"), ("c\nd", "e")]


def test_pdf_lines_know_their_page_and_lose_running_heads() -> None:
    pages = [[f"Đầu trang {number}", *[LINE + row * number for row in "abcdef"], f"{number}"] for number in range(1, 7)]
    paper = text_of(pdf_of(pages), file_name="a.pdf")
    assert paper.pages == 6
    assert [(block.page, block.text) for block in paper.blocks][5:7] == [(1, f"{LINE}f"), (2, f"{LINE}aa")]


def test_a_row_that_the_end_of_a_page_cuts_is_still_a_row() -> None:
    paper = text_of(
        pdf_of([[LINE]], table=[["TT", "Việc"], ["1", "Mở hội nghị"], ["2", "Viết bài"]], cut=True), file_name="a.pdf"
    )
    assert [block.cells for block in paper.blocks[1:]] == [("TT", "Việc"), ("1", "Mở hội nghị"), ("2", "Viết bài")]


CASES = [
    (b"", "a.txt", "EmptyPaper"),
    (b"\xef\xbb\xbf  \n\n", "a.txt", "EmptyPaper"),
    (docx_of([]), "a.docx", "EmptyPaper"),
    (b"PK\x03\x04rubbish", "a.docx", "BrokenPaper"),
    (b"not a word file", "a.docx", "BrokenPaper"),
    (b"%PDF-1.7 rubbish", "a.pdf", "BrokenPaper"),
    (picture_pdf(), "a.pdf", "NoTextLayer"),
    (locked_pdf(pdf_of([[LINE * 3]]), password="bí mật"), "a.pdf", "ProtectedPaper"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "ProtectedPaper"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "OldWordPaper"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a.png", "UnknownPaper"),
    (b"a,b,c", "a.csv", "UnknownPaper"),
    (bytes(range(256)) * 20, "a.txt", "UndecodablePaper"),
]


@pytest.mark.parametrize(("content", "name", "code"), CASES)
def test_what_cannot_be_read_is_refused(content: bytes, name: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        text_of(content, file_name=name)
    assert refused.value.code == code
    assert f"“{name}”" in str(refused.value)


def test_a_pdf_locked_only_against_changes_is_read() -> None:
    paper = text_of(locked_pdf(pdf_of([[LINE * 3]]), password=""), file_name="a.pdf")
    assert LINE in paper.blocks[0].text
