"""Whether a group has the number of members that the rule of the day allows."""

from dongvon.kernel.refusals import Refusal


class WrongSize(Refusal):
    """Too few or too many."""

    text = "Tổ {code} có {members} tổ viên; theo quy định phải từ {fewest} đến {most}."
    field = "members"


def demand_size(members: int, *, code: str, fewest: int, most: int) -> None:
    """Refuses WrongSize. Source: entrustment exam bank, Nghị định 06/2026/NĐ-CP art. 30.2 (5 to 60 members)."""
    if not fewest <= members <= most:
        raise WrongSize(code=code, members=members, fewest=fewest, most=most)
