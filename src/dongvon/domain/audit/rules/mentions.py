"""Which rows an operation was about: every identifier among its contents and its result."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID


def identifiers(*materials: Any) -> list[UUID]:
    """The distinct UUIDs found anywhere in canonical material, in order of appearance, 50 at most."""
    found: dict[UUID, None] = {}
    for material in materials:
        for text in _texts(material):
            if len(text) == 36 and (identifier := _uuid(text)):
                found[identifier] = None
            if len(found) == 50:
                return list(found)
    return list(found)


def _texts(material: Any) -> Iterator[str]:
    if isinstance(material, str):
        yield material
    elif isinstance(material, dict):
        for item in material.values():
            yield from _texts(item)
    elif isinstance(material, list):
        for item in material:
            yield from _texts(item)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
