"""What a report says, whole: the form that is frozen, hashed, compared and read again years later."""

import hashlib
import json
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from dongvon.domain.workplan.rules.cells import shown

VERSION: Final = 1


@dataclass(frozen=True, kw_only=True)
class FigureWords:
    """One slot and what was said in it; `value` is the stored one: divided by `multiplier` it is what was written."""

    slot: UUID
    code: str
    name: str
    unit_of_measure: str
    kind: str
    multiplier: int
    value: Decimal | None
    no_data_reason: str

    @property
    def written(self) -> str:
        """The value as it was typed."""
        return shown(self.value, multiplier=self.multiplier)


@dataclass(frozen=True, kw_only=True)
class EvidenceWords:
    """A file (with the hash of its bytes) or an address."""

    id: UUID
    title: str
    attachment: UUID | None
    file_name: str
    content_hash: str
    link: str


@dataclass(frozen=True, kw_only=True)
class ConcernWords:
    """A difficulty or a proposal, said in the report."""

    id: UUID
    kind: str
    text: str
    clause: str


@dataclass(frozen=True, kw_only=True)
class EntryWords:
    """What the report says about one clause."""

    clause: UUID
    code: str
    text: str
    status: str
    narrative: str
    assessment: str
    figures: tuple[FigureWords, ...]
    evidence: tuple[EvidenceWords, ...]


@dataclass(frozen=True, kw_only=True)
class ReportWords:
    """The whole report, entries in the order of the plan."""

    report: UUID
    round: UUID
    round_title: str
    reporter: UUID
    reporter_name: str
    entries: tuple[EntryWords, ...]
    concerns: tuple[ConcernWords, ...]

    def entry(self, clause: UUID) -> EntryWords | None:
        """What is said about one clause."""
        return next((entry for entry in self.entries if entry.clause == clause), None)


def written(words: ReportWords) -> str:
    """Canonical JSON: sorted names, no spare blanks, numbers as decimal text."""
    material = {"version": VERSION, **asdict(words)}
    return json.dumps(material, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(content: str) -> str:
    """SHA-256 of the content in UTF-8, in hex."""
    return hashlib.sha256(content.encode()).hexdigest()


def read(content: str) -> ReportWords:
    """The report that `written` wrote."""
    material = json.loads(content)
    assert material.pop("version") == VERSION, "an older form of content needs its own reader"
    return ReportWords(
        **_ids(material, "report", "round", "reporter"),
        round_title=material["round_title"],
        reporter_name=material["reporter_name"],
        entries=tuple(_entry(entry) for entry in material["entries"]),
        concerns=tuple(ConcernWords(**{**concern, **_ids(concern, "id")}) for concern in material["concerns"]),
    )


def _entry(material: dict[str, Any]) -> EntryWords:
    figures = tuple(_figure(figure) for figure in material["figures"])
    evidence = tuple(_evidence(piece) for piece in material["evidence"])
    return EntryWords(**{**material, **_ids(material, "clause"), "figures": figures, "evidence": evidence})


def _figure(material: dict[str, Any]) -> FigureWords:
    value = material["value"]
    return FigureWords(**{**material, **_ids(material, "slot"), "value": None if value is None else Decimal(value)})


def _evidence(material: dict[str, Any]) -> EvidenceWords:
    attachment = material["attachment"]
    known = {"attachment": UUID(attachment) if attachment else None}
    return EvidenceWords(**{**material, **_ids(material, "id"), **known})


def _ids(material: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: UUID(material[name]) for name in names}


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    assert isinstance(value, UUID), f"content holds no {type(value).__name__}"
    return str(value)
