"""The arithmetic of the daily seal."""

import hashlib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dongvon.domain.audit.rules import merkle

LEAVES = st.lists(st.binary(min_size=32, max_size=32), max_size=40)


def _sha(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def test_three_leaves_by_hand() -> None:
    a, b, c = (bytes([letter]) * 32 for letter in b"abc")
    pair = _sha(b"\x01", _sha(b"\x00", a), _sha(b"\x00", b))
    assert merkle.root([a, b, c]) == _sha(b"\x01", pair, _sha(b"\x00", c))


def test_no_events_still_have_a_root() -> None:
    assert merkle.root([]) == _sha(b"")


@given(LEAVES, st.integers(min_value=0), st.binary(min_size=32, max_size=32))
def test_changing_any_leaf_changes_the_root(leaves: list[bytes], place: int, other: bytes) -> None:
    if not leaves:
        return
    changed = list(leaves)
    changed[place % len(leaves)] = other
    assert (merkle.root(changed) == merkle.root(leaves)) == (changed == leaves)


@given(LEAVES)
def test_dropping_the_last_leaf_changes_the_root(leaves: list[bytes]) -> None:
    if leaves:
        assert merkle.root(leaves[:-1]) != merkle.root(leaves)


def test_the_chain_binds_day_count_and_predecessor() -> None:
    facts = {"previous": merkle.EMPTY, "day": date(2026, 12, 14), "count": 3, "day_root": b"r" * 32}
    seal = merkle.chained(**facts)
    others = {"previous": b"x" * 32, "day": date(2026, 12, 15), "count": 4, "day_root": b"s" * 32}
    for name, value in others.items():
        assert merkle.chained(**(facts | {name: value})) != seal
