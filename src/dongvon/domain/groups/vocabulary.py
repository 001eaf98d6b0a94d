"""Words about groups that other packages may use."""

from enum import StrEnum


class Grade(StrEnum):
    """The class of a savings and credit group: Yếu, Trung bình, Khá, Tốt."""

    WEAK = "weak"
    AVERAGE = "average"
    FAIR = "fair"
    GOOD = "good"
