"""When anybody of a unit was last here."""

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max

from dongvon.domain.units.models import Post


def last_sign_ins() -> dict[UUID, tuple[int, datetime | None]]:
    """For each unit with people the asker may see: how many they are, and the last time one signed in."""
    rows = Post.objects.filter(user__is_active=True).values("unit")
    counted = rows.annotate(people=Count("user", distinct=True), last=Max("user__last_login"))
    return {row["unit"]: (row["people"], row["last"]) for row in counted}
