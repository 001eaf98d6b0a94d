"""Dismiss somebody from a post: from a day on it is no longer held."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.units.models import Post
from dongvon.domain.units.operations.ending import end_posts
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal


class PostEnded(Refusal):
    """There is no such post, or it has ended."""

    text = "Vai trò này đã kết thúc hoặc không có; đề nghị tải lại trang."


@operation(allowed={Role.ADMINISTRATOR, Role.SYSTEM})
def dismiss(*, key: UUID, by: Actor, at: datetime, post: UUID, on: date, reason: str) -> None:
    """End the post; `on` is the first day it is not held. Refuses PostEnded, LastAdministrator."""
    if not end_posts(Post.objects.select_for_update().filter(pk=post), on=on):
        raise PostEnded
