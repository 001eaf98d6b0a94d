"""Whether a change leaves a group with as many members as the rule of the day allows."""

from datetime import date

from dongvon.domain.groups.models import Group, SizeRule
from dongvon.domain.groups.rules.size import demand_size
from dongvon.kernel.refusals import Refusal


class NoSizeRule(Refusal):
    """No rule says how many members a group may have on that day."""

    text = "Chưa có quy định về số tổ viên có hiệu lực ngày {day}."


def size_rule(on: date) -> SizeRule:
    """The rule in force. Refuses NoSizeRule."""
    rule = SizeRule.objects.filter(valid__contains=on).first()
    if rule is None:
        raise NoSizeRule(day=f"{on:%d/%m/%Y}")
    return rule


def demand_room(group: Group, *, on: date, change: int) -> None:
    """One more or one fewer member is within the rule. Refuses NoSizeRule, WrongSize."""
    rule = size_rule(on)
    members = group.members.filter(valid__contains=on).count()
    demand_size(members + change, code=group.code, fewest=rule.fewest, most=rule.most)
