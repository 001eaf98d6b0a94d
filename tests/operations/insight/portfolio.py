"""Snapshots written by hand, so that every figure above them can be reckoned on paper."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from dongvon.domain.audit.vocabulary import SYSTEM
from dongvon.domain.groups.models import Group, Point
from dongvon.domain.insight.operations.measure import measure
from dongvon.domain.insight.queries.snapshots import unmeasured_months
from dongvon.domain.lending.models import Snapshot
from dongvon.domain.people.models import Person
from dongvon.domain.programmes.models import Programme, RateSeries
from dongvon.kernel.ids import new_id
from tests.operations.units.city import City

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
MILLION = 1_000_000
GROUP = UUID(int=41)
STOCKS = ("in_term", "overdue", "frozen", "owed_in_term", "owed_overdue", "owed_grace", "lent", "repaid", "interest")


@dataclass
class Portfolio:
    """Two communes, two programmes, two funds; amounts in millions."""

    city: City
    series: dict[tuple[str, str], int] = field(default_factory=dict)

    def programme(self, code: str) -> UUID:
        return Programme.objects.get(code=code).id

    def snapshot(
        self,
        day: date,
        *,
        place: str = "26041",
        organisation: str = "11",
        programme: str = "01",
        fund: str = "1",
        group: UUID = GROUP,
        loans: int = 1,
        overdue_loans: int = 0,
        **millions: int,
    ) -> None:
        assert millions.keys() <= set(STOCKS)
        Snapshot.objects.create(
            day=day,
            unit_id=self.city.units["pgd-trang-bom"],
            place=place,
            organisation=organisation,
            series_id=self.series[programme, fund],
            group_id=group,
            loans=loans,
            overdue_loans=overdue_loans,
            **{name: millions.get(name, 0) * MILLION for name in STOCKS},
        )

    def measured(self) -> None:
        measure(key=new_id(), by=SYSTEM, at=AT, months=tuple(unmeasured_months()))


def found_portfolio(city: City) -> Portfolio:
    """No snapshots yet."""
    found = Portfolio(city)
    for code, name in (("01", "Hộ nghèo"), ("06", "Nước sạch và vệ sinh nông thôn")):
        programme = Programme.objects.create(code=code, name=name, who="")
        for fund in ("1", "2"):
            series = RateSeries.objects.create(programme=programme, fund=fund, priority_class="ordinary")
            found.series[code, fund] = series.id
    return found


def tell_a_year(portfolio: Portfolio) -> None:
    """31/12/2025, 31/10/2026 and the running month up to 23/11/2026, as the tests of queries and pages reckon with."""
    portfolio.snapshot(date(2025, 12, 31), loans=10, in_term=900, overdue=100, owed_in_term=10)
    portfolio.snapshot(date(2025, 12, 31), loans=4, fund="2", in_term=200, owed_in_term=2)
    portfolio.snapshot(date(2026, 9, 30), loans=11, in_term=1_000, overdue=50, owed_in_term=12)
    portfolio.snapshot(date(2026, 10, 15), loans=11, in_term=990, overdue=50, lent=40, repaid=50, interest=3)
    portfolio.snapshot(
        date(2026, 10, 31), loans=11, overdue_loans=1, in_term=1_020, overdue=30, frozen=10, owed_in_term=13, interest=6
    )
    portfolio.snapshot(date(2026, 10, 31), loans=6, fund="2", in_term=260, owed_in_term=1, lent=60)
    other = UUID(int=42)
    portfolio.snapshot(
        date(2026, 11, 23),
        loans=12,
        overdue_loans=2,
        group=other,
        in_term=1_000,
        overdue=40,
        frozen=10,
        owed_in_term=14,
        owed_overdue=1,
        owed_grace=5,
        lent=70,
        repaid=30,
        interest=4,
    )
    portfolio.snapshot(date(2026, 11, 23), loans=7, fund="2", in_term=350, owed_in_term=1, lent=90)
    portfolio.snapshot(
        date(2026, 11, 23), loans=1, place="26242", organisation="99", programme="06", group=UUID(int=0), in_term=100
    )
    portfolio.measured()


def found_group(city: City, *, place: str = "26041", organisation: str = "14") -> UUID:
    """A group of two, enough to be looked at."""
    people = [
        Person.objects.create(
            full_name=name, birth_year=1970, sex="female", place_id=place, hamlet="Ấp 1", registered_at=AT
        )
        for name in ("Nguyễn Thị Mai", "Lê Thị Hoa")
    ]
    point = Point.objects.create(
        number=int(place), name="Tân Triều", place_id=place, unit_id=city.units["pgd-trang-bom"]
    )
    return Group.objects.create(
        code="0000041",
        organisation=organisation,
        place_id=place,
        hamlet="Ấp 1",
        point=point,
        leader=people[0],
        deputy=people[1],
        founded_on=date(2020, 1, 2),
        acceptance="01/QĐ-UBND",
    ).id
