"""Who may see a page, said beside the page; a page that says nothing is shown to nobody."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, wraps
from typing import Any, Concatenate, ParamSpec, Protocol

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver

from dongvon.domain.units.vocabulary import Role

P = ParamSpec("P")


class Audience(StrEnum):
    """For whom a page is made; the folders under `interfaces/web` are named after them."""

    PUBLIC = "public"  # everybody, signed in or not
    DOOR = "door"  # the pages of signing in, before the second factor
    SIGNED_IN = "signed_in"  # whoever holds an account
    UNIT = "unit"
    BRANCH = "branch"
    CITY = "city"
    COUNCIL = "council"
    LENDING = "lending"  # walks the road to a loan; each page says which roles
    OVERSIGHT = "oversight"  # reads all the work, writes none of it
    ADMINISTRATION = "administration"


_ROLES: dict[Audience, frozenset[str]] = {
    Audience.UNIT: frozenset({Role.UNIT_REPORTER, Role.UNIT_HEAD}),
    Audience.BRANCH: frozenset({Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR}),
    Audience.CITY: frozenset({Role.CITY_LEADER}),
    Audience.COUNCIL: frozenset({Role.COUNCIL_MEMBER}),
    Audience.OVERSIGHT: frozenset(
        {Role.BRANCH_OFFICER, Role.BRANCH_DIRECTOR, Role.CITY_LEADER, Role.INSPECTOR},
    ),
    Audience.ADMINISTRATION: frozenset({Role.ADMINISTRATOR}),
}

#: How much a request to a page may bring when the page does not say: its files are of 20 MB, and are told so in words.
MEGABYTES = 64

#: Audiences that ask for no role.
OPEN = frozenset({Audience.PUBLIC, Audience.DOOR})


@dataclass(frozen=True, kw_only=True)
class Access:
    """Who may see a page: an audience, and the roles of it that may; `charts` lets a drawing style itself.

    `megabytes` is the most that a request to it may bring.
    """

    audience: Audience
    roles: frozenset[str]
    charts: bool = False
    megabytes: int = MEGABYTES

    def admits(self, roles: Collection[str]) -> bool:
        """Whether somebody signed in with these roles may see it."""
        return self.audience in OPEN or self.audience is Audience.SIGNED_IN or bool(self.roles & set(roles))


class View(Protocol):
    """A function that answers a request."""

    def __call__(self, request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase: ...


Written = Callable[Concatenate[Any, P], HttpResponseBase]


def page(
    *, audience: Audience, roles: Collection[str] = (), charts: bool = False, megabytes: int = MEGABYTES
) -> Callable[[Written[P]], Written[P]]:
    """Declare a view for an audience; `roles` replaces the usual roles of that audience."""
    admitted = frozenset(roles) or _ROLES.get(audience, frozenset())
    access = Access(audience=audience, roles=admitted, charts=charts, megabytes=megabytes)

    def declare(view: Written[P]) -> Written[P]:
        @wraps(view)
        def declared(request: Any, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            return view(request, *args, **kwargs)

        declared.access = access  # type: ignore[attr-defined] # read back by access_of
        return declared

    return declare


def public_page(view: Written[P]) -> Written[P]:
    """Declare a view for everybody."""
    return page(audience=Audience.PUBLIC)(view)


def declared_as(audience: Audience, patterns: list[Any]) -> list[Any]:
    """The same URL patterns of a library, each view declared for `audience`."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            declared_as(audience, pattern.url_patterns)
        else:
            pattern.callback = page(audience=audience)(pattern.callback)
    return patterns


def access_of(view: object) -> Access | None:
    """What a view declared, or None for one that forgot."""
    return getattr(view, "access", None)


@cache
def views_by_name() -> dict[str, Any]:
    """Each named view under the name that `{% url %}` takes."""
    return {name: pattern.callback for name, pattern in walk(get_resolver()) if not name.endswith(":")}


def walk(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """All URL patterns below a resolver with their full names; a nameless one ends in its namespace's colon."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from walk(entry, inner)
        else:
            yield f"{space}{entry.name or ':'}", entry
