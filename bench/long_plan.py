"""Plans of two hundred pages, as text, Word and PDF, and one that is a single table: read one by one, each in a process
of its own, whose memory is looked at as well."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench._clock import report, timed

MARK, TABLE_MARK, MEGABYTES = 20.0, 60.0, 160
LETTERS = "abcdđeghik"
GROUPS, TABLE_ROWS = 56, 1500
WORDS = (
    "tăng cường phối hợp nâng cao chất lượng tín dụng chính sách rà soát đối tượng vay vốn công khai minh bạch kiểm tra"
    " giám sát hướng dẫn người dân củng cố tổ tiết kiệm gắn với giảm nghèo bền vững xây dựng nông thôn mới"
)
UNITS = (
    "Sở Tài chính", "Sở Nội vụ", "UBND cấp xã", "Công an thành phố", "các sở, ban, ngành",
    "Sở Văn hóa, Thể thao và Du lịch", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố, cấp xã",
    "Chi nhánh/Phòng giao dịch Ngân hàng CSXH",
)  # fmt: skip
TIMES = ("Thường xuyên, hằng năm", "Quý III/2026", "Trước ngày 30/11 hằng năm", "Giai đoạn 2026 - 2030")
HEAD = ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"]
#: Pages as officials set them: A4, 13 points, one paragraph a line of the data.
SET_TEXT = """#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2cm), numbering: "1")
#set text(size: 13pt)
#set par(justify: true, first-line-indent: 1cm, leading: 0.9em)
#for text in json(bytes(sys.inputs.given)) [#par[#text]]"""
SET_TABLE = """#set page(paper: "a4", flipped: true, margin: 2cm, numbering: "1")
#set text(size: 12pt)
#let given = json(bytes(sys.inputs.given))
#for text in given.over [#par[#text]]
#table(columns: (1.2cm, 7fr, 4fr, 6fr, 3fr, 2fr), ..given.rows.flatten().map(cell => [#cell]))"""


def main() -> int:
    """0 when every file is read whole, in time, and in little memory; with a file as argument, reads that."""
    if sys.argv[1:]:
        return _read_alone(Path(sys.argv[1]))
    chance = random.Random(39)
    text, rows = list(_paragraphs(chance)), [HEAD, *_rows(chance)]
    with TemporaryDirectory() as folder:
        files = list(_files(text, rows))
        kept = [
            _read(Path(folder) / name, content, clauses=clauses, mark=mark) for name, content, clauses, mark in files
        ]
    return 0 if all(kept) else 1


def _read_alone(file: Path) -> int:
    from dongvon.domain.workplan.queries.read_plan import read_plan

    found = len(read_plan(file.read_bytes(), file_name=file.name).clauses)
    held = next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
    print(found, int(held) / 1024)
    return 0


def _files(text: list[str], rows: list[list[str]]) -> Iterator[tuple[str, bytes, int, float]]:
    from tests.rules.documents.papers import docx_of

    tasks = GROUPS * len(LETTERS)
    yield "ke-hoach.txt", "\n\n".join(text).encode(), tasks, MARK
    yield "ke-hoach.docx", docx_of(text), tasks, MARK
    yield "ke-hoach.pdf", _set(SET_TEXT, text), tasks, MARK
    yield "bang.docx", docx_of(text[:4], table=rows), TABLE_ROWS, MARK
    yield "bang.pdf", _set(SET_TABLE, {"over": text[:4], "rows": rows}), TABLE_ROWS, TABLE_MARK


def _set(source: str, given: object) -> bytes:
    import typst

    made = typst.compile(source.encode(), sys_inputs={"given": json.dumps(given)})
    assert isinstance(made, bytes)
    return made


def _read(file: Path, content: bytes, *, clauses: int, mark: float) -> bool:
    file.write_bytes(content)
    with timed() as taken:
        told = subprocess.run([sys.executable, "-m", "bench.long_plan", file], stdout=subprocess.PIPE, check=True)
    found, megabytes = map(float, told.stdout.split())
    assert found == clauses, f"{file.name}: {found:.0f} of {clauses} tasks"
    small = megabytes <= MEGABYTES
    held = f"{megabytes:.0f} MB of {MEGABYTES}{'' if small else ' MISSED'}"
    return report(f"{file.name}: {clauses} tasks, {held}", taken.seconds, mark=mark) and small


def _paragraphs(chance: random.Random) -> Iterator[str]:
    yield from ("KẾ HOẠCH", "Phát triển tín dụng chính sách xã hội giai đoạn 2026 - 2030")
    yield from ("I. MỤC ĐÍCH, YÊU CẦU", "Nâng cao hiệu quả.", "II. NHIỆM VỤ, GIẢI PHÁP")
    for group in range(1, GROUPS + 1):
        yield f"{group}. {_words(chance, 12)}"
        for letter in LETTERS:
            yield f"{letter}) {' '.join(_words(chance, 40) + '.' for _ in range(3))}"
            yield f"- Đơn vị chủ trì: {chance.choice(UNITS)}."
            yield f"- Đơn vị phối hợp: {'; '.join(chance.sample(UNITS, 4))}."
            yield f"- Thời gian thực hiện: {chance.choice(TIMES)}."
    yield "III. TỔ CHỨC THỰC HIỆN"
    yield "1. UBND cấp xã báo cáo kết quả về Chi nhánh Ngân hàng CSXH thành phố trước ngày 15 tháng 12 hằng năm."


def _rows(chance: random.Random) -> Iterator[list[str]]:
    for number in range(1, TABLE_ROWS + 1):
        others = "; ".join(chance.sample(UNITS, 3))
        yield [str(number), _words(chance, 26), chance.choice(UNITS), others, chance.choice(TIMES), "Báo cáo"]


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS.split()) for _ in range(count)).capitalize()


if __name__ == "__main__":
    sys.exit(main())
