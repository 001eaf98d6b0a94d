"""People who may be one and the same; they are shown side by side and never merged silently."""

from uuid import UUID

from dongvon.domain.people.models import Person
from dongvon.domain.people.queries.search import people_by_id
from dongvon.domain.people.vocabulary import PersonRow


def like(person: UUID, *, limit: int = 20) -> list[PersonRow]:
    """Others with the same folded name and year of birth, the same commune first."""
    known = Person.objects.get(id=person)
    others = Person.objects.filter(name_search_key=known.name_search_key, birth_year=known.birth_year)
    ids = list(others.exclude(id=person).values_list("id", flat=True)[:limit])
    return sorted(people_by_id(ids).values(), key=lambda row: row.place != known.place_id)
