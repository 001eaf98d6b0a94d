"""Units come, are renamed, joined, merged and go; what was stays readable."""

from datetime import date

import pytest

from dongvon.domain.audit.operations.record import NotAllowed
from dongvon.domain.units.operations.dissolve import dissolve
from dongvon.domain.units.operations.found import found
from dongvon.domain.units.operations.founding import CodeTaken, UnknownBody, UnknownPlace
from dongvon.domain.units.operations.living import UnknownUnit
from dongvon.domain.units.operations.map_places import PlaceOnMap, map_places
from dongvon.domain.units.operations.merge import TooFewToMerge, merge
from dongvon.domain.units.operations.reclassify import NoSuchPlace, SameType, reclassify
from dongvon.domain.units.operations.rename import NamedLater, SameName, rename
from dongvon.domain.units.queries.directory import search, unit_by_code, units
from dongvon.domain.units.queries.history import history_of
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import Role
from tests.operations.units.city import SINCE, new_place, new_unit

THUE = new_unit("thue", body="thue", name="Thuế thành phố Đồng Nai")


def test_a_founded_unit_is_in_the_directory(city, envelope, on):
    found(unit=THUE, since=on, **envelope())
    row = unit_by_code("thue", on=on)
    assert row is not None
    assert (row.full_name, row.since, row.until) == ("Thuế thành phố Đồng Nai", on, None)
    assert "thue" not in {unit.code for unit in units(on=date(2026, 5, 31))}


def test_a_code_is_given_once(city, envelope, on):
    found(unit=THUE, since=on, **envelope())
    with pytest.raises(CodeTaken, match="thue"):
        found(unit=THUE, since=on, **envelope())


def test_only_known_bodies_are_founded(city, envelope, on):
    with pytest.raises(UnknownBody):
        found(unit=new_unit("so-x", body="so-x", name="Sở X"), since=on, **envelope())


@pytest.mark.parametrize("place", [None, "99999"])
def test_a_commune_unit_stands_somewhere(city, envelope, on, place):
    stray = new_unit("cong-an-x", body="cong-an", name="Công an xã", place=place, level="commune")
    with pytest.raises(UnknownPlace):
        found(unit=stray, since=on, **envelope())


def test_a_reporter_founds_nothing(city, on, key, at):
    reporter = city.actor("tung", unit="so-tai-chinh", role=Role.UNIT_REPORTER)
    with pytest.raises(NotAllowed):
        found(key=key, by=reporter, at=at, unit=THUE, since=on)


def test_a_name_is_dated(city, envelope, on):
    rename(
        unit=city.units["so-tai-chinh"],
        full_name="Sở Tài chính - Kế hoạch",
        short_name="Sở TCKH",
        since=on,
        basis="01/QĐ-UBND",
        **envelope(),
    )
    assert unit_by_code("so-tai-chinh", on=date(2026, 5, 31)).full_name == "Sở Tài chính"
    assert unit_by_code("so-tai-chinh", on=on).full_name == "Sở Tài chính - Kế hoạch"
    assert [name.until for name in history_of(city.units["so-tai-chinh"], on=on).names] == [on, None]


def test_both_names_are_found_without_accents(city, envelope, on):
    unit = city.units["so-tai-chinh"]
    rename(unit=unit, full_name="Sở Ngân khố", short_name="SNK", since=on, basis="", **envelope())
    assert [row.code for row in search("so ngan kho", on=on)] == ["so-tai-chinh"]
    assert [row.code for row in search("TAI CHINH", on=on)] == ["so-tai-chinh"]


def test_the_same_name_is_no_change(city, envelope, on):
    name = "Sở Tài chính"
    with pytest.raises(SameName):
        rename(unit=city.units["so-tai-chinh"], full_name=name, short_name=name, since=on, basis="", **envelope())


def test_a_past_name_is_not_rewritten(city, envelope):
    unit = city.units["so-tai-chinh"]
    with pytest.raises(NamedLater):
        rename(unit=unit, full_name="Sở X", short_name="X", since=SINCE, basis="", **envelope())


