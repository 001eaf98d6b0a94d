"""Units belong together in several ways, for a time, and never in a circle."""

from datetime import date

import pytest

from dongvon.domain.units.operations.join import SuccessionIsMerging, join
from dongvon.domain.units.operations.joining import AlreadyJoined, JoinedInCircle, JoinedToItself
from dongvon.domain.units.operations.living import UnknownUnit
from dongvon.domain.units.operations.part import NotJoined, part
from dongvon.domain.units.queries.standing import standing_of
from dongvon.domain.units.vocabulary import EdgeKind, NewEdge, Role
from dongvon.kernel.ids import new_id


def edge(city, child: str, parent: str, kind: EdgeKind = EdgeKind.ADMINISTRATIVE) -> NewEdge:
    return NewEdge(child=city.units[child], parent=city.units[parent], kind=kind)


def test_a_relation_widens_the_reach_from_its_day_to_its_end(city, envelope, on):
    head = city.person("hoa", unit="so-tai-chinh", role=Role.UNIT_HEAD)
    below = city.units["pgd-trang-bom"]
    made = join(edge=edge(city, "pgd-trang-bom", "so-tai-chinh"), since=on, **envelope())
    assert below in standing_of(head, on=on).scope.units
    assert below not in standing_of(head, on=date(2026, 5, 31)).scope.units
    part(edge=made, on=date(2026, 7, 1), basis="04/QĐ-UBND", **envelope())
    assert below not in standing_of(head, on=date(2026, 7, 1)).scope.units


def test_service_areas_and_entrustment_give_no_reach(city, on):
    office = city.person("nam", unit="pgd-trang-bom", role=Role.UNIT_REPORTER)
    assert standing_of(office, on=on).scope.units == {city.units["pgd-trang-bom"]}


@pytest.mark.parametrize(
    ("child", "parent", "refusal"),
    [
        ("ubnd", "ubnd", JoinedToItself),
        ("ubnd", "so-tai-chinh", JoinedInCircle),
        ("so-tai-chinh", "ubnd", AlreadyJoined),
    ],
)
def test_senseless_relations_are_refused(city, envelope, on, child, parent, refusal):
    with pytest.raises(refusal):
        join(edge=edge(city, child, parent), since=on, **envelope())


def test_succession_is_not_written_by_hand(city, envelope, on):
    with pytest.raises(SuccessionIsMerging):
        join(edge=edge(city, "so-tai-chinh", "ubnd", EdgeKind.SUCCESSION), since=on, **envelope())


def test_strangers_are_not_joined(city, envelope, on):
    stranger = NewEdge(child=new_id(), parent=city.units["ubnd"], kind=EdgeKind.ADMINISTRATIVE)
    with pytest.raises(UnknownUnit):
        join(edge=stranger, since=on, **envelope())


def test_what_is_parted_is_not_parted_again(city, envelope, on):
    made = join(edge=edge(city, "pgd-trang-bom", "so-tai-chinh"), since=on, **envelope())
    part(edge=made, on=on, basis="", **envelope())
    with pytest.raises(NotJoined):
        part(edge=made, on=on, basis="", **envelope())
