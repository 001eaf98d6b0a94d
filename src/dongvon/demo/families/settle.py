"""The hamlet of the ten families: its people, its households, its group with chị Thủy as leader; all invented."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from dongvon.demo.city.loaded import BEGINNING, TYPED_AT, City
from dongvon.demo.numbers import told_number
from dongvon.demo.portfolio.communities import row_id
from dongvon.demo.tables import rows
from dongvon.domain.audit.vocabulary import SYSTEM, Actor
from dongvon.domain.groups.operations.found_groups import found_groups
from dongvon.domain.groups.vocabulary import GroupDraft, Organisation
from dongvon.domain.people.operations.form_household import form_household
from dongvon.domain.people.operations.register import register
from dongvon.domain.people.vocabulary import PersonDraft
from dongvon.domain.units.operations.appoint import appoint
from dongvon.domain.units.operations.open_account import open_account
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import derived_id

SEED: Final = UUID("01930000-0000-7000-8000-00000000fa10")
PLACE: Final = "26248"
HAMLET: Final = "Khu phố 3"
OFFICE: Final = "pgd-004603"
POINT: Final = 40
FOUNDED_ON: Final = date(2024, 3, 1)
LEADER: Final = "Phan Thị Thủy"
ENVELOPE: Final[dict[str, Any]] = {"by": SYSTEM, "at": TYPED_AT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hamlet:
    """Where the families live: their group, its leader as an actor, and households by code."""

    group: UUID
    leader: Actor
    office: UUID
    households: dict[str, UUID]


def key_of(*step: str) -> UUID:
    """The key of one step, or the id of one thing: the same in every run."""
    return derived_id(SEED, " ".join(step))


def settle(city: City) -> Hamlet:
    """Everybody registered, housed, and met as a group; asked again, nothing changes."""
    families, buyers = list(rows("families/families")), list(rows("families/buyers"))
    people = tuple(_numbered(at, each) for at, each in enumerate(_people(families, buyers)))
    register(key=key_of("people"), people=people, **ENVELOPE)
    households = {row["code"]: _house(row) for row in (*families, *buyers, {"code": "G00"})}
    group = key_of("group")
    _found(group, families)
    return Hamlet(group=group, leader=_leader(city, group), office=city.units[OFFICE], households=households)


def _people(families: list[dict[str, str]], buyers: list[dict[str, str]]) -> Iterator[PersonDraft]:
    yield _person("G00", "head", LEADER, 1979, "female")
    for row in (*families, *buyers):
        yield _person(row["code"], "head", row["head"], int(row["birth_year"]), row["sex"])
        if row.get("other"):
            sex = "male" if row["sex"] == "female" or "Văn" in row["other"].split() else "female"
            yield _person(row["code"], "other", row["other"], int(row["other_year"]), sex)


def _person(code: str, who: str, name: str, year: int, sex: str) -> PersonDraft:
    return PersonDraft(id=key_of(code, who), full_name=name, birth_year=year, sex=sex, place=PLACE, hamlet=HAMLET)


def _numbered(at: int, person: PersonDraft) -> PersonDraft:
    return replace(person, personal_number=told_number(at, birth_year=person.birth_year, sex=person.sex))


def _house(row: dict[str, str]) -> UUID:
    code = row["code"]
    others = ((key_of(code, "other"), row["relation"]),) if row.get("other") else ()
    where: dict[str, Any] = {"code": f"26248-{code}", "place": PLACE, "hamlet": HAMLET, "on": date(2020, 1, 1)}
    made: UUID = form_household(
        key=key_of(code, "household"), head=key_of(code, "head"), others=others, **where, **ENVELOPE
    )
    return made


def _found(group: UUID, families: list[dict[str, str]]) -> None:
    members = (key_of("G00", "head"), *(key_of(row["code"], "head") for row in families))
    draft = GroupDraft(
        id=group,
        code="9000001",
        organisation=Organisation.WOMEN,
        place=PLACE,
        hamlet=HAMLET,
        point=row_id(4, POINT),
        leader=members[0],
        deputy=members[1],
        members=members,
        acceptance=f"31/UBND ngày {FOUNDED_ON:%d/%m/%Y}",
    )
    found_groups(key=key_of("found"), on=FOUNDED_ON, groups=(draft,), **ENVELOPE)


def _leader(city: City, group: UUID) -> Actor:
    """Chị Thủy signs in as the leader of this group and of nothing else."""
    person = open_account(key=key_of("account"), email="thuy@dongvon.example", full_name=LEADER, **ENVELOPE)
    unit = city.units["hoi-phu-nu-26248"]
    appoint(
        key=key_of("post"),
        person=person,
        unit=unit,
        role=Role.GROUP_LEADER,
        title="Tổ trưởng Tổ TK&VV",
        since=BEGINNING,
        group=group,
        **ENVELOPE,
    )
    return Actor(person=person, unit=unit, roles=frozenset({Role.GROUP_LEADER}))
