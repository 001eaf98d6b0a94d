"""A scope reaches nothing unless said."""

from uuid import UUID

from dongvon.kernel.scope import NOTHING, Scope

HERE, THERE = UUID(int=2), UUID(int=3)


def test_no_membership_no_rows():
    assert not NOTHING.reaches_unit(HERE)
    assert not NOTHING.reaches_group(HERE)


def test_everything_reaches_all():
    assert Scope(everything=True).reaches_unit(HERE)
    assert Scope(everything=True).reaches_group(HERE)


def test_a_post_reaches_its_own_rows_alone():
    post = Scope(units=frozenset({HERE}), groups=frozenset({THERE}))
    assert (post.reaches_unit(HERE), post.reaches_unit(THERE)) == (True, False)
    assert (post.reaches_group(THERE), post.reaches_group(HERE)) == (True, False)
