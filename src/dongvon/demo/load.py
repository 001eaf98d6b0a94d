"""The whole demo: the city, its plans, two years of reports, and what the branch made of them."""

from collections.abc import Callable
from pathlib import Path

from dongvon.demo.city.load import load_city
from dongvon.demo.story.people import Cast
from dongvon.demo.story.plans import annual_round, bring_into_force, earlier_paper, given_paper
from dongvon.demo.story.reports import tell_reports
from dongvon.demo.story.slots import define_slots
from dongvon.demo.story.years import years_at
from dongvon.kernel import clock

Progress = Callable[[int, int], None]


def load(*, plan_path: Path | None, progress: Progress) -> None:
    """Everything through the operations, each act dated when it happened; asked again, what is there is reused."""
    years = years_at(clock.now())
    city = load_city()
    cast = Cast(city=city)
    earlier = earlier_paper(years)
    before = bring_into_force(earlier, cast=cast)
    define_slots(before, cast=cast, at=earlier.activated_at)
    given = given_paper(plan_path, years=years)
    done = 0

    def told(count: int) -> None:
        nonlocal done
        done += count
        progress(done, 250)

    first = annual_round(before, year=years.before)
    if first:
        tell_reports(first, cast=cast, years=years, each=told)
    plan = bring_into_force(given, cast=cast, supersedes=(before,))
    define_slots(plan, cast=cast, at=given.activated_at)
    last = annual_round(plan, year=years.last)
    if last:
        tell_reports(last, cast=cast, years=years, each=told)
