"""Faults that scanning leaves in words: a frequent phrase written with other accents."""

import re
from collections.abc import Iterator

from dongvon.domain.workplan.rules.reading.folding import folded

#: Phrases of two syllables or more that plans use all the time; each has one meaning without accents.
_PHRASES = (
    "chỉ đạo", "đôn đốc", "thực hiện", "triển khai", "phối hợp", "chủ trì", "tuyên truyền", "quán triệt",
    "nâng cao", "chất lượng", "hiệu quả", "chính sách", "đối tượng", "nguồn vốn", "ngân sách", "ủy thác",
    "hộ nghèo", "cận nghèo", "kế hoạch", "thành phố", "đơn vị", "thời gian", "thường xuyên", "tăng cường",
    "trách nhiệm", "nhiệm vụ", "giải pháp", "rà soát", "kiểm tra", "giám sát", "lãnh đạo", "tổng hợp",
    "đề nghị", "xây dựng", "phát triển", "nghiên cứu", "hướng dẫn", "chương trình", "đánh giá", "cập nhật",
    "đảm bảo", "bảo đảm", "quy định", "chi nhánh", "giao dịch", "tiết kiệm", "vay vốn", "công khai",
    "minh bạch", "tổ chức", "chính quyền", "địa phương", "hội viên", "đảng viên", "nhân dân",
    "an sinh xã hội", "ngân hàng", "hội đồng", "quản trị", "mặt trận", "tổ quốc", "sơ kết", "tổng kết",
)  # fmt: skip
#: Neighbouring words that fold to the same letters and are right as they stand.
_ALSO_RIGHT = (
    "thức hiện", "thành phổ", "số kết", "để nghị", "để nghỉ", "hội đóng", "hội động",
    "nhân dẫn", "chi nhanh", "năng cao", "cấp nhất", "cấp nhật", "quỹ định",
    "danh giá", "hội viện", "quan trị", "giao địch", "đội tượng", "thời giàn",
)  # fmt: skip
_BY_FOLD = {folded(phrase): phrase for phrase in _PHRASES}
_ANY = re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(_BY_FOLD, key=len, reverse=True))})(?![a-z])")


def misspelt(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of what is written and what was likely meant, e.g. ("đơn đốc", "đôn đốc")."""
    for hit in _ANY.finditer(folded(text)):
        written = " ".join(text[hit.start() : hit.end()].split())
        meant = _BY_FOLD[hit.group()]
        if _canonical(written) not in (_canonical(meant), *map(_canonical, _ALSO_RIGHT)) and _has_marks(written):
            yield written, meant


def _canonical(text: str) -> str:
    """Small letters with the tone of oa, oe, uy where the old spelling put it."""
    text = text.lower()
    for late, early in (("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("uỷ", "ủy"), ("uý", "úy"), ("uỳ", "ùy")):
        text = text.replace(late, early)
    return text


def _has_marks(text: str) -> bool:
    """Text typed wholly without accents is another matter than a fault of scanning."""
    return not text.isascii()
