"""Finds a free port for the web pages."""

import socket

TRIED = 20


class PortTaken(RuntimeError):
    """Somebody else listens on the port that was asked for by name."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Cổng {port} đang có chương trình khác dùng. Hãy chọn cổng khác: make demo PORT={port + 1}\n"
            f"Port {port} is taken; choose another: make demo PORT={port + 1}"
        )


def choose_port(host: str, *, asked: int | None, usual: int) -> int:
    """The asked port or `PortTaken`; without one, the usual port or the next free one."""
    if asked is not None:
        if not _is_free(host, asked):
            raise PortTaken(asked)
        return asked
    for port in range(usual, usual + TRIED):
        if _is_free(host, port):
            return port
    raise PortTaken(usual)


def answers(host: str, port: int) -> bool:
    """Whether somebody accepts connections there."""
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def _is_free(host: str, port: int) -> bool:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError:
            return False
    return True
