"""Where roles belong, and how names follow the type of a place."""

import pytest

from dongvon.domain.units.rules.names import retitled
from dongvon.domain.units.rules.posts import role_fits
from dongvon.domain.units.vocabulary import Role


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("UBND xã Tân Phú", "UBND phường Tân Phú"),
        ("Xã Tân Phú", "Phường Tân Phú"),
        ("Phòng giao dịch Tân Phú", "Phòng giao dịch Tân Phú"),
    ],
)
def test_names_follow_the_type(name: str, expected: str) -> None:
    assert retitled(name, place="Tân Phú", old_type="xã", new_type="phường") == expected


def test_bank_roles_live_in_the_branch() -> None:
    assert role_fits(Role.BRANCH_DIRECTOR, body="nhcsxh-chi-nhanh", level="city")
    assert not role_fits(Role.BRANCH_DIRECTOR, body="ubnd", level="city")
    assert not role_fits(Role.CITY_LEADER, body="ubnd", level="commune")
    assert role_fits(Role.UNIT_HEAD, body="hoi-nong-dan", level="commune")


def test_commune_roles_live_in_a_commune() -> None:
    assert role_fits(Role.COMMUNE_CHAIR, body="ubnd", level="commune")
    assert not role_fits(Role.COMMUNE_CHAIR, body="ubnd", level="city")
    assert not role_fits(Role.COMMUNE_OFFICER, body="hoi-nong-dan", level="commune")
