"""One written form for the contents of an operation, so that equal contents give equal digests."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any
from uuid import UUID


def canonical(value: Any) -> Any:
    """`value` as plain JSON material; bytes become their SHA-256, sets sorted lists, withheld fields nothing."""
    if value is None or (isinstance(value, bool | int | str) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return "sha256:" + hashlib.sha256(value).hexdigest()
    return _composite(value)


def _composite(value: Any) -> Any:
    if isinstance(value, UUID | Decimal | Fraction | float):
        return str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): canonical(item) for name, item in value.items()}
    if is_dataclass(value):
        told = (field for field in fields(value) if not field.metadata.get("withheld"))
        return {field.name: canonical(getattr(value, field.name)) for field in told}
    return _series(value)


def _series(value: Any) -> list[Any]:
    if isinstance(value, set | frozenset):
        return sorted((canonical(item) for item in value), key=written)
    if isinstance(value, list | tuple):
        return [canonical(item) for item in value]
    raise TypeError(f"An operation cannot record a {type(value).__name__}.")


def written(material: Any) -> str:
    """JSON with sorted keys and no spare blanks."""
    return json.dumps(material, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(material: Any) -> bytes:
    """SHA-256 of the written form, 32 bytes."""
    return hashlib.sha256(written(material).encode()).digest()
