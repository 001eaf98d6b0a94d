"""Duties under "Tổ chức thực hiện": who owes what to whom, and by when."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dongvon.domain.workplan.rules.reading.fields import COORDINATE, IMPLEMENT, LEAD
from dongvon.domain.workplan.rules.reading.folding import CAPITALS, folded
from dongvon.domain.workplan.rules.reading.lexicon import Lexicon
from dongvon.domain.workplan.rules.reading.mentions import starts_mention
from dongvon.domain.workplan.rules.reading.shapes import Assignment
from dongvon.domain.workplan.rules.reading.units import assignments_in

#: Where a list of units ends and the sentence goes on. "tổ chức" is a verb unless a kind of body follows.
_STOP = re.compile(
    r"(?<![a-z])(?:can cu|theo (?!doi tac)|tham muu|thuc hien|xay dung(?! (?:va|,))|"
    r"to chuc(?! (?:chinh tri|co |lien quan|xa hoi|ct|,|doan the|hoi|khac|thanh vien|nhan|dang))|"
    r"chu tri|phoi hop|(?:co |chiu )?trach nhiem|chu dong|tang cuong|"
    r"huong dan|kiem tra|ra soat|bo tri|can doi|trinh|ban hanh|trien khai|tiep tuc|chi dao|theo doi|don doc|tong hop|"
    r"bao cao|day manh|nang cao|tuyen truyen|quan triet|(?<!cong )lap|cu the hoa|de (?!nghi)|nham|trong |khi |"
    r"dinh ky|hang nam|"
    r"thuong xuyen|tren co so|gui|quan tam|kip thoi|cap nhat|danh gia|phan bo|la don vi|la co quan|giup|nghien cuu|"
    r"dam bao|truoc|cham nhat|de xuat|xem xet|ve viec|duoc giao|khan truong|cu the|giam sat|van dong|phat huy|"
    r"phat dong|cung cap|lam dau moi|dau moi|giao|day du|dua|lanh dao|dinh huong|uu tien|"
    r"quyet dinh|phe duyet|cham|muon nhat|, gom)(?![a-z])"
)
_ASKED = re.compile(
    r"^(?:(?:kinh )?de nghi|yeu cau|giao(?: cho| nhiem vu cho)?|phan cong|uy quyen(?: cho)?|moi|trach nhiem cua|"
    r"nhiem vu cua)\s+"
)
_LEADS = re.compile(
    r"^[\s,]*(?:la (?:don vi|co quan) |co trach nhiem |chiu trach nhiem |lam )?(?:chu tri|dau moi)(?:[^.;]{0,25}?)?"
    r"(?:[\s,]+(?:va\s+)?phoi hop(?: chat che)?(?:\s*(?:voi|cung|,))?(?:\s*cung)?\s+)?"
)
_JOINS = re.compile(r"phoi hop(?: chat che)?(?:\s*(?:voi|cung))*\s*$")
#: Who does the work together with others, and leads nobody.
_TOGETHER = re.compile(r"^[\s,]*(?:chu dong |tich cuc )?phoi hop(?: chat che)?\s*(?:voi|cung)\s*(?:voi\s+)?")
_SENDS = re.compile(
    r"(?<![a-z])(?:gui|nop|chuyen)\s+"
    r"(?:(?:ket qua|bao cao|noi dung|ke hoach|so lieu|thong tin|danh sach|tong hop|kem|thuc hien)\s*)*"
    r"(?:(?:ve|cho|den|toi|len|qua|thong qua)\s+)?(?=\S)"
)
_REPORTS = re.compile(r"(?<![a-z])(?:tong hop,? )?bao cao(?: ket qua)?(?: (?:ve|cho|voi|len|kip thoi))?\s+(?=\S)")
#: Levels and places behind a unit's name belong to it; so does a further unit that nobody knows.
_TAIL = re.compile(
    r"(?:\s*[,/]?\s*(?:và\s+)?(?:các\s+)?(?:cấp\s+)?(?:thành phố|tỉnh(?! ủy)|xã(?! hội)|phường|huyện|đặc khu"
    rf"|các cấp|cùng cấp|có liên quan|liên quan)(?!\w))*(?:\s+[{CAPITALS}]\w*(?: ủy(?!\w))?)*"
)
_VERB = re.compile(rf"\s+(?!(?:và|cùng|với|hoặc|có liên|liên|khác)\s)(?=[^\W\d{CAPITALS}])")
_LONGEST_LIST = 900


def parties(text: str, *, names: Lexicon) -> tuple[Assignment, ...]:
    """Who owes the duty: the units a sentence asks, gives work to, or begins with."""
    for sentence in _openings(text):
        found = _asked(sentence, names=names)
        if found:
            return found
    return ()


def receivers(text: str, *, names: Lexicon) -> tuple[Assignment, ...]:
    """To whom results are sent: "gửi … về X"; where nothing is sent, who is reported to."""
    for pattern in (_SENDS, _REPORTS):
        for hit in pattern.finditer(folded(text)):
            listed, _ = units_before_verb(text[hit.end() :], names=names)
            listed = _trimmed(listed, names=names)
            found = [each for each in assignments_in(listed, role="receive", names=names) if each.unit]
            if found:
                return tuple(found[:3])
    return ()


def given_in_words(text: str, *, names: Lexicon, labelled: bool = False) -> tuple[Assignment, ...]:
    """Assignments said in a task's own sentence: "Giao Sở Tài chính chủ trì, phối hợp với …".

    Unknown units count only where a label says that this is a list of units.
    """
    for place, sentence in enumerate(re.split(r"(?<=[.;:\n])\s+", text)):
        plain = folded(sentence)
        if "chu tri" in plain or _ASKED.match(plain) or place == 0:
            found = _asked(sentence, names=names)
            if found and (labelled or any(_is_known(each, names=names) for each in found)):
                return found
    return ()


def given_above(heading: str, *, words: str, names: Lexicon) -> tuple[Assignment, ...]:
    """Assignments of a point below a heading that is a list of units: "2. Giao Sở Tài chính:"."""
    owners = _asked(heading, names=names)
    listed, after = units_before_verb(_ASKED.sub("", folded(heading)), names=names)
    if not listed or after.strip(" :.") or not any(each.unit for each in owners):
        return ()
    leads = _LEADS.match(folded(words))
    if leads is None:
        return (*owners, *_joined(words, names=names))
    led = tuple(replace(each, role=LEAD) for each in owners)
    joined, _ = units_before_verb(words[leads.end() :], names=names) if _JOINS.search(leads.group()) else ("", "")
    return (*led, *_known_first(joined, role=COORDINATE, names=names))


def units_before_verb(text: str, *, names: Lexicon) -> tuple[str, str]:
    """The list of units that `text` begins with, and what follows it."""
    head = text[:_LONGEST_LIST]
    named = [(found.start, found.end) for found in names.find(head) if not all(name.bare for name in found.names)]
    verbs = (hit.start() for hit in _STOP.finditer(folded(head)) if hit.start() > 0 and not _is_noun(hit, text=head))
    end = next((verb for verb in verbs if not any(left <= verb < right for left, right in named)), len(head))
    stop = re.search(r"[.:](?:\s|$)|\n", head[:end])
    end = stop.start() if stop else end
    return head[:end].strip(" ,;"), text[end:]


def _is_noun(hit: re.Match[str], *, text: str) -> bool:
    """ "giáo" of "tuyên giáo" is not the verb "giao"."""
    return hit.group() == "giao" and text[hit.start() : hit.end()].lower() != "giao"


def _openings(text: str) -> Iterator[str]:
    """The duty's own words, then its first sentences."""
    yield text
    yield from re.split(r"(?<=[.;])\s+|\n", text)[1:4]


