"""What the tables of law have in common."""

from collections.abc import Iterator
from datetime import date

from dongvon.demo.tables import rows
from dongvon.domain.programmes.vocabulary import Confidence, LegalBasisDraft


def documents(folder: str) -> Iterator[LegalBasisDraft]:
    """The documents that the rows of one folder rest on."""
    for row in rows(f"{folder}/legal_bases"):
        yield LegalBasisDraft(
            number=row["number"],
            title=row["title"],
            issued_on=day(row["issued_on"]),
            confidence=Confidence(row["confidence"]),
        )


def day(text: str) -> date | None:
    """An ISO date, or nothing said."""
    return date.fromisoformat(text) if text else None


def number(text: str) -> int | None:
    """A whole number, or nothing said."""
    return int(text) if text else None
