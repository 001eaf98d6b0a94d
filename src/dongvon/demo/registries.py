"""National databases as the demo and the tests know them: they answer a request, file by file."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field

from dongvon.kernel.text import same_name


@dataclass(frozen=True, kw_only=True)
class Citizen:
    """What the database holds of somebody, by personal number; `fields` are told only when asked for."""

    full_name: str
    birth: str
    fields: Mapping[str, str] = field(default_factory=dict)


def answer(request: bytes, *, citizens: Mapping[str, Citizen]) -> bytes:
    """Khớp when name and birth agree, không khớp when one does not, không có for an unknown number.

    Fields are told of a match alone, and no others than those the request names. A birth of which less is known on
    one side agrees when the other ends with it.
    """
    rows = list(csv.DictReader(io.StringIO(request.decode("utf-8-sig"))))
    wanted = rows[0]["truong_can_biet"].split() if rows else []
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=["ma_yeu_cau", "dong", "ket_qua", *wanted])
    writer.writeheader()
    for row in rows:
        known = citizens.get(row["so_dinh_danh"])
        word = _word(row, known)
        told = {name: known.fields.get(name, "") for name in wanted} if known and word == "khop" else {}
        writer.writerow({"ma_yeu_cau": row["ma_yeu_cau"], "dong": row["dong"], "ket_qua": word, **told})
    return out.getvalue().encode("utf-8-sig")


def _word(row: Mapping[str, str], known: Citizen | None) -> str:
    if known is None:
        return "khong_co"
    births = known.birth.endswith(row["ngay_sinh"]) or row["ngay_sinh"].endswith(known.birth)
    return "khop" if births and same_name(known.full_name, row["ho_ten"].removeprefix("'")) else "khong_khop"
