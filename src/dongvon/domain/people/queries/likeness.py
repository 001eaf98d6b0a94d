"""People who may be one and the same; they are shown side by side and never merged silently."""

from uuid import UUID

from django.db.models import Case, When

from dongvon.domain.people.models import Person
from dongvon.domain.people.queries.search import shown_people
from dongvon.domain.people.vocabulary import PersonRow


def like(person: UUID, *, limit: int = 20) -> list[PersonRow]:
    """Others with the same folded name and year of birth, the same commune first; none that was united already."""
    known = Person.objects.filter(id=person)
    name, year, place = (known.values(column)[:1] for column in ("name_search_key", "birth_year", "place"))
    others = Person.objects.filter(name_search_key=name, birth_year=year, same_as=None).exclude(id=person)
    nearest = Case(When(place=place, then=0), default=1)
    return shown_people(others.order_by(nearest, "id")[:limit])
