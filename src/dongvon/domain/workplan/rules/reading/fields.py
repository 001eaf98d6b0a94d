"""Labelled values inside a plan: who leads, who joins, until when, with what result."""

import re
from dataclasses import dataclass

from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.timing import timing_of

LEAD, COORDINATE, IMPLEMENT = "lead", "coordinate", "implement"
TIMING, PRODUCT, OTHER = "timing", "product", "other"
LEAD_AND_COORDINATE = "lead_and_coordinate"
ROLES = frozenset({LEAD, COORDINATE, IMPLEMENT, LEAD_AND_COORDINATE})

_WHO = r"(?:(?:cac\s+)?(?:co quan|don vi|to chuc|ca nhan|bo phan|so|nganh|dia phuong)(?:\s*[,/-]\s*|\s+va\s+|\s+))*"
_LEADS = r"(?:chu tri|dau moi|chiu trach nhiem chinh|chiu trach nhiem chu tri|tham muu|phu trach|chinh)"
_DOES = r"(?:\s+(?:thuc hien|trien khai|to chuc thuc hien|tham muu|thuc hien nhiem vu|chinh|theo doi))?"
_RESULT = r"(?:\s+(?:dau ra|dat duoc|thuc hien|du kien|can dat|hoan thanh|cua nhiem vu|chinh|can|duoc))*"
_WATCHES = r"(?:kiem tra|giam sat|theo doi)(?:\s*,\s*(?:don doc|giam sat))*"
_WHEN = r"(?:\s+(?:thuc hien|hoan thanh|trien khai|bao cao|to chuc|du kien|va tien do|phai hoan thanh)){0,2}"
_BODY = r"(?:cac\s+)?(?:don vi|co quan)(?:\s*,\s*(?:don vi|co quan|dia phuong))?"
#: The first that fits wins; every pattern is folded text.
_KINDS: tuple[tuple[str, str], ...] = (
    (LEAD_AND_COORDINATE, rf"{_WHO}{_LEADS}\s*(?:,|va|/|-)\s*{_WHO}phoi hop{_DOES}"),
    (LEAD, rf"{_WHO}{_LEADS}{_DOES}"),
    (COORDINATE, rf"{_WHO}(?:cung\s+)?phoi hop{_DOES}"),
    (TIMING, rf"(?:thoi gian|thoi han|thoi diem|tien do|lo trinh|han){_WHEN}"),
    (TIMING, r"(?:thoi gian\s*[,/]\s*(?:tien do|lo trinh)|hoan thanh|ky bao cao)(?:\s+(?:thuc hien|hoan thanh))?"),
    (PRODUCT, rf"(?:san pham|ket qua|dau ra|hinh thuc)(?:\s*[,/]\s*(?:ket qua|san pham))?{_RESULT}"),
    (IMPLEMENT, rf"(?!to chuc (?:thuc hien|trien khai)){_WHO}(?:thuc hien|trien khai)"),
    (IMPLEMENT, r"(?:phan cong|phan cong thuc hien|phan cong nhiem vu|trach nhiem|trach nhiem thuc hien|giao)"),
    (IMPLEMENT, rf"{_BODY}(?:\s+(?:duoc giao|co trach nhiem|chiu trach nhiem))?"),
    (OTHER, r"(?:nguon\s+)?kinh phi(?:\s+thuc hien)?|dia diem|doi tuong(?:\s+thuc hien)?|ghi chu|nguon luc"),
    (OTHER, rf"noi dung|thanh phan|cach thuc(?:\s+thuc hien)?|{_WHO}{_WATCHES}"),
)
_ANY = "|".join(f"(?P<k{place}>{pattern})" for place, (_, pattern) in enumerate(_KINDS))
_LABELLED = re.compile(rf"(?:^|(?<=[.;(,\n\]*]))\s*(?:{_ANY})\s*(?:\([^()]*\)\s*)?:", re.MULTILINE)
_DASHED = re.compile(rf"^(?:{_ANY})\s+-\s+(?=\S)")
_STOPPED = re.compile(rf"^(?:{_ANY})\s*[.;]\s+(?=\S)")
_ALONE = re.compile(rf"^(?:{_ANY})\s*[:.]?$")
_PLAINLY = re.compile(r"(?:cac\s+)?(?:co quan|don vi|bo phan|chu tri|phoi hop|thoi gian|thoi han|tien do|san pham)\b")
_BRACKET = re.compile(r"\((?P<inside>[^()]*(?:chu tri|dau moi|phoi hop|thuc hien)\b[^()]*)\)\s*[.;]?$")
_ROLE_BEHIND = {"chu tri": LEAD, "dau moi": LEAD, "phoi hop": COORDINATE, "thuc hien": IMPLEMENT}
_BEHIND = re.compile(rf"(?P<who>[^\s;,][^;]*?)\s+(?P<role>{'|'.join(_ROLE_BEHIND)})\s*(?:[;,.]\s*(?:va\s+)?|$)")
_MARKER = re.compile(r"^[-+*–—•●▪○]\s*")


