"""`operation`: the decorator that makes a verb recorded, permitted and idempotent."""

import inspect
from collections.abc import Callable, Collection
from contextvars import ContextVar
from functools import cached_property, update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar, cast, get_type_hints
from uuid import UUID

from django.db import connection
from psycopg.types.json import Jsonb
from pydantic import TypeAdapter

from dongvon.domain.audit.rules.canonical import canonical, digest
from dongvon.domain.audit.rules.mentions import identifiers
from dongvon.domain.audit.vocabulary import Actor
from dongvon.kernel.refusals import Refusal

P = ParamSpec("P")
R = TypeVar("R")

#: Arguments that name or time the request and are no part of what is asked.
ENVELOPE = frozenset({"key", "by", "at"})

_running: ContextVar[bool] = ContextVar("an operation is running", default=False)


class NotAllowed(Refusal):
    """The actor holds no role that may do this."""

    text = "Vai trò hiện tại của bạn không được làm việc này. Hãy nhờ người có thẩm quyền trong đơn vị."


class KeyReused(Refusal):
    """The key was used before with other contents."""

    text = "Yêu cầu này đã được gửi trước đó với nội dung khác. Hãy tải lại trang rồi gửi lại."


class KeyInFlight(Refusal):
    """Another transaction finished the same request a moment ago; asking again gives its result."""

    text = "Yêu cầu này vừa được xử lý ở một cửa sổ khác. Hãy tải lại trang để xem kết quả."


def operation(*, allowed: Collection[str]) -> Callable[[Callable[P, R]], "Operation[P, R]"]:
    """Make a function of `operations/` the one way its change of state happens.

    The decorated verb takes `key` (UUID minted by the client), `by` (Actor), and `at` (aware moment) or
    `on` (business date), all by keyword, inside the caller's transaction. The same key with the same
    contents gives the first result again. An operation called by another belongs to the outer event.
    Refuses with NotAllowed, KeyReused, KeyInFlight.
    """

    def decorate(verb: Callable[P, R]) -> Operation[P, R]:
        return Operation(verb, frozenset(allowed))

    return decorate


class Operation(Generic[P, R]):
    """A recorded verb; calling it runs it once for each key."""

    def __init__(self, verb: Callable[P, R], allowed: frozenset[str]) -> None:
        self.verb = verb
        self.allowed = allowed
        self.name = f"{verb.__module__.split('.')[2]}.{verb.__name__.rstrip('_')}"
        self.parameters = inspect.signature(verb).parameters
        update_wrapper(self, verb)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        if _running.get():
            return self.verb(*args, **kwargs)
        by = cast(Actor, kwargs["by"])
        if not by.roles & self.allowed:
            raise NotAllowed
        assert connection.in_atomic_block, "The caller of an operation opens the transaction."
        contents = {name: canonical(value) for name, value in kwargs.items() if name not in ENVELOPE}
        fingerprint = digest([self.name, str(by.person), str(by.unit), contents])
        seen = _first_record(cast(UUID, kwargs["key"]))
        if seen is None:
            return self._run_and_record(by, contents, fingerprint, kwargs)
        if bytes(seen[0]) != fingerprint:
            raise KeyReused
        return self._result.validate_python(seen[1], strict=False)

    def _run_and_record(self, by: Actor, contents: dict[str, Any], fingerprint: bytes, arguments: dict[str, Any]) -> R:
        token = _running.set(True)
        try:
            result = self.verb(**arguments)  # type: ignore[call-arg]  # ParamSpec cannot say "by keyword"
        finally:
            _running.reset(token)
        plain = self._result.dump_python(result, mode="json")
        _record(
            key=arguments["key"],
            verb=self.name,
            person=by.person,
            unit=by.unit,
            at=arguments.get("at"),
            contents=Jsonb(contents),
            digest=fingerprint,
            result=None if plain is None else Jsonb(plain),
            about=identifiers(contents, plain),
        )
        return result

    @cached_property
    def _result(self) -> TypeAdapter[R]:
        return TypeAdapter(get_type_hints(self.verb)["return"])


def _first_record(key: UUID) -> tuple[bytes, Any] | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT digest, result::text FROM audit_event WHERE key = %s", [key])
        row = cursor.fetchone()
    if row is None:
        return None
    return row[0], None if row[1] is None else TypeAdapter(Any).validate_json(row[1])


def _record(**columns: Any) -> None:
    names = ", ".join(columns)
    marks = ", ".join(f"%({name})s" for name in columns)
    statement = f"INSERT INTO audit_event ({names}) VALUES ({marks}) ON CONFLICT (key) DO NOTHING"  # noqa: S608 - names are ours
    with connection.cursor() as cursor:
        cursor.execute(statement, columns)
        if cursor.rowcount == 0:
            raise KeyInFlight
