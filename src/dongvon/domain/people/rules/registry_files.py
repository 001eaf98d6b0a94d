"""The files that go to a national database and come back: separated values in UTF-8, one line a person.

No public format exists; this is ours until the databases' keepers give theirs, and it stands in this file alone.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from dongvon.domain.people.vocabulary import Answer, RegistryAnswer, RegistryField, RegistryLine
from dongvon.kernel.refusals import Refusal

REQUEST: Final = ("ma_yeu_cau", "dong", "so_dinh_danh", "ho_ten", "ngay_sinh", "truong_can_biet")
ANSWER: Final = ("ma_yeu_cau", "dong", "ket_qua")
_COMPUTED: Final = ("=", "+", "-", "@", "\t", "\r")
_WORDS: Final = {"khop": Answer.MATCH, "khong_khop": Answer.MISMATCH, "khong_co": Answer.NOT_FOUND}


class NotAnAnswer(Refusal):
    """The file has not the columns or the words of an answer."""

    text = "Tệp không đúng mẫu trả lời (dòng {line}). Hãy gửi đúng tệp nhận được từ cơ sở dữ liệu, không sửa."
    field = "file"


class OtherRequest(Refusal):
    """The answer belongs to another request."""

    text = "Tệp trả lời này thuộc một yêu cầu khác."
    field = "file"


def request_file(request: UUID, lines: Iterable[RegistryLine], fields: Sequence[RegistryField]) -> bytes:
    """What is asked: who, and which fields."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(REQUEST)
    wanted = " ".join(fields)
    for line in lines:
        writer.writerow((request, line.line, line.number, _no_formula(line.full_name), line.birth, wanted))
    return file.getvalue().encode("utf-8-sig")


def _no_formula(text: str) -> str:
    """A name that a spreadsheet would compute stands behind an apostrophe, as a spreadsheet writes text itself."""
    return f"'{text}" if text.startswith(_COMPUTED) else text


def read_answer(content: bytes, *, request: UUID, fields: Sequence[str]) -> list[RegistryAnswer]:
    """Each line once, and of each only the fields that were asked for. Refuses NotAnAnswer, OtherRequest."""
    try:
        rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
        if not set(ANSWER) <= set(rows.fieldnames or ()):
            raise NotAnAnswer(line=1)
        return [_answer(row, at, request=request, fields=fields) for at, row in enumerate(rows, start=2)]
    except (UnicodeDecodeError, csv.Error) as fault:
        raise NotAnAnswer(line=1) from fault


def _answer(row: dict[str, str], at: int, *, request: UUID, fields: Sequence[str]) -> RegistryAnswer:
    if row["ma_yeu_cau"] != str(request):
        raise OtherRequest
    if row["ket_qua"] not in _WORDS or not str(row["dong"]).isdigit():
        raise NotAnAnswer(line=at)
    told = {field: row[field] for field in fields if row.get(field)}
    return RegistryAnswer(line=int(row["dong"]), answer=_WORDS[row["ket_qua"]], told=told)
