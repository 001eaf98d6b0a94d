"""How units and posts come to their end."""

from datetime import date

from django.db.models import Q, QuerySet

from dongvon.domain.units.models import Edge, Post, Unit, UnitName
from dongvon.domain.units.operations.living import end
from dongvon.domain.units.vocabulary import EdgeKind, Role
from dongvon.kernel.refusals import Refusal


class LastAdministrator(Refusal):
    """Without an administrator nobody could ever appoint anybody."""

    text = "Đây là người quản trị cuối cùng; đề nghị giao vai trò quản trị cho người khác trước."


def close_unit(unit: Unit, *, on: date) -> None:
    """End a unit, its name, its relations (succession aside) and the posts in it."""
    end_posts(Post.objects.filter(unit=unit), on=on)
    end(UnitName.objects.filter(unit=unit), on=on)
    edges = Edge.objects.filter(Q(child=unit) | Q(parent=unit)).exclude(kind=EdgeKind.SUCCESSION)
    end(edges, on=on)
    end(Unit.objects.filter(pk=unit.pk), on=on)


def end_posts(posts: QuerySet[Post], *, on: date) -> int:
    """End posts, as long as somebody else keeps an administrator's."""
    administers = posts.filter(role=Role.ADMINISTRATOR, valid__contains=on)
    others = Post.objects.select_for_update().filter(role=Role.ADMINISTRATOR, valid__contains=on)
    if administers.exists() and not others.exclude(pk__in=administers).exists():
        raise LastAdministrator
    return end(posts, on=on)
