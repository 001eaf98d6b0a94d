"""Find people by any words of their name, in any order, with or without accents, or by personal number."""

from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from dongvon.domain.people.models import Person
from dongvon.domain.people.rules.births import shown
from dongvon.domain.people.rules.sealing import finding_mark
from dongvon.domain.people.vocabulary import PersonRow
from dongvon.kernel.identity import NotAPersonalNumber, read_number
from dongvon.kernel.text import fold


def search(text: str, *, limit: int = 50) -> list[PersonRow]:
    """People in the asker's scope, by given name; twelve digits look for the number itself."""
    try:
        digits = read_number(text).digits
    except NotAPersonalNumber:
        return _rows(_by_name(text).order_by("name_sort_key")[:limit])
    return _rows(Person.objects.filter(number_mark=finding_mark(digits, key=settings.IDENTITY_KEY)))


def people_by_id(ids: list[UUID]) -> dict[UUID, PersonRow]:
    """People by identifier, as far as the asker may see them."""
    return {row.id: row for row in _rows(Person.objects.filter(id__in=ids))}


def _by_name(text: str) -> QuerySet[Person]:
    found = Person.objects.all()
    for word in fold(text).split():
        found = found.filter(name_search_key__contains=word)
    return found


def _rows(found: QuerySet[Person]) -> list[PersonRow]:
    return [
        PersonRow(
            id=person.id,
            full_name=person.full_name,
            birth=shown(year=person.birth_year, month=person.birth_month, day=person.birth_day),
            sex=person.sex,
            place=person.place_id,
            hamlet=person.hamlet,
            masked_number=f"•••••••• {person.number_last}" if person.number_last else "",
            died_on=person.died_on,
        )
        for person in found
    ]
