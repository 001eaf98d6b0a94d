"""Serves the few files our pages need out of node_modules, under names that do not change."""

import builtins
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage, Storage

PACKAGES = Path(__file__).resolve().parents[5] / "node_modules"
FONT = "@fontsource/be-vietnam-pro/files/be-vietnam-pro"

#: Address below the static root → file below node_modules.
SERVED: dict[str, str] = {
    "vendor/tabler.css": ".dongvon/tabler.css",
    "vendor/icons.svg": ".dongvon/icons.svg",
    "vendor/htmx.js": "htmx.org/dist/htmx.min.js",
    "vendor/echarts.js": "echarts/dist/echarts.common.min.js",
    **{
        f"vendor/be-vietnam-pro/be-vietnam-pro-{subset}-{weight}-normal.woff2": f"{FONT}-{subset}-{weight}-normal.woff2"
        for subset in ("latin", "vietnamese")
        for weight in (400, 600)
    },
}


class PackageFinder(BaseFinder):
    """A staticfiles finder that knows exactly the files in `SERVED`."""

    def find(self, path: str, *given: Any, **named: Any) -> Any:
        place = PACKAGES / SERVED[path] if path in SERVED else None
        found = str(place) if place and place.is_file() else None
        return ([found] if found else []) if any(given) or any(named.values()) else found

    def list(self, _: Any) -> Iterator[tuple[str, Storage]]:
        for address, source in SERVED.items():
            yield address, _One(location=str(PACKAGES / Path(source).parent), source=Path(source).name)

    def check(self, **_: Any) -> "builtins.list[CheckMessage]":
        return []


class _One(FileSystemStorage):
    """The folder of one package file, where that file is found by whatever address it is asked for."""

    def __init__(self, *, location: str, source: str) -> None:
        super().__init__(location=location)
        self.source = source

    def path(self, _: str) -> str:
        return str(Path(self.location) / self.source)
