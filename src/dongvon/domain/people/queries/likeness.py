"""People who may be one and the same; they are shown side by side and never merged silently."""

from django.db.models import Case, When

from dongvon.domain.people.models import Person
from dongvon.domain.people.queries.search import named, shown_people
from dongvon.domain.people.vocabulary import PersonRow
from dongvon.kernel.text import fold


def like(person: PersonRow, *, limit: int = 20) -> list[PersonRow]:
    """Others with the same folded name and year of birth, the same commune first; none that was united already."""
    name, year = fold(person.full_name), person.birth[-4:]
    same = Person.objects.filter(id__in=named(name, numbers=[year]), name_search_key=name, birth_year=year)
    nearest = Case(When(place=person.place, then=0), default=1)
    return shown_people(same.exclude(id=person.id).order_by(nearest, "id")[:limit])
