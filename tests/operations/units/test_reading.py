"""Mentions resolve to the real units of a day, and aliases are remembered."""

from datetime import date

import pytest

from dongvon.domain.units.operations.forget_alias import AliasUnknown, forget_alias
from dongvon.domain.units.operations.learn_alias import EmptyMention, UnknownTarget, learn_alias
from dongvon.domain.units.queries.aliases import aliases, known_mentions
from dongvon.domain.units.queries.resolve import resolve


def codes(target: str, *, level: str | None, on: date) -> list[str]:
    return [unit.code for unit in resolve(target, level=level, on=on)]


def test_a_body_is_one_unit_in_the_city_and_one_a_commune(city, on):
    assert codes("ubnd", level="commune", on=on) == ["ubnd-26041", "ubnd-26242"]
    assert codes("ubnd", level="city", on=on) == ["ubnd"]
    assert (
        codes("ubnd", level="all", on=on)
        == codes("ubnd", level=None, on=on)
        == [
            "ubnd",
            "ubnd-26041",
            "ubnd-26242",
        ]
    )


def test_a_class_is_its_members_at_its_levels(city, on):
    assert codes("so-ban-nganh", level=None, on=on) == ["so-tai-chinh"]
    assert codes("so-ban-nganh", level="commune", on=on) == []
    assert codes("to-chuc-nhan-uy-thac", level="all", on=on) == [
        "hoi-nong-dan",
        "hoi-nong-dan-26041",
        "hoi-nong-dan-26242",
    ]


def test_a_code_is_that_unit(city, on):
    assert codes("ubnd-26041", level=None, on=on) == ["ubnd-26041"]
    assert codes("ubnd-26041", level="city", on=on) == []
    assert codes("nobody", level=None, on=on) == []


def test_before_the_founding_there_is_nobody(city):
    assert codes("ubnd", level=None, on=date(2025, 6, 30)) == []


def test_an_alias_is_learnt_without_accents_and_relearnt(city, envelope):
    learn_alias(mention="Sở  TC", target="so-tai-chinh", **envelope())
    first = learn_alias(mention="so tc", target="ubnd", **envelope())
    assert known_mentions() == {"so tc": "ubnd"}
    assert [alias.id for alias in aliases()] == [first]
    forget_alias(alias=first, **envelope())
    assert known_mentions() == {}
    with pytest.raises(AliasUnknown):
        forget_alias(alias=first, **envelope())


def test_an_alias_stands_for_something(city, envelope):
    with pytest.raises(UnknownTarget, match="so-abc"):
        learn_alias(mention="Sở ABC", target="so-abc", **envelope())
    with pytest.raises(EmptyMention):
        learn_alias(mention="  ", target="ubnd", **envelope())
