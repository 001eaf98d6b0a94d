"""Find people by any words of their name, in any order, with or without accents, or by personal number."""

import re
from collections.abc import Collection
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from dongvon.domain.people.models import Person
from dongvon.domain.people.rules.births import shown
from dongvon.domain.people.rules.sealing import Sealing
from dongvon.domain.people.vocabulary import PersonRow
from dongvon.kernel.identity import NotAPersonalNumber, read_number
from dongvon.kernel.text import fold

_WORD: Final = re.compile(r"[a-z0-9]+")
_FOUR_DIGITS: Final = re.compile(r"[0-9]{4}")


def search(text: str, *, limit: int = 50) -> list[PersonRow]:
    """People in the asker's scope, by given name; records that were united with another are found as that other.

    Twelve digits look for the number itself; beside words, four digits look for its end or for the year of birth.
    Without any word nobody is found. Of very many only some are shown: more words find fewer.
    """
    try:
        digits = read_number(text).digits
    except NotAPersonalNumber:
        return shown_people(_by_words(_WORD.findall(fold(text)))[:limit])
    mark = Sealing(settings.IDENTITY_KEY).finding_mark(digits)
    found = Person.objects.filter(number_mark=mark).values_list(Coalesce("same_as", "id"), flat=True)
    return shown_people(Person.objects.filter(id__in=list(found)))


def people_by_id(ids: Collection[UUID]) -> dict[UUID, PersonRow]:
    """People by identifier, as far as the asker may see them."""
    return {row.id: row for row in shown_people(Person.objects.filter(id__in=ids))}


def _by_words(words: list[str]) -> QuerySet[Person]:
    letters = [word for word in words if not word.isdigit()]
    if not letters:
        return Person.objects.none()
    ids = _named([*letters[:-1], f"{letters[-1]}:*"], list(filter(_FOUR_DIGITS.fullmatch, words)))
    return Person.objects.filter(id__in=ids).order_by("name_sort_key", "birth_year")


def named(folded_name: str, *, numbers: list[str]) -> list[UUID]:
    """Who has all words of a folded name, born in a year or with a number ending as told; 200 of them at most."""
    return _named(_WORD.findall(folded_name), numbers)


def _named(words: list[str], numbers: list[str]) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_named(%s, %s)", [" & ".join(words), numbers])
        return [row[0] for row in cursor]


def shown_people(found: QuerySet[Person]) -> list[PersonRow]:
    """People as lists show one, in one query."""
    return [shown_person(person) for person in found.select_related("place")]


def shown_person(person: Person) -> PersonRow:
    """One person as lists show one; the commune is read with them."""
    return PersonRow(
        id=person.id,
        full_name=person.full_name,
        birth=shown(year=person.birth_year, month=person.birth_month, day=person.birth_day),
        sex=person.sex,
        place=person.place_id,
        place_name=person.place.name,
        hamlet=person.hamlet,
        masked_number=f"•••••••• {person.number_last}" if person.number_last else "",
        died_on=person.died_on,
        same_as=person.same_as_id,
    )
