"""What a round is called on screen and paper."""

from dongvon.domain.workplan.rules.occasions import Occasion
from dongvon.domain.workplan.vocabulary import RoundKind

_TITLES = {
    RoundKind.ANNUAL: "Báo cáo năm {year}",
    RoundKind.HALF_YEARLY: "Báo cáo 6 tháng lần {number} năm {year}",
    RoundKind.QUARTERLY: "Báo cáo quý {number} năm {year}",
    RoundKind.MONTHLY: "Báo cáo tháng {number:02} năm {year}",
    RoundKind.DEADLINE: "Nhiệm vụ hạn {day}",
    RoundKind.MIDTERM: "Sơ kết năm {year}",
    RoundKind.FINAL: "Tổng kết năm {year}",
}


def title_of(occasion: Occasion) -> str:
    """The usual title of a round on an occasion."""
    return _TITLES[RoundKind(occasion.kind)].format(
        year=occasion.year, number=occasion.number, day=f"{occasion.named_on:%d/%m/%Y}"
    )
