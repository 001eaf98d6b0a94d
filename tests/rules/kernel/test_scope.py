"""A scope reaches nothing unless said."""

from uuid import UUID

from dongvon.kernel.scope import NOTHING, Scope

HOA, HERE, THERE = UUID(int=1), UUID(int=2), UUID(int=3)


def test_no_membership_no_rows():
    assert not NOTHING.reaches_unit(HERE)
    assert not NOTHING.reaches_commune(HERE)
    assert not NOTHING.reaches_group(HERE)


def test_everything_reaches_all():
    assert Scope(everything=True).reaches_commune(HERE)


def test_two_posts_reach_both():
    here = Scope(person=HOA, units=frozenset({HERE}), communes=frozenset({HERE}), organisation=HERE)
    there = Scope(person=HOA, units=frozenset({THERE}), groups=frozenset({THERE}), organisation=THERE)
    both = here.joined(there)
    assert both.reaches_unit(HERE)
    assert both.reaches_unit(THERE)
    assert both.reaches_group(THERE)
    assert not both.reaches_commune(THERE)
    assert both.organisation is None
