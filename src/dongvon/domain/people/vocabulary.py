"""Words about people: how they are registered and how they are shown."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """A person to be registered; a birth date may be known by its year alone, the number may be missing."""

    id: UUID
    full_name: str
    birth_year: int
    birth_month: int | None = None
    birth_day: int | None = None
    sex: str
    place: str
    hamlet: str
    personal_number: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person as lists show one: never the whole number."""

    id: UUID
    full_name: str
    birth: str
    sex: str
    place: str
    hamlet: str
    masked_number: str
    died_on: date | None