@dataclass(frozen=True)
class Field:
    """A labelled value; `value` is "" where the label is a sub-heading and the values follow."""

    kind: str
    value: str


def kind_of_label(text: str) -> str | None:
    """The kind of field that `text` as a whole names, as a table's column head does."""
    plain = " ".join(folded(_MARKER.sub("", text.strip())).split())
    found = _ALONE.match(plain)
    return _kind(found) if found else None


def _stands_alone(text: str) -> str | None:
    """The kind of a sub-heading: said with a colon, or in words that can mean nothing else."""
    kind = kind_of_label(text)
    if kind is None or text.rstrip().endswith("."):
        return None
    if text.rstrip("* ").endswith(":"):
        return kind if kind != OTHER else None
    return kind if _PLAINLY.match(folded(text)) else None


def fields_in(text: str) -> tuple[str, tuple[Field, ...]]:
    """The words before the first label, and the labelled values."""
    bare = _MARKER.sub("", text.strip())
    alone = _stands_alone(bare)
    if alone:
        return "", (Field(alone, ""),)
    plain = folded(bare)
    found = list(_LABELLED.finditer(plain)) or list(_DASHED.finditer(plain)) or _stopped(plain)
    if not found:
        return _bracketed(text, bare=bare, plain=plain)
    ends = [each.start() for each in found[1:]] + [len(bare)]
    fields = [_field(each, text=bare, end=end) for each, end in zip(found, ends, strict=True)]
    before = bare[: found[0].start()]
    return before.strip(" (–-*").rstrip(";, "), tuple(fields)


def _stopped(plain: str) -> list[re.Match[str]]:
    """A label whose colon the scanner read as a stop."""
    return list(_STOPPED.finditer(plain)) if _PLAINLY.match(plain) else []


def _bracketed(text: str, *, bare: str, plain: str) -> tuple[str, tuple[Field, ...]]:
    """Roles without labels in a bracket that ends the item: "(Sở Tài chính chủ trì, Sở Nội vụ phối hợp; hằng năm)"."""
    bracket = _BRACKET.search(plain)
    if bracket is None:
        return text, ()
    inside = bare[bracket.start("inside") : bracket.end("inside")]
    found = [each for each in _BEHIND.finditer(folded(inside)) if _begins_name(inside[each.start("who") :])]
    rest = inside[found[-1].end() :].strip(" ,;.") if found else inside
    if not found or (rest and timing_of(rest).kind == "undetermined"):
        return text, ()
    fields = [Field(_ROLE_BEHIND[each["role"]], inside[each.start("who") : each.end("who")]) for each in found]
    return bare[: bracket.start()].strip(), (*fields, *([Field(TIMING, rest)] if rest else []))


def _begins_name(text: str) -> bool:
    return text[:1].isupper() or text.startswith("các ")


def begins_with_field(text: str) -> bool:
    """Whether the line is a field line and nothing else."""
    before, fields = fields_in(text)
    return bool(fields) and not before


def _field(found: re.Match[str], *, text: str, end: int) -> Field:
    """What is neither role nor timing nor product keeps its label: it belongs to the words of the task."""
    kind = _kind(found)
    return Field(kind, text[found.start() : end].strip() if kind == OTHER else _value(text[found.end() : end]))


def _kind(found: re.Match[str]) -> str:
    place = next(place for place in range(len(_KINDS)) if found[f"k{place}"] is not None)
    return _KINDS[place][0]


def _value(text: str) -> str:
    """The value without the bracket that closes behind it and the stop at its end."""
    value = text.strip(" \t\n*;,.")
    if value.endswith(")") and value.count(")") > value.count("("):
        value = value[:-1].rstrip(" .;,")
    return value
