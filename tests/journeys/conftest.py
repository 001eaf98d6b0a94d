"""A real browser before a running server, whose connections take the web's role."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from dongvon.config.database.connection import role_option
from dongvon.config.environment import DatabaseRole
from dongvon.domain.units.vocabulary import Role
from tests.interfaces.signing_in import sign_in
from tests.journeys.axe import DESK
from tests.operations.units.city import City, build_city

#: Playwright keeps an event loop in this thread, which only drives; the server answers from its own threads.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-smooth-scrolling"])
        yield chromium
        chromium.close()


@pytest.fixture
def city(transactional_db: None) -> City:
    with transaction.atomic():
        return build_city()


@pytest.fixture
def mai(city: City) -> UUID:
    """Chị Mai prepares the report of a commune."""
    with transaction.atomic():
        return city.person("mai", unit="ubnd-26041", role=Role.UNIT_REPORTER)


@pytest.fixture
def site(city: City, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address; what the server's threads open from now on runs as `dongvon_web`."""
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "options", role_option(DatabaseRole.WEB))
    return live_server.url


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """`visit("/gallery/", person=…, size=PHONE)` goes to a page; any complaint of the browser fails the test.

    One person keeps one window: what it has loaded and compiled serves the next page too.
    """
    windows: dict[object, Page] = {}
    complaints: list[str] = []

    def visited(path: str, *, person: UUID | None = None, size: dict[str, int] = DESK, **options: Any) -> Page:
        window = (person, *options.items())
        if window not in windows:
            windows[window] = open_window(browser, site, person=person, **options)
            listen(windows[window], complaints)
        windows[window].set_viewport_size(size)  # type: ignore[arg-type] # a dict of its two keys
        windows[window].goto(site + path)
        return windows[window]

    yield visited
    for page in windows.values():
        page.context.close()
    assert complaints == []


def open_window(browser: Browser, site: str, *, person: UUID | None, **options: Any) -> Page:
    """An empty page of somebody who is signed in, or of nobody."""
    context = browser.new_context(locale="vi-VN", **options)
    if person:
        context.add_cookies([{"name": "sessionid", "value": session_cookie(person), "url": site}])
    return context.new_page()


def listen(page: Page, complaints: list[str]) -> None:
    page.on("console", lambda message: complaints.append(message.text) if complains(message) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))


def complains(message: ConsoleMessage) -> bool:
    """An error in the console; a form that came back with its faults (422) is none."""
    return message.type == "error" and "status of 422" not in message.text


def session_cookie(person: UUID) -> str:
    """What the browser of somebody signed in with both factors sends."""
    client = Client()
    sign_in(client, person)
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)
