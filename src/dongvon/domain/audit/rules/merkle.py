"""The arithmetic of the daily seal: a Merkle root over the day's leaves, chained to the seal before."""

import hashlib
from collections.abc import Sequence
from datetime import date

EMPTY = hashlib.sha256(b"").digest()
LEAF_MARK, NODE_MARK, CHAIN_MARK = b"\x00", b"\x01", b"\x02"


def root(leaves: Sequence[bytes]) -> bytes:
    """Root of the tree over 32-byte leaves in order; an odd node climbs unpaired; no leaves give `EMPTY`.

    Leaves and inner nodes are hashed under different marks, so no inner node can pass for a leaf.
    """
    if not leaves:
        return EMPTY
    level = [hashlib.sha256(LEAF_MARK + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        above = [hashlib.sha256(NODE_MARK + left + right).digest() for left, right in pairs]
        level = above + ([level[-1]] if len(level) % 2 else [])
    return level[0]


def chained(*, previous: bytes, day: date, count: int, day_root: bytes) -> bytes:
    """The seal of a day: binds its root, its date and its number of events to the seal before."""
    written = day.isoformat().encode() + b"|" + str(count).encode()
    return hashlib.sha256(CHAIN_MARK + previous + written + day_root).digest()