def _asked(sentence: str, *, names: Lexicon) -> tuple[Assignment, ...]:
    asked = _ASKED.match(folded(sentence))
    rest = sentence[asked.end() :] if asked else sentence
    if not starts_mention(rest, names=names) and asked is None:
        return ()
    listed, after = units_before_verb(rest, names=names)
    owners = _known_first(listed, role=IMPLEMENT, names=names)
    leads = _LEADS.match(folded(after))
    if not owners:
        return ()
    if not leads:
        return (*owners, *_joined(after, names=names))
    owners = [replace(each, role=LEAD) for each in owners]
    if not _JOINS.search(leads.group()):
        return tuple(owners)
    joined, _ = units_before_verb(after[leads.end() :], names=names)
    return (*owners, *_known_first(joined, role=COORDINATE, names=names))


def _joined(text: str, *, names: Lexicon) -> list[Assignment]:
    """Those with whom the work is done, where `text` begins with "phối hợp với"."""
    together = _TOGETHER.match(folded(text))
    if together is None:
        return []
    joined, _ = units_before_verb(text[together.end() :], names=names)
    return _known_first(joined, role=COORDINATE, names=names)


def _is_known(row: Assignment, *, names: Lexicon) -> bool:
    """A unit of ours, or a body known by name though it is none of ours."""
    return row.unit is not None or any(found.start == 0 for found in names.find(row.mention)[:1])


def _known_first(listed: str, *, role: str, names: Lexicon) -> list[Assignment]:
    """The list's assignments, unless no unit in it is known: then it was no list of units."""
    found = assignments_in(_trimmed(listed, names=names), role=role, names=names)
    return found if any(each.unit or len(each.mention) < 60 for each in found) else []


def _trimmed(listed: str, *, names: Lexicon) -> str:
    """The list without the words of the sentence that follow its last unit."""
    for found in names.find(listed):
        tail = _TAIL.match(listed, found.end)
        end = tail.end() if tail else found.end
        if _VERB.match(listed, end):
            return listed[:end]
    return listed
