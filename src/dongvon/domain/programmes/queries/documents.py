"""The legal documents of the catalogue."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from dongvon.domain.programmes.models import LegalBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document that rates and conditions may rest on."""

    number: str
    title: str
    issued_on: date | None
    confidence: str


def documents() -> list[DocumentRow]:
    """Every document, newest first, those without a day last."""
    found = LegalBasis.objects.order_by(F("issued_on").desc(nulls_last=True), "number").values(
        "number", "title", "issued_on", "confidence"
    )
    return [DocumentRow(**row) for row in found]
