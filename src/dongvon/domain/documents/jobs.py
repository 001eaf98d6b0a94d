"""Scheduled work of documents: a file that no row names does not lie in the storage for ever."""

import re
from collections.abc import Callable, Collection
from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import connection, transaction

from dongvon.domain.documents.queries.attachments import stored_places
from dongvon.kernel import clock

Named = Callable[[Collection[str]], Collection[str]]
#: A file is written before the row that names it; by then that row has come, or never will.
SETTLED = timedelta(days=1)
_OF_HASHES = re.compile(r"[0-9a-f]{2}")
_NOBODY_ATTACHES = "SELECT pg_advisory_xact_lock(20261, 5)"


def sweep_attachments() -> None:
    """Bytes of attachments whose row never came; nobody attaches the same bytes meanwhile."""
    if not default_storage.exists(""):
        return
    for folder in filter(_OF_HASHES.fullmatch, default_storage.listdir("")[0]):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_NOBODY_ATTACHES)
            sweep(folder, named=stored_places)


def sweep(folder: str, *, named: Named) -> int:
    """Delete the settled files of a folder of the storage that `named` does not give back; gives how many."""
    if not default_storage.exists(folder):
        return 0
    before = clock.now() - SETTLED
    places = [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]
    settled = [place for place in places if default_storage.get_modified_time(place) < before]
    lost = set(settled) - set(named(settled))
    for place in lost:
        default_storage.delete(place)
    return len(lost)
