"""Names for rows, minted by whoever asks and sortable by the time of asking."""

import secrets
import threading
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from dongvon.kernel import clock

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_COUNTER_BITS: Final = 12
_RANDOM_BITS: Final = 62
_mint = threading.Lock()
_last_tick = 0


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): 48 bits of milliseconds, 12 of their fraction, 62 random.

    Within one process each id is greater than the one before, whatever the system clock does.
    """
    tick = _next_tick()
    milliseconds, fraction = tick >> _COUNTER_BITS, tick & ((1 << _COUNTER_BITS) - 1)
    number = milliseconds << 80 | 0x7 << 76 | fraction << 64 | 0b10 << 62 | secrets.randbits(_RANDOM_BITS)
    return UUID(int=number)


def derived_id(key: UUID, name: str) -> UUID:
    """The id that belongs to `name` under `key`: the same two always give the same id."""
    return uuid5(key, name)


def _next_tick() -> int:
    global _last_tick
    with _mint:
        milliseconds, rest = divmod((clock.now() - _EPOCH) // timedelta(microseconds=1), 1_000)
        tick = milliseconds << _COUNTER_BITS | (rest << _COUNTER_BITS) // 1_000
        _last_tick = max(tick, _last_tick + 1)
        return _last_tick
