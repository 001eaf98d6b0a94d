"""The values of a task to assignments, timing and product."""

import re
from dataclasses import replace

from dongvon.domain.workplan.rules.reading.clauses import Task, words_of
from dongvon.domain.workplan.rules.reading.duties import given_above, given_in_words
from dongvon.domain.workplan.rules.reading.fields import (
    COORDINATE,
    LEAD,
    LEAD_AND_COORDINATE,
    PRODUCT,
    ROLES,
    TIMING,
    Field,
)
from dongvon.domain.workplan.rules.reading.folding import folded
from dongvon.domain.workplan.rules.reading.levels import without_levels
from dongvon.domain.workplan.rules.reading.lexicon import Lexicon
from dongvon.domain.workplan.rules.reading.mentions import starts_mention
from dongvon.domain.workplan.rules.reading.shapes import UNDETERMINED, Assignment, Timing
from dongvon.domain.workplan.rules.reading.timing import timing_in_words, timing_of
from dongvon.domain.workplan.rules.reading.units import assignments_in

_BEHIND = re.compile(
    r"(?P<who>[^;()]+?)\s*[-(,]?\s*(?P<role>chu tri|dau moi|phoi hop)(?: thuc hien)?\s*\)?\s*(?:[;,.]\s*(?:va\s+)?|$)"
)
#: No unit's name ends so: the line below goes on.
_OPEN_END = re.compile(r"(?:,|(?<![a-z])(?:va|cua|cac|voi|cung|thuoc|cap))$")
FROM_WORDS = "Đơn vị lấy từ câu trong nội dung nhiệm vụ."
FIRST_LEADS = "Nhãn gộp chủ trì và phối hợp: đơn vị đầu được hiểu là chủ trì."


def assignments_of(task: Task, *, names: Lexicon) -> tuple[Assignment, ...]:
    """The units of the task by role, as labelled; from its sentences only where nothing is labelled."""
    found = [row for each in task.fields if each.kind in ROLES for row in _of_field(each, names=names)]
    if not found:
        words = words_of(task.node)
        given = given_in_words(words, names=names) or given_above(task.heading, words=words, names=names)
        found = [_marked(row, FROM_WORDS) for row in given]
    shared = task.shared.get("roles", "")
    rows = [_marked(row, shared) for row in found] if shared else found
    return tuple(dict.fromkeys(rows))


def timing_of_task(task: Task) -> Timing:
    """The timing as labelled; from its sentences only where they state a deadline outright."""
    written = [each.value for each in task.fields if each.kind == TIMING and each.value]
    if not written:
        return timing_in_words(words_of(task.node))
    timing = timing_of("; ".join(written))
    shared = task.shared.get(TIMING, "")
    if shared and timing is not UNDETERMINED:
        return replace(timing, inferred=True, reason=" ".join(filter(None, [timing.reason, shared])))
    return timing


def product_of(task: Task) -> str:
    """What the task should produce, as written."""
    written = dict.fromkeys(" ".join(each.value.split()) for each in task.fields if each.kind == PRODUCT)
    return "; ".join(filter(None, written))


def _of_field(given: Field, *, names: Lexicon) -> list[Assignment]:
    text = one_list(given.value, names=names)
    if given.kind == LEAD_AND_COORDINATE:
        return _first_leads(assignments_in(text, role=COORDINATE, names=names))
    behind = _said_behind(text, names=names)
    if behind:
        return behind
    if "chu tri" in folded(text):
        inside = given_in_words(text, names=names, labelled=True)
        if inside:
            return list(inside)
    return assignments_in(text, role=given.kind, names=names)


def _said_behind(text: str, *, names: Lexicon) -> list[Assignment]:
    """Roles that stand behind their units: "A chủ trì; B, C phối hợp"; empty unless the whole text is so."""
    found = list(_BEHIND.finditer(folded(text)))
    if len(found) < 2 or _BEHIND.sub("", folded(text)).strip(" ;,."):
        return []
    roles = [COORDINATE if each["role"] == "phoi hop" else LEAD for each in found]
    listed = [text[each.start("who") : each.end("who")] for each in found]
    rows = [assignments_in(who, role=role, names=names) for who, role in zip(listed, roles, strict=True)]
    return [row for each in rows for row in each]


def one_list(value: str, *, names: Lexicon) -> str:
    """Lines of a cell as one list: a line that begins no unit goes on with the line above."""
    lines = [line.strip() for line in value.split("\n") if line.strip()]
    text = lines[0] if lines else ""
    for place, line in enumerate(lines[1:], start=1):
        bare = line.lstrip("-–+*• ")
        marked = bare != line
        new = marked or (";" not in value and _begins_unit(bare, above=text, below=lines[place + 1 :], names=names))
        text += f"; {bare}" if new else f" {bare}"
    return text


def _begins_unit(line: str, *, above: str, below: list[str], names: Lexicon) -> bool:
    """Whether a new unit begins with the line, so that the break above it stands for a comma."""
    if _OPEN_END.search(folded(above)) or not without_levels(line).strip() or not starts_mention(line, names=names):
        return False
    whole = " ".join([above, line, *below])
    return not any(each.start < len(above) < each.end for each in names.find(whole))


def _first_leads(rows: list[Assignment]) -> list[Assignment]:
    first = rows[0].mention if rows else ""
    return [_marked(replace(row, role=LEAD) if row.mention == first else row, FIRST_LEADS) for row in rows]


def _marked(row: Assignment, reason: str) -> Assignment:
    return replace(row, inferred=True, reason=" ".join(filter(None, [row.reason, reason])))
