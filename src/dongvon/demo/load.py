"""The whole demo: city, catalogue, plans, two years of reports, and what the branch made of them."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from dongvon.demo.catalogue.load import load_catalogue
from dongvon.demo.city.load import load_city
from dongvon.demo.city.loaded import TYPED_AT
from dongvon.demo.families.load import load_families
from dongvon.demo.groups.load import load_groups
from dongvon.demo.lists.load import load_list_law
from dongvon.demo.portfolio.figures import SCALES
from dongvon.demo.portfolio.load import load_portfolio
from dongvon.demo.road.load import load_road
from dongvon.demo.servicing.load import load_servicing
from dongvon.demo.story.city_report import report_to_city
from dongvon.demo.story.honours import honour
from dongvon.demo.story.inbox import handle_concerns
from dongvon.demo.story.keeping import pass_due, pass_lock, put_off, remind_in_time
from dongvon.demo.story.own_plans import send_own_plans
from dongvon.demo.story.people import Cast
from dongvon.demo.story.plans import annual_round, bring_into_force, earlier_paper, given_paper
from dongvon.demo.story.reports import tell_reports
from dongvon.demo.story.slots import define_slots
from dongvon.demo.story.years import Years, years_at
from dongvon.domain.units.queries.places import places
from dongvon.kernel import clock

Progress = Callable[[int, int], None]

#: About as many reports as two years have.
UNITS = 250


def load(*, plan_path: Path | None, progress: Progress) -> None:
    """Everything through the operations, each act dated when it happened; asked again, what is there is reused."""
    years = years_at(clock.now())
    cast = Cast(city=load_city())
    tally = _Tally(progress)
    earlier = earlier_paper(years)
    load_catalogue(maker=cast.called("bao"), checker=cast.called("lan"), at=earlier.activated_at)
    for paper, year in ((earlier, years.before), (given_paper(plan_path, years=years), years.last)):
        plan = bring_into_force(paper, cast=cast)
        if plan is not None:
            define_slots(plan, cast=cast, at=paper.activated_at)
            if year == years.last:  # nobody asks any more for plans under the one it replaced
                send_own_plans(plan, paper=paper, cast=cast)
            _tell_year(plan, year=year, cast=cast, years=years, tally=tally)


def load_loans(*, scale: str, on: date, progress: Progress) -> None:
    """The portfolio at one of SCALES with two years of history up to the business day `on`, in a loaded city.

    Asked again for the same scale and day, what is there is reused.
    """
    cast = Cast(city=load_city())
    load_servicing(maker=cast.called("bao"), checker=cast.called("lan"), at=TYPED_AT)
    known = frozenset(place.code for place in places(on=on))
    load_road(maker=cast.called("bao"), checker=cast.called("lan"), at=TYPED_AT, places=known)
    load_list_law(maker=cast.called("bao"), checker=cast.called("lan"), at=TYPED_AT)
    midnight = datetime.combine(on + timedelta(days=1), time(), tzinfo=clock.VIETNAM)
    load_portfolio(cast.city, scale=SCALES[scale], on=on, at=midnight, progress=progress)
    load_groups(cast.city, on=on, at=midnight)
    load_families(cast, on=on + timedelta(days=1))


class _Tally:
    """Counts units told, so that whoever watches sees how far it is."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.done = 0

    def __call__(self, count: int) -> None:
        self.done += count
        self.progress(min(self.done, UNITS), UNITS)


def _tell_year(plan: UUID, *, year: int, cast: Cast, years: Years, tally: _Tally) -> None:
    """A plan that asks for no yearly report has nothing to tell."""
    round_ = annual_round(plan, year=year)
    if round_ is None:
        return
    put_off(round_, cast=cast, years=years)
    tell_reports(round_, cast=cast, years=years, each=tally)
    remind_in_time(round_, years=years)
    pass_due(round_, years=years)
    handle_concerns(round_, plan=plan, cast=cast, years=years)
    report_to_city(round_, cast=cast, years=years)
    pass_lock(round_, years=years)
    honour(round_, cast=cast, years=years)
