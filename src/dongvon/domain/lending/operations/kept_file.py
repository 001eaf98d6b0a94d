"""A file of loans on its way into the storage, piece by piece: it is never whole in memory."""

import hashlib
import tempfile
from collections.abc import Iterable
from typing import NamedTuple, Self

from django.core.files.base import File
from django.core.files.storage import default_storage

from dongvon.kernel.ids import new_id


class KeptFile(NamedTuple):
    """The SHA-256 of the bytes, and where they lie."""

    file_hash: str
    stored_as: str

    @classmethod
    def of(cls, chunks: Iterable[bytes]) -> Self:
        """Written before the row that names it: a transaction that fails leaves at most a file nobody points at,
        which `jobs.sweep_files` deletes."""
        digest = hashlib.sha256()
        with tempfile.TemporaryFile() as waiting:
            for chunk in chunks:
                digest.update(chunk)
                waiting.write(chunk)
            waiting.seek(0)
            stored_as = default_storage.save(f"portfolio/{new_id()}", File(waiting))
        return cls(digest.hexdigest(), stored_as)
