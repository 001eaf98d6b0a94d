"""Parts a list of units into mentions; names with commas or "và" stay whole."""

import re
from dataclasses import dataclass

from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.levels import level_spans
from dongvon.domain.workplan.rules.reading.lexicon import Lexicon
from dongvon.domain.workplan.rules.reading.names import HEAD_NOUNS

_SEPARATOR = re.compile(r";|,|\n|\.\s+(?=[a-z])|(?<![a-z0-9])(?:va|cung|cung voi|voi)(?![a-z0-9])")
_HEAD = re.compile(rf"(?:{'|'.join(sorted(HEAD_NOUNS, key=len, reverse=True))})(?![a-z0-9])")
_GENERIC = r"(?:co quan|don vi|to chuc|dia phuong|ca nhan|nganh|doan the|doanh nghiep|hop tac xa|chuyen mon|chuc nang)"
_OPEN = re.compile(
    rf"(?:cac\s+)?(?:co quan|don vi|to chuc|dia phuong|ca nhan|nganh|doan the|doanh nghiep)"
    rf"(?:\s*(?:,|/|-|va)?\s*{_GENERIC})*\s+(?:khac\s+)?(?:(?:co\s+)?lien quan|khac|truc thuoc)(?:\s+khac)?"
)
_ALL_OF_THEM = re.compile(rf"(?:cac\s+)?{_GENERIC}(?:\s*(?:,|/|-|va)?\s*{_GENERIC})*")
_SEVERAL = re.compile(rf"cac\s+{_GENERIC}(?:\s*(?:,|/|va)\s*{_GENERIC})+")
_PREFIX = re.compile(
    r"^(?:cac\s+)?(?P<kind>so|hoi|phong|ban|chi cuc|trung tam|nganh|ubnd cac xa|ubnd cac phuong|"
    r"ubnd cac xa,\s*phuong)(?:\s*,\s*(?:ban|nganh|phong|so|hoi|doan the))*(?:\s*,?\s*va\s+(?:ban|nganh))?\s*:\s*"
)
_WIDE_PREFIX = re.compile(r"^cac\s+(?P<kind>so|hoi|phong)\s+(?!,|ban\b|nganh\b|doan the\b)")
_CHUNK_ENDS = re.compile(r"[;\n]|,(?=\s*(?:va\s+)?(?:cac\s+)?(?:so|hoi|phong)\s*:)")
_BEGINS_SO = re.compile(r"so\s+(?!,|ban\b|nganh\b)")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_TRIM = " \t\n.,;:-–—•+*"
_POLITE = re.compile(
    r"^(?:(?:kinh\s+)?de nghi|yeu cau|giao|giao cho|moi|dong thoi|cung voi|cung|phoi hop(?: voi)?|va|voi)\s+(?=\S)"
)


@dataclass(frozen=True)
class Mention:
    """One unit as written; `prefix` is the kind that carries over to it ("sở"), `stated` when written here."""

    text: str
    prefix: str = ""
    joined: bool = False  # parted from the next by a comma or "và", so that a level may serve both


def mentions(text: str, *, names: Lexicon) -> list[Mention]:
    """The mentions of a list such as "Các sở: Tài chính, Tư pháp; UBND cấp xã và các đơn vị liên quan"."""
    found: list[Mention] = []
    prefix = ""
    for chunk in _chunks(text):
        chunk, own = _prefix(_polite(chunk), names=names)
        prefix = own or ("so" if _BEGINS_SO.match(folded(chunk)) else prefix)
        pieces = [piece for piece in _pieces(chunk, names=names, prefix=own) if piece]
        last = len(pieces) - 1
        found += [Mention(piece, prefix, joined=place < last) for place, piece in enumerate(pieces)]
        prefix = prefix if own or all(_is_bare(piece, names=names) for piece in pieces) else ""
    return found


def is_open(text: str) -> bool:
    """ "các đơn vị liên quan": a mention that names nobody."""
    plain = folded(text).strip(_TRIM)
    return _OPEN.fullmatch(plain) is not None or _ALL_OF_THEM.fullmatch(plain) is not None


def starts_mention(text: str, *, names: Lexicon) -> bool:
    """Whether a unit's name begins where `text` begins."""
    plain = folded(text)
    if _HEAD.match(plain) or _OPEN.match(plain):
        return True
    return any(found.start == 0 for found in names.find(text)[:1])


def _chunks(text: str) -> list[str]:
    """Stretches between semicolons and line breaks, and before "các sở: …"; brackets kept whole."""
    hidden = _BRACKETS.sub(lambda found: "\0" * len(found.group()), text)
    ends = [found.start() for found in _CHUNK_ENDS.finditer(folded(hidden))] + [len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [text[start:end].strip(_TRIM) for start, end in zip(starts, ends, strict=True)]


def _polite(text: str) -> str:
    """The list without "Đề nghị", "Giao" before it."""
    found = _POLITE.match(folded(text))
    return text[found.end() :] if found else text


def _prefix(chunk: str, *, names: Lexicon) -> tuple[str, str]:
    plain = folded(chunk)
    found = _PREFIX.match(plain)
    if found:
        return chunk[found.end() :], found["kind"]
    wide = _WIDE_PREFIX.match(plain)
    if wide and names.exactly(f"{wide['kind']} {_first(chunk[wide.end() :], names=names)}"):
        return chunk[wide.end() :], wide["kind"]
    return chunk, ""


def _first(text: str, *, names: Lexicon) -> str:
    return next(iter(_pieces(text, names=names, prefix="so")), "")


def _pieces(chunk: str, *, names: Lexicon, prefix: str) -> list[str]:
    spans = _protected(chunk, names=names)
    pieces: list[str] = []
    start = 0
    for found in _SEPARATOR.finditer(folded(chunk)):
        if any(left <= found.start() < right for left, right in spans):
            continue
        if _parts(chunk, found, names=names, prefix=prefix):
            pieces.append(chunk[start : found.start()].strip(_TRIM))
            start = found.end()
    return [*pieces, chunk[start:].strip(_TRIM)]


def _parts(chunk: str, found: re.Match[str], *, names: Lexicon, prefix: str) -> bool:
    rest = chunk[found.end() :].lstrip()
    if found.group() == "," and prefix:
        return True
    return found.group() in (";", "\n") or starts_mention(rest, names=names)


def _protected(chunk: str, *, names: Lexicon) -> list[tuple[int, int]]:
    named = [(found.start, found.end) for found in names.find(chunk)]
    plain = folded(chunk)
    for left, right in named:
        plain = plain[:left] + "\0" * (right - left) + plain[right:]
    unnamed = [found.span() for pattern in (_OPEN, _SEVERAL) for found in pattern.finditer(plain)]
    return named + unnamed + level_spans(chunk) + [found.span() for found in _BRACKETS.finditer(chunk)]


def _is_bare(piece: str, *, names: Lexicon) -> bool:
    name = names.exactly(piece)
    return name is not None and name.bare
