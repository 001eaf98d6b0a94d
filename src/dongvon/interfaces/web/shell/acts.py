"""How a page writes: one operation, asked once under the key of the form, answered in words."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db import IntegrityError, transaction
from django.forms import BaseForm
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext

from dongvon.interfaces.web.shell.gate import Asked
from dongvon.kernel import clock
from dongvon.kernel.refusals import Refusal

R = TypeVar("R")

log = logging.getLogger(__name__)

KEY = "key"

#: What PostgreSQL says of a row that may exist once, or of two spans that may not overlap.
THERE_ALREADY = frozenset({"23505", "23P01"})


class Overtaken(Refusal):
    """Two wrote the same at once: both passed the verb's own check, and a constraint stopped the second."""

    text = "Dữ liệu này vừa được ghi ở cửa sổ khác hoặc bởi người khác. Hãy tải lại trang, nếu vẫn cần thì làm lại."


@dataclass(frozen=True)
class Outcome(Generic[R]):
    """What came of an act: a result, or the refusal that stopped it; true when done."""

    refusal: Refusal | None = None
    given: R | None = None

    def __bool__(self) -> bool:
        return self.refusal is None

    @property
    def result(self) -> R:
        """What the operation returned; only asked for when it was done."""
        assert self.refusal is None, "A refused act has no result."
        return cast(R, self.given)

    @property
    def told(self) -> str:
        """The refusal in the reader's language."""
        return "" if self.refusal is None else told(self.refusal)


def perform(
    request: Asked, operation: Callable[..., R], /, *, form: BaseForm | None = None, **arguments: Any
) -> Outcome[R]:
    """Ask one operation once, by the person signed in, now, under the key hidden in the form.

    A refusal is written onto `form` (at the field it names) or, without a form, kept to be shown at the
    top of the next page; in both cases nothing of the act remains in the database.
    """
    key = key_of(request)
    try:
        with transaction.atomic():
            return Outcome(given=operation(key=key, by=request.actor, at=clock.now(), **arguments))
    except Refusal as refusal:
        stopped = refusal
    except IntegrityError as fault:
        stopped = _overtaken(fault)
    _tell(request, form, stopped)
    return Outcome(refusal=stopped)


def answer(request: Asked, outcome: Outcome[Any], *, to: str, done: str | Promise, **place: Any) -> HttpResponse:
    """Say that it is done, when it is, and lead to the named page, whole window and all."""
    if outcome:
        messages.success(request, str(done))
    return led(request, redirect(to, **place))


def led(request: Asked, response: HttpResponseRedirect) -> HttpResponse:
    """The same redirect; a partial request moves the whole window instead of a part of it."""
    if not request.headers.get("HX-Request"):
        return response
    return HttpResponse(headers={"HX-Redirect": response.url})


def told(refusal: Refusal) -> str:
    """A refusal's words in the reader's language."""
    return refusal.told(gettext(refusal.text))


def key_of(request: Asked) -> UUID:
    """The key the form was given when it was drawn; a form without one did not come from our pages."""
    try:
        return UUID(request.POST[KEY])
    except (KeyError, ValueError) as fault:
        raise BadRequest("The form carries no key.") from fault


def _overtaken(fault: IntegrityError) -> Refusal:
    """Any other broken constraint is a fault of ours and stays one."""
    told = getattr(fault.__cause__, "diag", None)
    if told is None or told.sqlstate not in THERE_ALREADY:
        raise fault
    log.warning("Somebody was overtaken at %s.", told.constraint_name)
    return Overtaken()


def _tell(request: Asked, form: BaseForm | None, refusal: Refusal) -> None:
    if form is None:
        messages.error(request, told(refusal))
        return
    known = refusal.field if refusal.field in form.fields else None
    form.add_error(known, told(refusal))
