"""How much a request may bring: a body larger than its page takes is turned away before a byte of it is kept."""

from typing import Any, Final

from django.contrib.auth import SESSION_KEY
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from dongvon.interfaces.web.shell.access import MEGABYTES, access_of

MEGABYTE: Final = 1024**2
STRANGERS_MEGABYTES: Final = 1


class Bounded(FileUploadHandler):
    """The first of Django's upload handlers; the page says how much, a stranger brings no files at all."""

    def handle_raw_input(
        self,
        input_data: Any,  # noqa: ARG002 - Django's contract
        META: Any,  # noqa: ARG002, N803 - as above
        content_length: int,
        *_: Any,
        **__: Any,
    ) -> None:
        """Look at what is announced; the server reads no more than that."""
        if content_length > _megabytes(self.request) * MEGABYTE:
            raise RequestDataTooBig("The body is larger than this page takes.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002 - Django's contract
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The next handler keeps it."""


def _megabytes(request: Any) -> int:
    if SESSION_KEY not in request.session:
        return STRANGERS_MEGABYTES
    access = access_of(request.resolver_match.func) if request.resolver_match else None
    return access.megabytes if access else MEGABYTES
