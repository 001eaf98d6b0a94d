"""Equal contents have one written form."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

import pytest

from dongvon.domain.audit.rules.canonical import canonical, digest, written
from dongvon.domain.audit.rules.mentions import identifiers

ROW = UUID("01930000-0000-7000-8000-000000000001")


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Line:
    unit: UUID
    amount: int


def test_written_form_by_hand() -> None:
    material = canonical({"line": Line(ROW, 5), "on": date(2026, 12, 14), "rate": Decimal("6.24"), "c": Colour.RED})
    assert written(material) == (
        '{"c":"red","line":{"amount":5,"unit":"01930000-0000-7000-8000-000000000001"},"on":"2026-12-14","rate":"6.24"}'
    )


def test_order_of_names_and_of_sets_does_not_matter() -> None:
    assert digest(canonical({"a": 1, "b": {3, 2}})) == digest(canonical({"b": {2, 3}, "a": 1}))


def test_one_is_not_true() -> None:
    assert digest(canonical({"a": 1})) != digest(canonical({"a": True}))


def test_files_are_known_by_their_digest() -> None:
    assert canonical(b"").startswith("sha256:e3b0c442")


def test_what_cannot_be_written_is_an_error() -> None:
    with pytest.raises(TypeError, match="object"):
        canonical({"a": object()})


def test_identifiers_are_found_at_any_depth_once() -> None:
    assert identifiers({"a": [str(ROW), {"b": str(ROW)}]}, "not one", None) == [ROW]
