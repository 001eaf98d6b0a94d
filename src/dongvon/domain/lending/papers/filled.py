"""A form with what fills it, and how many copies are signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from dongvon.domain.documents.papers.form import Form


@dataclass(frozen=True, slots=True)
class FilledPaper:
    """Ready to be printed or to be written in Word; `names` are the people it is about."""

    form: Form
    values: Mapping[str, Any]
    names: tuple[UUID, ...]
    copies: int = 1
