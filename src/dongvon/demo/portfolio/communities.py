"""Communes with their points, groups and borrowers; every name is invented."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from dongvon.demo.numbers import drawn_number
from dongvon.demo.portfolio.chance import Chance
from dongvon.demo.portfolio.figures import Managed, Scale, managed
from dongvon.demo.tables import rows
from dongvon.domain.people.vocabulary import PersonDraft
from dongvon.kernel.money import shares

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Điểu")
MIDDLE = {
    "female": ("Thị", "Thị", "Ngọc", "Thu", "Kim", "Hoài", "Thanh", "Mỹ", "Bích"),
    "male": ("Văn", "Văn", "Minh", "Hữu", "Đức", "Quốc", "Xuân", "Công", "Thành"),
}
GIVEN = {
    "female": (
        "Hoa",
        "Mai",
        "Lan",
        "Nga",
        "Hương",
        "Liên",
        "Yến",
        "Oanh",
        "Sương",
        "Dung",
        "Thảo",
        "Hạnh",
        "Phượng",
        "Bé",
    ),
    "male": ("Tùng", "Nam", "Bình", "Hải", "Khánh", "Phong", "Vinh", "Đạt", "Kiên", "Lâm", "Trí", "Sơn", "Dũng", "Tài"),
}
HAMLETS: Final = 8
FULLEST: Final = 60
_BASE: Final = UUID("01930000-0000-7000-8000-000000000000").int


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Borrowers who meet together under one organisation; a direct borrower is a team without a group."""

    organisation: str
    group: UUID | None
    number: int
    hamlet: str
    point: int
    members: tuple[PersonDraft, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """One commune's teams and the points they belong to."""

    place: str
    office: str
    points: tuple[dict[str, str], ...]
    teams: tuple[Team, ...]


def row_id(kind: int, number: int) -> UUID:
    """The id of the `number`-th person (1), group (2), loan (3) or point (4)."""
    return UUID(int=_BASE | kind << 40 | number)


def communities(scale: Scale, *, chance: Chance) -> Iterator[Community]:
    """Commune after commune; together they have what is published, times the scale."""
    points = _points()
    weights = [2 * len(points[place]) + chance.between(1, 4) for place in points]
    sizes = {
        each.code: (
            shares(each.groups * scale.per_thousand // 1000, weights=weights),
            shares(each.households * scale.per_thousand // 1000, weights=weights),
        )
        for each in managed()
    }
    people, groups = _Counter(), _Counter()
    for at, place in enumerate(points):
        if scale.communes and place not in scale.communes:
            continue
        teams = tuple(
            team
            for each in managed()
            for team in _teams(
                each,
                place=place,
                groups=sizes[each.code][0][at],
                households=sizes[each.code][1][at],
                ids=(people, groups),
                points=points[place],
                chance=chance,
            )
        )
        yield Community(place=place, office=points[place][0]["office"], points=tuple(points[place]), teams=teams)


class _Counter:
    def __init__(self) -> None:
        self.last = 0

    def __call__(self) -> int:
        self.last += 1
        return self.last


def _points() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in sorted(rows("portfolio/points"), key=lambda row: row["place"]):
        found.setdefault(row["place"], []).append(row)
    return found


def _teams(
    each: Managed,
    *,
    place: str,
    groups: int,
    households: int,
    ids: tuple[_Counter, _Counter],
    points: list[dict[str, str]],
    chance: Chance,
) -> Iterator[Team]:
    direct = each.groups == 0
    count = households if direct else max(groups, -(-households // FULLEST), int(households > 0))
    sizes = [1] * count if direct else _sizes(households, count=count, chance=chance)
    for size in sizes:
        number, hamlet = (0 if direct else ids[1]()), f"Ấp {chance.between(1, HAMLETS)}"
        members = tuple(_person(ids[0](), place=place, hamlet=hamlet, chance=chance) for _ in range(size))
        yield Team(
            organisation=each.code,
            group=None if direct else row_id(2, number),
            number=number,
            hamlet=hamlet,
            point=int(chance.chosen(points)["number"]),
            members=members,
        )


def _sizes(households: int, *, count: int, chance: Chance) -> list[int]:
    """Members by group: from 5 to 60, uneven but not by much, so that no group is too full."""
    if not count:
        return []
    even = households / count
    room = max(0, min(FULLEST - even, even * 0.25) / even)
    drawn = shares(households, weights=[1000 + chance.between(-int(900 * room), int(900 * room)) for _ in range(count)])
    return [min(max(size, 5), FULLEST) for size in drawn]


def _person(number: int, *, place: str, hamlet: str, chance: Chance) -> PersonDraft:
    sex = "female" if chance.share() < 0.56 else "male"
    words = (chance.chosen(FAMILY), chance.chosen(MIDDLE[sex]), chance.chosen(GIVEN[sex]))
    birth_year = chance.between(1955, 2003)
    return PersonDraft(
        id=row_id(1, number),
        full_name=" ".join(words),
        birth_year=birth_year,
        sex=sex,
        place=place,
        hamlet=hamlet,
        personal_number=drawn_number(number, birth_year=birth_year, sex=sex),
    )
