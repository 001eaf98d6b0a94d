"""What the demo loads once and finds again: the city with its plan, then the loans at one scale."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import click

from dongvon.config.environment import ENVIRONMENT
from dongvon.config.run.steps import say, step
from dongvon.kernel import clock
from dongvon.kernel.refusals import Refusal

STALE = "Nếu dữ liệu demo là của phiên bản cũ, hãy làm lại từ đầu: make demo RESET=1"
USUAL_SCALE = "city"
CITY = ENVIRONMENT.home / "loaded"
LOANS = ENVIRONMENT.home / "loans"
MARKS = (CITY, LOANS)

#: Called between two parts of the work; raises when the person at the terminal wants to stop.
Obey = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The loans that were begun: at which scale, up to which day, and whether all of them are there."""

    scale: str
    on: date
    whole: bool = False

    @classmethod
    def found(cls) -> "Portfolio | None":
        """The one this home has; None before the first."""
        if not LOANS.exists():
            return None
        scale, on, state = LOANS.read_text().split()
        return cls(scale, date.fromisoformat(on), state == "whole")

    def keep(self) -> None:
        """Remember it for the next start."""
        LOANS.write_text(f"{self.scale} {self.on} {'whole' if self.whole else 'begun'}")


def refuse_other_scale(scale: str | None) -> None:
    """Another scale means other loans, and what is on the books stays on the books."""
    there = Portfolio.found()
    if there and scale not in {None, there.scale}:
        raise click.ClickException(
            f"Dữ liệu khoản vay mẫu đang ở quy mô {there.scale}. "
            f"Muốn đổi sang {scale} thì làm lại từ đầu: make demo SCALE={scale} RESET=1"
        )


def load_city(plan: Path | None, *, obey: Obey) -> None:
    """A city that is already there for this plan is reused; loading is made of repeatable operations."""
    wanted = hashlib.sha256(plan.read_bytes()).hexdigest() if plan else "sample"
    if CITY.exists() and CITY.read_text() == wanted:
        say("  ✓ Dữ liệu mẫu đã có sẵn")
        return
    from dongvon.demo.load import load

    _watched("Dựng thành phố mẫu", partial(load, plan_path=plan), obey=obey)
    CITY.write_text(wanted)


def load_loans(scale: str | None, *, obey: Obey) -> None:
    """Loans up to yesterday, once; a start that was cut short goes on with the day it had begun with."""
    portfolio = Portfolio.found() or Portfolio(scale or USUAL_SCALE, clock.today() - timedelta(days=1))
    if portfolio.whole:
        say(f"  ✓ Khoản vay mẫu đã có sẵn, quy mô {portfolio.scale}")
        return
    from dongvon.demo.load import load_loans as load

    portfolio.keep()
    what = f"Dựng khoản vay mẫu với hai năm lịch sử, quy mô {portfolio.scale}"
    _watched(what, partial(load, scale=portfolio.scale, on=portfolio.on), obey=obey)
    replace(portfolio, whole=True).keep()


def _watched(what: str, load: Callable[..., None], *, obey: Obey) -> None:
    """A long step that tells how far it is, and stops between two parts when it is told to."""
    with step(what) as report:

        def progress(done: int, total: int) -> None:
            obey()
            report(done, total)

        try:
            load(progress=progress)
        except Refusal as refusal:
            raise click.ClickException(f"{refusal}\n{STALE}") from refusal
