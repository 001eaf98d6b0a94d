"""What a part of a plan is about, from its title."""

import re

from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.labels import DIVIDING

PURPOSE, TASKS, ORGANISATION, PAST, OTHER = "purpose", "tasks", "organisation", "past", "other"

_SHARING = re.compile(r"^phan cong$|phan cong (?:nhiem vu|thuc hien|trach nhiem|to chuc)|trach nhiem (?:cua|thuc hien)")
_TASKS = re.compile(
    r"nhiem vu|giai phap|noi dung|phan cong|danh muc cong viec|cong viec trong tam|chuong trinh cong tac"
)
_CARRYING = re.compile(r"to chuc thuc hien|to chuc trien khai|trach nhiem|dieu khoan thi hanh|che do bao cao")
_PAST = re.compile(
    r"thuc trang|ket qua (?:thuc hien|dat duoc|hoat dong|nam)|danh gia (?:ket qua|tinh hinh)|tinh hinh|can cu|"
    r"khai quat|ton tai|dac diem|boi canh"
)
_PURPOSE = re.compile(r"muc dich|yeu cau|quan diem|muc tieu|chi tieu|dinh huong|pham vi|doi tuong")
_ORDER = (
    (_SHARING, ORGANISATION),
    (_TASKS, TASKS),
    (_CARRYING, ORGANISATION),
    (_PAST, PAST),
    (_PURPOSE, PURPOSE),
)
_ANNEX = re.compile(r"(?:phu luc|bieu|bieu so)(?:\s+(?:so\s+)?(?:[ivx]+|\d{1,2}|[a-h]))?")
_LISTED = re.compile(r"(?:phu luc|danh muc|bang phan cong|bieu phan cong)\b")
_WORDS_OF_A_TITLE = 22
_OWN = re.compile(
    r"^(?:(?P<purpose>muc tieu|muc dich|yeu cau|chi tieu|quan diem)(?:\s.*)?"
    r"|(?P<organisation>(?:to chuc|trach nhiem|phan cong) (?:thuc hien|trien khai)(?: ke hoach| nhiem vu)?)"
    r"|(?P<tasks>(?:cac )?(?:nhiem vu|giai phap|noi dung)"
    r"(?:,? (?:va )?(?:nhiem vu|giai phap|thuc hien|chu yeu|trong tam|cu the|ke hoach|trien khai|cong viec|noi dung))*)"
    r"|(?P<past>(?:thuc trang|tinh hinh|ket qua dat duoc|ton tai).*))[:.]?$"
)


def nature_of(title: str, *, inherited: str, kind: str) -> str:
    """The nature of a node: by its title where it divides the plan, otherwise its parent's."""
    plain = " ".join(folded(title).split())
    words = len(plain.split())
    if kind in DIVIDING or kind == "article" or (kind == "n1" and inherited == OTHER):
        return _by_title(plain, words=words) or inherited
    own = _OWN.match(plain)
    if own and words <= 12 and inherited != ORGANISATION and kind not in ("dash", "plus"):
        return str(own.lastgroup)
    return inherited


def shares_work(title: str) -> bool:
    """Whether the part says which unit does what: "Phân công nhiệm vụ"."""
    return _SHARING.search(" ".join(folded(title).split())) is not None


def is_title(text: str) -> bool:
    """Whether a line without a number can be nothing but the title of a part: "Tổ chức thực hiện:"."""
    plain = " ".join(folded(text).split())
    return len(plain.split()) <= 8 and _OWN.match(plain) is not None and not plain.endswith(".")


def is_annex(text: str) -> bool:
    """Whether a line opens an annex: "PHỤ LỤC", "Phụ lục II", "DANH MỤC NHIỆM VỤ"."""
    plain = " ".join(folded(text).split()).strip(" *:.")
    return _ANNEX.fullmatch(plain) is not None or (text.isupper() and _LISTED.match(plain) is not None)


def _by_title(plain: str, *, words: int) -> str:
    if words > _WORDS_OF_A_TITLE:
        return ""
    return next((nature for pattern, nature in _ORDER if pattern.search(plain)), "")
