"""Sorts reporting units into the families in which a city report counts them."""

from typing import Final

from dongvon.domain.units.vocabulary import BODIES, ENTRUSTED, Level

COMMUNES: Final = "UBND xã, phường"
DEPARTMENTS: Final = "Sở, ban, ngành thành phố"
ORGANISATIONS: Final = "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội"
BANK: Final = "Ngân hàng Chính sách xã hội"
OTHERS: Final = "Cơ quan, đơn vị khác"

FAMILIES: Final = (COMMUNES, DEPARTMENTS, ORGANISATIONS, BANK, OTHERS)

_DEPARTMENTS: Final = frozenset(body.key for body in BODIES if body.department) | {"cong-an", "bao-hiem-xa-hoi", "thue"}


def family_of(body: str, *, level: str) -> str:
    """The family of a unit by the body it is and the level at which it stands."""
    if body == "ubnd" and level == Level.COMMUNE:
        return COMMUNES
    if body in _DEPARTMENTS and level == Level.CITY:
        return DEPARTMENTS
    if body in ENTRUSTED or body == "mttq":
        return ORGANISATIONS
    return BANK if body.startswith("nhcsxh-") else OTHERS
