"""What households would borrow in a year, summed up by commune and programme for the credit plan."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Sum

from dongvon.domain.lending.models import Need


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedSum:
    """Needs of one programme in one hamlet."""

    place: str
    place_name: str
    hamlet: str
    programme_name: str
    households: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    """One household's need."""

    year: int
    programme_name: str
    amount: int
    purpose: str


def summed_needs(year: int, *, place: str = "") -> list[NeedSum]:
    """Needs of a year by commune, or of one, by hamlet and programme, as far as the asker may see them."""
    found = Need.objects.filter(year=year, **({"place": place} if place else {}))
    rows = found.values("place", "place__name", "household__hamlet", "programme__name")
    return [
        NeedSum(
            place=row["place"],
            place_name=row["place__name"],
            hamlet=row["household__hamlet"],
            programme_name=row["programme__name"],
            households=row["households"],
            amount=int(row["asked"]),
        )
        for row in rows.annotate(households=Count("household", distinct=True), asked=Sum("amount")).order_by(
            "place__name", "household__hamlet", "programme__name"
        )
    ]


def needs_of(household: UUID) -> list[NeedRow]:
    """What a household said it would borrow, the latest year first."""
    rows = Need.objects.filter(household=household).select_related("programme").order_by("-year", "programme__code")
    return [
        NeedRow(year=row.year, programme_name=row.programme.name, amount=row.amount, purpose=row.purpose)
        for row in rows
    ]
