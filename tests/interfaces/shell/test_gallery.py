"""The gallery shows every component, and every component keeps its contract."""

import pytest
from django.test import Client

from dongvon.interfaces.web.components.actions import Button
from dongvon.interfaces.web.components.contract import UnfitComponent
from dongvon.interfaces.web.components.figures import Icon
from dongvon.interfaces.web.components.tags import COMPONENTS
from dongvon.interfaces.web.gallery.pages import EXAMPLES, entry


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_is_shown_with_its_states(name: str) -> None:
    shown = entry(name)
    assert shown.purpose
    assert shown.examples
    assert [example.state for example in shown.examples if not example.drawn.strip()] == []


def test_no_example_is_left_over() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.html")} == set(COMPONENTS)


@pytest.mark.django_db
def test_the_gallery_is_one_page_for_everybody(client: Client) -> None:
    page = client.get("/gallery/").content.decode()
    assert [name for name in COMPONENTS if f'id="{name}"' not in page] == []


def test_a_choice_outside_the_contract_fails_at_once() -> None:
    with pytest.raises(UnfitComponent, match=r"Button\.kind='loud'"):
        Button("Nộp", kind="loud")  # type: ignore[arg-type]


def test_an_icon_outside_the_sprite_fails_at_once() -> None:
    with pytest.raises(UnfitComponent, match="dragon"):
        Icon("dragon").html()


def test_an_unknown_argument_fails_at_once() -> None:
    with pytest.raises(TypeError):
        Button("Nộp", colour="red")  # type: ignore[call-arg]


def test_words_are_escaped() -> None:
    assert "<script>" not in str(Button("<script>", href="javascript:&quot;"))
