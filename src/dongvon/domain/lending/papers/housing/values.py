"""What the lists of the housing set are filled with: requests of one commune side by side, and a public draw."""

from typing import Any

from dongvon.domain.lending.papers.file_values import named, person_marks, titles_of
from dongvon.domain.lending.papers.setting import Setting
from dongvon.domain.lending.papers.wording import dong, long_day
from dongvon.domain.lending.queries.files import File
from dongvon.domain.lending.queries.lotteries import LotteryRow
from dongvon.domain.lending.queries.road_papers import home_lines
from dongvon.kernel.money import amount_in_words


def housing_list_values(file: File, setting: Setting) -> dict[str, Any]:
    """The marks of 03/NƠXH: this request and those of the commune that stand beside it."""
    lines, titles = home_lines(file.row.id, on=setting.on), titles_of(file, setting.on)
    total = sum(line.file.amount for line in lines)
    return {
        **person_marks(file, setting),
        "lines": [
            {
                "name": line.file.borrower_name,
                "hamlet": line.file.hamlet,
                "identity": line.masked_number,
                "grounds": named(line.grounds, titles),
                "purpose": line.file.purpose,
                "worth": dong(line.value or None),
                "amount": dong(line.file.amount),
                "months": str(line.file.term_months),
            }
            for line in lines
        ],
        "total": dong(total),
        "total_in_words": amount_in_words(total),
        "count": str(len(lines)),
    }


def draw_values(held: LotteryRow, *, office: str, place: str, titles: dict[str, str]) -> dict[str, Any]:
    """The marks of a public draw's minutes."""
    return {
        "programme": held.programme_name,
        "office": office,
        "place": place,
        "day": long_day(held.held_on),
        "venue": held.venue,
        "plan": dong(held.plan),
        "plan_in_words": amount_in_words(held.plan),
        "wanted": dong(sum(lot.amount for lot in held.lots)),
        "witnesses": ", ".join(held.witnesses),
        "seed": held.seed,
        "minutes": held.minutes or "không có.",
        "lots": [
            {
                "rank": lot.rank,
                "name": lot.borrower_name,
                "ground": titles.get(lot.ground, "") if lot.ground else "Bốc thăm",
                "amount": dong(lot.amount),
                "result": "Được chọn" if lot.selected else "Chờ lần sau",
            }
            for lot in held.lots
        ],
    }
