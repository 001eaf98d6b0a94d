"""People: found by what is typed, seen with their household, lists and likely duplicates."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import render

from dongvon.domain.people.queries.consents import ConsentRow, consents_of
from dongvon.domain.people.queries.likeness import like
from dongvon.domain.people.queries.moved_in import moved_in
from dongvon.domain.people.queries.persons import (
    household_place,
    listings_of,
    members_of,
    memberships_of,
    united_with,
)
from dongvon.domain.people.queries.search import people_by_id, search
from dongvon.domain.people.vocabulary import CONSENT_NOTICE, PersonRow
from dongvon.domain.units.queries.places import places
from dongvon.interfaces.web.lists.words import KINDS, READERS
from dongvon.interfaces.web.people import tables
from dongvon.interfaces.web.people.forms import (
    ConsentForm,
    DeathForm,
    HeadForm,
    MoveForm,
    RelocateForm,
    SearchForm,
    SeparateForm,
    SplitForm,
    UniteForm,
    WithdrawForm,
)
from dongvon.interfaces.web.people.words import KEEPERS
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.gate import Asked
from dongvon.interfaces.web.shell.seen import seen

MOST = 50
NOTHING_WRONG: Mapping[str, Any] = MappingProxyType({})
HOUSEHOLD_FORMS = {"head": HeadForm, "split": SplitForm, "move": MoveForm}


@page(audience=Audience.UNIT, roles=READERS)
def find(request: Asked) -> HttpResponse:
    """What is typed is posted, never put into an address; whoever is found is noted as seen."""
    form = SearchForm(request.POST or None)
    values: dict[str, Any] = {"form": form, "keeps": bool(request.standing.roles & KEEPERS)}
    if request.method == "POST" and form.is_valid():
        rows = search(form.cleaned_data["words"], limit=MOST)
        seen(request, [row.id for row in rows], purpose="search")
        values |= {"table": tables.found_table(rows), "many": len(rows) == MOST}
    return render(request, "persons/find.html", values)


@page(audience=Audience.UNIT, roles=READERS)
def person(request: Asked, person_id: UUID) -> HttpResponse:
    """One person."""
    return person_shown(request, found(person_id))


def found(person_id: UUID) -> PersonRow:
    """The person, or the page that says there is none."""
    row = people_by_id([person_id]).get(person_id)
    if row is None:
        raise Http404
    return row


def person_shown(request: Asked, row: PersonRow, *, wrong: Mapping[str, Any] = NOTHING_WRONG) -> HttpResponse:
    """The page; `wrong` are forms that came back with faults: of death, or by the other record they are about."""
    others, united = (like(row) if row.same_as is None else []), united_with(row.id)
    parts = [each.other.id for each in united]
    homes = memberships_of(row.id, *parts)
    seen(request, [row.id, *parts, *(other.id for other in others)], purpose="person")
    households = [home.household for home in homes if home.until_on is None]
    keeps = bool(request.standing.roles & KEEPERS)
    consents = consents_of(row.id, *parts)
    values = {
        "person": row,
        "facts": tables.person_facts(row),
        "homes": tables.home_table(homes),
        "listings": tables.listing_table(listings_of(persons=[row.id, *parts], households=households)),
        "pairs": [(each, tables.person_facts(each), _form(UniteForm, each.id, wrong=wrong)) for each in others],
        "united": [(each, _form(SeparateForm, each.id, wrong=wrong)) for each in united],
        "keeps": keeps,
        **_consent_forms(consents, wrong=wrong, keeps=keeps),
        "death": wrong.get("death") or (DeathForm() if keeps and row.died_on is None else None),
        "wrong_forms": list(wrong.values()),
    }
    return render(request, "persons/person.html", values, status=422 if wrong else 200)


def _consent_forms(consents: list[ConsentRow], *, wrong: Mapping[str, Any], keeps: bool) -> dict[str, Any]:
    """What was agreed to, and the one form that fits: to agree, or to take it back."""
    agreed = any(each.withdrawn_on is None for each in consents)
    blank = (WithdrawForm(auto_id="withdraw-%s") if agreed else ConsentForm(auto_id="consent-%s")) if keeps else None
    name = "withdraw" if agreed else "consent"
    return {"consents": consents, "notice": CONSENT_NOTICE, name: wrong.get(name) or blank}


def _form(make: type[Form], about: UUID, *, wrong: Mapping[str, Any]) -> Form:
    """One form of several alike on the page: with its faults where it is the one that came back."""
    return wrong.get(str(about)) or make(auto_id=f"{about}-%s")


@page(audience=Audience.UNIT, roles=READERS)
def household(request: Asked, household_id: UUID) -> HttpResponse:
    """One household with its members and its lists."""
    return household_shown(request, household_id)


def communes(request: Asked) -> list[tuple[str, str]]:
    """All communes of the city, by code."""
    return [(row.code, f"{row.type} {row.name}") for row in places(on=request.today)]


def household_shown(request: Asked, household_id: UUID, *, wrong: Mapping[str, Any] = NOTHING_WRONG) -> HttpResponse:
    """The page; `wrong` are forms that came back with faults."""
    place = household_place(household_id)
    if place is None:
        raise Http404
    members = members_of(household_id)
    keeps = bool(request.standing.roles & KEEPERS) and any(not each.is_head and not each.until_on for each in members)
    forms = HOUSEHOLD_FORMS.items() if keeps or wrong else ()
    may_relocate = bool(request.standing.roles & KEEPERS)
    relocate = RelocateForm(auto_id="relocate-%s", places=communes(request)) if may_relocate else None
    blank = {name: form(members=members, auto_id=f"{name}-%s") for name, form in forms}
    seen(request, [member.person for member in members], purpose="household", of=household_id)
    values = {
        "code": place[0],
        "place": f"{place[2]}, {place[1]}",
        "members": tables.member_table(members),
        "listings": tables.listing_table(listings_of(persons=[], households=[household_id])),
        "household": household_id,
        "came": [(row, KINDS[row.kind]) for row in moved_in(on=request.today) if row.household == household_id],
        "dead_head": next((each for each in members if each.is_head and each.died_on and not each.until_on), None),
        "wrong_forms": list(wrong.values()),
        "relocate": relocate,
        **blank,
        **wrong,
    }
    return render(request, "persons/household.html", values, status=422 if wrong else 200)
