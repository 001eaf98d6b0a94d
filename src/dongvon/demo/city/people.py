"""The demo's people, all of them invented: a dozen by name, and two in every unit that reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from dongvon.demo.city.loaded import BEGINNING, TYPED_AT, key_of
from dongvon.demo.tables import rows
from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.units.operations.appoint import appoint
from dongvon.domain.units.operations.enrol import enrol
from dongvon.domain.units.queries.directory import UnitRow, units_by_id
from dongvon.domain.units.queries.edges import parents
from dongvon.domain.units.vocabulary import EdgeKind, NewPerson, Role

_ENVELOPE: Final[dict[str, Any]] = {"by": SYSTEM, "at": TYPED_AT}
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Điểu", "Lý")
_MIDDLE = ("Thị", "Văn", "Minh", "Thanh", "Ngọc", "Quốc", "Thu", "Hữu", "Kim", "Đức", "Xuân", "Hoài")
_GIVEN = ("An", "Bình", "Châu", "Dung", "Giang", "Hải", "Khánh", "Liên", "Mạnh", "Nga", "Oanh", "Phong", "Quyên")
_GIVEN_TOO = ("Sương", "Tâm", "Uyên", "Vinh", "Yến", "Đạt", "Hương", "Kiên", "Lâm", "My", "Nhân", "Phương", "Trí")

#: The commune's chair also heads its representative board (Nghị định 06/2026/NĐ-CP, article 8).
_SECOND_POST = ("bich@dongvon.example", "ban-dai-dien-26041", "Trưởng Ban Đại diện")


@dataclass(frozen=True, kw_only=True)
class DemoAccount:
    """Somebody whom the demo lets in with one click."""

    address: str
    full_name: str
    unit: str  # code
    role: Role
    title: str


def demo_accounts() -> list[DemoAccount]:
    """The people known by name, in the order in which they are offered."""
    return [DemoAccount(**{**row, "role": Role(row["role"])}) for row in rows("city/people")]  # type: ignore[arg-type]


def load_people(units: dict[str, UUID]) -> dict[str, UUID]:
    """Open the accounts and give the posts; ids by address."""
    people = (*_named(units), *_staff(units))
    ids = enrol(key=key_of("people"), people=people, since=BEGINNING, **_ENVELOPE)
    address, unit, title = _SECOND_POST
    appoint(
        key=key_of("second post"),
        person=ids[address],
        unit=units[unit],
        role=Role.UNIT_HEAD,
        title=title,
        since=BEGINNING,
        **_ENVELOPE,
    )
    return ids


def _named(units: dict[str, UUID]) -> Iterator[NewPerson]:
    """Leaders of groups come later, with their groups."""
    for account in demo_accounts():
        if account.role is Role.GROUP_LEADER:
            continue
        yield NewPerson(
            email=account.address,
            full_name=account.full_name,
            unit=units[account.unit],
            role=account.role,
            title=account.title,
        )


def _staff(units: dict[str, UUID]) -> Iterator[NewPerson]:
    """A head and a reporter in every unit that reports for itself, unless somebody is there by name."""
    taken = {(account.unit, account.role) for account in demo_accounts()}
    through = parents(kind=EdgeKind.REPORTS_THROUGH, on=BEGINNING)
    for unit in units_by_id(units.values(), on=BEGINNING).values():
        reports = unit.id not in through or unit.body == "nhcsxh-pgd"
        for role in (Role.UNIT_HEAD, Role.UNIT_REPORTER) if reports else ():
            if (unit.code, role) not in taken:
                yield _invented(unit, role=role)


def _invented(unit: UnitRow, *, role: Role) -> NewPerson:
    head = role is Role.UNIT_HEAD
    local = f"{'thutruong' if head else 'daumoi'}.{unit.code}"
    return NewPerson(
        email=f"{local}@dongvon.example",
        full_name=_name(local),
        unit=unit.id,
        role=role,
        title="Thủ trưởng đơn vị" if head else "Cán bộ đầu mối",
    )


def _name(seed: str) -> str:
    """An invented name, always the same for the same seed."""
    number = int.from_bytes(sha256(seed.encode()).digest()[:6], "big")
    words = []
    for choices in (_FAMILY, _MIDDLE, _GIVEN + _GIVEN_TOO):
        number, at = divmod(number, len(choices))
        words.append(choices[at])
    return " ".join(words)
