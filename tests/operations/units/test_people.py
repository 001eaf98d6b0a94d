"""Accounts are opened and closed, posts given and taken; nobody gives oneself anything."""

from datetime import date

import pytest

from dongvon.domain.units.operations.appoint import (
    EndsBeforeItBegins,
    OwnAppointment,
    PostHeld,
    RoleElsewhere,
    appoint,
)
from dongvon.domain.units.operations.close_account import OwnAccount, close_account
from dongvon.domain.units.operations.dismiss import PostEnded, dismiss
from dongvon.domain.units.operations.ending import LastAdministrator
from dongvon.domain.units.operations.living import UnknownPerson, UnknownUnit
from dongvon.domain.units.operations.open_account import AddressTaken, NamelessPerson, open_account
from dongvon.domain.units.operations.reset_factors import NoFactors, OwnFactors, reset_factors
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.ids import new_id


@pytest.fixture
def mai(city, envelope):
    return open_account(email=" Mai@Dongnai.Example ", full_name="  Nguyễn  Thị Mai ", **envelope())


def post(city, **changes):
    return {
        "unit": city.units["so-tai-chinh"],
        "role": Role.UNIT_REPORTER,
        "title": "Chuyên viên",
        "since": date(2026, 6, 1),
    } | changes


def test_an_account_alone_may_do_nothing(city, mai, on):
    standing = standing_of(mai, on=on)
    assert (standing.full_name, standing.email) == ("Nguyễn Thị Mai", "mai@dongnai.example")
    assert (standing.roles, standing.scope.units, standing.actor().unit) == (frozenset(), frozenset(), None)


def test_an_address_has_one_account(city, mai, envelope):
    with pytest.raises(AddressTaken):
        open_account(email="MAI@dongnai.example", full_name="Lê Thị Mai", **envelope())
    with pytest.raises(NamelessPerson):
        open_account(email="tung@dongnai.example", full_name="  ", **envelope())


def test_a_post_gives_a_role_for_its_days(city, mai, envelope):
    appoint(person=mai, until=date(2026, 7, 1), **post(city), **envelope())
    roles = {day: standing_of(mai, on=day).roles for day in (date(2026, 5, 31), date(2026, 6, 30), date(2026, 7, 1))}
    assert list(roles.values()) == [frozenset(), {Role.UNIT_REPORTER}, frozenset()]


def test_acting_for_a_unit_takes_that_units_roles_only(city, mai, envelope, on):
    appoint(person=mai, **post(city), **envelope())
    appoint(person=mai, **post(city, unit=city.units["ubnd"], role=Role.UNIT_HEAD), **envelope())
    standing = standing_of(mai, on=on)
    assert standing.actor().roles == {Role.UNIT_REPORTER}
    assert standing.actor(city.units["ubnd"]).roles == {Role.UNIT_HEAD}
    assert standing.actor(new_id()).unit == city.units["so-tai-chinh"]


def test_nobody_appoints_oneself(city, administrator, envelope):
    with pytest.raises(OwnAppointment):
        appoint(person=administrator.person, **post(city), **envelope())


def test_a_post_is_held_once(city, mai, envelope):
    appoint(person=mai, **post(city), **envelope())
    with pytest.raises(PostHeld, match="Nguyễn Thị Mai"):
        appoint(person=mai, **post(city, since=date(2026, 8, 1)), **envelope())


@pytest.mark.parametrize("role", [Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.CITY_LEADER, Role.SYSTEM])
def test_some_roles_belong_elsewhere(city, mai, envelope, role):
    with pytest.raises(RoleElsewhere):
        appoint(person=mai, **post(city, role=role), **envelope())


def test_a_post_ends_after_it_begins(city, mai, envelope):
    with pytest.raises(EndsBeforeItBegins):
        appoint(person=mai, until=date(2026, 6, 1), **post(city), **envelope())


def test_strangers_get_no_post_and_ghosts_give_none(city, mai, envelope):
    with pytest.raises(UnknownPerson):
        appoint(person=new_id(), **post(city), **envelope())
    with pytest.raises(UnknownUnit):
        appoint(person=mai, **post(city, unit=new_id()), **envelope())


def test_dismissal_counts_from_its_day(city, mai, envelope):
    held = appoint(person=mai, **post(city), **envelope())
    dismiss(post=held, on=date(2026, 6, 2), reason="chuyển công tác", **envelope())
    assert standing_of(mai, on=date(2026, 6, 1)).roles == {Role.UNIT_REPORTER}
    assert standing_of(mai, on=date(2026, 6, 2)).roles == frozenset()
    with pytest.raises(PostEnded):
        dismiss(post=held, on=date(2026, 6, 2), reason="", **envelope())


def test_dismissed_on_the_first_day_it_was_never_held(city, mai, envelope):
    held = appoint(person=mai, **post(city), **envelope())
    dismiss(post=held, on=date(2026, 6, 1), reason="nhầm người", **envelope())
    assert standing_of(mai, on=date(2026, 6, 1)).roles == frozenset()


def test_the_last_administrator_stays(city, administrator, envelope, on):
    other = city.actor("nga", unit="nhcsxh-chi-nhanh", role=Role.ADMINISTRATOR)
    second = envelope() | {"by": other}
    close_account(person=administrator.person, on=on, reason="nghỉ hưu", **second)
    last = standing_of(other.person, on=on).posts[0].id
    with pytest.raises(LastAdministrator):
        dismiss(post=last, on=on, reason="", **envelope())


def test_a_closed_account_has_no_standing(city, mai, envelope, on):
    appoint(person=mai, **post(city), **envelope())
    close_account(person=mai, on=on, reason="thôi việc", **envelope())
    assert standing_of(mai, on=on) is None
    with pytest.raises(UnknownPerson):
        close_account(person=mai, on=on, reason="", **envelope())


def test_nobody_closes_the_account_in_use(city, administrator, envelope, on):
    with pytest.raises(OwnAccount):
        close_account(person=administrator.person, on=on, reason="", **envelope())


def test_nobody_takes_away_the_own_factors_here(city, administrator, envelope):
    with pytest.raises(OwnFactors):
        reset_factors(person=administrator.person, reason="", **envelope())
    with pytest.raises(NoFactors):
        reset_factors(person=city.person("mai", unit="ubnd", role=Role.UNIT_HEAD), reason="mất máy", **envelope())
