"""A free port is found; a port asked for by name is never replaced silently."""

import socket
from collections.abc import Iterator

import pytest

from dongvon.config.run.ports import PortTaken, answers, choose_port

HOST = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_taken_port_is_refused_when_asked_for(taken: int) -> None:
    with pytest.raises(PortTaken, match=f"PORT={taken + 1}"):
        choose_port(HOST, asked=taken, usual=8000)


def test_the_next_free_port_takes_the_place_of_the_usual(taken: int) -> None:
    chosen = choose_port(HOST, asked=None, usual=taken)
    assert taken < chosen <= taken + 20
    assert not answers(HOST, chosen)


def test_a_listener_answers(taken: int) -> None:
    assert answers(HOST, taken)