def test_a_dissolved_unit_keeps_its_past(city, envelope, on):
    person = city.person("mai", unit="so-tai-chinh", role=Role.UNIT_HEAD)
    dissolve(unit=city.units["so-tai-chinh"], on=on, basis="02/QĐ-UBND", **envelope())
    assert "so-tai-chinh" not in {unit.code for unit in units(on=on)}
    assert unit_by_code("so-tai-chinh", on=on).full_name == "Sở Tài chính"
    assert standing_of(person, on=date(2026, 5, 31)).roles == {Role.UNIT_HEAD}
    assert standing_of(person, on=on).roles == frozenset()


def test_what_is_gone_is_not_dissolved_again(city, envelope, on):
    dissolve(unit=city.units["so-tai-chinh"], on=on, basis="", **envelope())
    with pytest.raises(UnknownUnit, match="01/06/2026"):
        dissolve(unit=city.units["so-tai-chinh"], on=on, basis="", **envelope())


def test_merged_communes_stay_readable(city, envelope, on):
    parts = (city.units["ubnd-26041"], city.units["ubnd-26242"])
    into = new_unit("ubnd-moi", body="ubnd", name="UBND xã Tân Trảng", place="26242")
    whole = merge(units=parts, into=into, on=on, basis="03/NQ-HĐND", **envelope())
    history = history_of(whole, on=on)
    assert {(step.unit.code, step.on, step.basis) for step in history.was} == {
        ("ubnd-26041", on, "03/NQ-HĐND"),
        ("ubnd-26242", on, "03/NQ-HĐND"),
    }
    assert [step.unit.code for step in history_of(parts[0], on=on).became] == ["ubnd-moi"]
    assert not {"ubnd-26041", "ubnd-26242"} & {unit.code for unit in units(on=on)}


def test_the_merged_unit_takes_over_relations(city, envelope, on):
    city.person("hoa", unit="ubnd", role=Role.UNIT_HEAD)
    parts = (city.units["ubnd-26041"], city.units["ubnd-26242"])
    into = new_unit("ubnd-moi", body="ubnd", name="UBND xã Tân Trảng", place="26242")
    whole = merge(units=parts, into=into, on=on, basis="", **envelope())
    reach = standing_of(city.people["hoa"], on=on).scope.units
    assert whole in reach
    assert city.units["hoi-nong-dan-26041"] in reach  # it reported through a part, now through the whole


def test_one_unit_does_not_merge(city, envelope, on):
    into = new_unit("ubnd-moi", body="ubnd", name="UBND xã Tân Trảng", place="26242")
    unit = city.units["ubnd-26041"]
    with pytest.raises(TooFewToMerge):
        merge(units=(unit, unit), into=into, on=on, basis="", **envelope())


def test_a_commune_becomes_a_ward_and_its_units_follow(city, envelope):
    since = date(2026, 4, 30)
    renamed = reclassify(place="26242", new_type="phường", since=since, basis="237/NQ-UBTVQH16", **envelope())
    assert renamed == 2
    assert unit_by_code("ubnd-26242", on=since).full_name == "UBND phường Trảng Bom"
    assert unit_by_code("ubnd-26242", on=date(2026, 4, 29)).full_name == "UBND xã Trảng Bom"
    assert unit_by_code("ubnd-26041", on=since).full_name == "UBND xã Tân Triều"


def test_a_ward_does_not_become_a_ward(city, envelope, on):
    with pytest.raises(SameType, match="Trảng Bom đã là xã"):
        reclassify(place="26242", new_type="xã", since=on, basis="", **envelope())
    with pytest.raises(NoSuchPlace):
        reclassify(place="00000", new_type="xã", since=on, basis="", **envelope())


def test_a_place_is_mapped_once(city, envelope):
    with pytest.raises(PlaceOnMap, match="26041"):
        map_places(places=(new_place(code="26041", name="Tân Triều"),), since=SINCE, basis="", **envelope())


def test_the_same_key_founds_once(city, administrator, key, at, on):
    first = found(key=key, by=administrator, at=at, unit=THUE, since=on)
    assert found(key=key, by=administrator, at=at, unit=THUE, since=on) == first
