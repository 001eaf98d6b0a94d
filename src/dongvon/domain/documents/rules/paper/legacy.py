"""Tells text in a legacy Vietnamese font encoding from Unicode, and converts it."""

import re
import unicodedata
from functools import cache

from dongvon.domain.documents.rules.paper.legacy_tables import TCVN3, VNI_PAIRS, VNI_SINGLE

TCVN3_NAME = "TCVN3 (ABC)"
VNI_NAME = "VNI"

#: Frequent words with marks; a text that gains many of them by conversion was in that encoding.
_FREQUENT_WORDS = (
    "của các và với để được đến đối tượng thực hiện kế hoạch thành phố ủy ban nhân dân tổ chức nhiệm vụ"
    " ngân hàng chính sách xã hội tín dụng đơn vị thời gian phối hợp chủ trì năm số hộ nghèo vốn việc ngày"
    " tháng quyết định chỉ thị một người những không là có theo từ khi đã này về trên sở cấp"
)
_FREQUENT = frozenset(_FREQUENT_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
#: Letters of Vietnamese that Latin-1 does not have: their presence shows Unicode.
_UNICODE_ONLY = re.compile(r"[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
_HIGH = re.compile(r"[\u00a1-\u00ff]")
_SAMPLE = 60_000


def legacy_encoding(text: str) -> str:
    """The name of the legacy encoding that `text` is in, or "" when it is Unicode."""
    sample = text[:_SAMPLE]
    if len(_HIGH.findall(sample)) < 3 or len(_UNICODE_ONLY.findall(sample)) * 10 > len(_HIGH.findall(sample)):
        return ""
    scores = {name: _score(convert(sample, encoding=name)) for name in (TCVN3_NAME, VNI_NAME)}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > max(1, 2 * _score(sample)) else ""


def convert(text: str, *, encoding: str) -> str:
    """`text` in Unicode NFC, read as the named legacy encoding."""
    converted = _from_tcvn3(text) if encoding == TCVN3_NAME else _from_vni(text)
    return unicodedata.normalize("NFC", converted)


def is_unicode(text: str) -> bool:
    """True when `text` has letters that only Unicode has, so that it must not be converted."""
    return _UNICODE_ONLY.search(text) is not None


def _score(text: str) -> int:
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return sum(1 for word in words if word in _FREQUENT and not word.isascii())


def _from_tcvn3(text: str) -> str:
    return "".join(_cased(text))


def _cased(text: str) -> list[str]:
    """Words typed in the capital fonts have small codes for marked letters: follow their neighbours."""
    pieces: list[str] = []
    shouted = _all_capital(text)
    for piece in re.split(r"(\s+)", text):
        capital = shouted or (len(piece) > 2 and _all_capital(piece))
        converted = "".join(TCVN3.get(letter, letter) for letter in piece)
        pieces.append(converted.upper() if capital else converted)
    return pieces


def _all_capital(text: str) -> bool:
    plain = [letter for letter in text if letter.isascii() and letter.isalpha()]
    return len(plain) > 1 and all(letter.isupper() for letter in plain)


def _from_vni(text: str) -> str:
    paired = _pair_pattern().sub(lambda found: f"\0{VNI_PAIRS[found.group()]}", text)
    return re.sub(r"\0?.", _single, paired, flags=re.DOTALL)


def _single(found: re.Match[str]) -> str:
    written = found.group()
    return written[1:] if written.startswith("\0") else VNI_SINGLE.get(written, written)


@cache
def _pair_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, VNI_PAIRS), key=len, reverse=True)))
