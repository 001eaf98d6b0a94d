"""What a file of boundaries says."""

from dongvon.domain.insight.rules.boundaries import read_boundaries
from dongvon.domain.insight.vocabulary import BoundaryDraft


def read_outlines(content: bytes) -> tuple[BoundaryDraft, ...]:
    """The outlines of a GeoJSON file. Refuses NotBoundaries, NoCode, CodeTwice, WrongOutline."""
    return read_boundaries(content)
