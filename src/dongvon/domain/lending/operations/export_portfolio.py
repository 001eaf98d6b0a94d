"""Give a portfolio out as a file; who did, how much of it, and whether with names is on record."""

from datetime import date, datetime
from uuid import UUID

from dongvon.domain.audit.operations.record import operation
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.lending.queries.portfolio import NAMING_ROLES
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.refusals import Refusal

EXPORT_ROLES = NAMING_ROLES | {Role.INSPECTOR, Role.CITY_LEADER}


class NamesNotForYou(Refusal):
    """Names go out only to those who work with borrowers."""

    text = "Vai trò của bạn không được tải danh mục có họ tên và thông tin cá nhân."


@operation(allowed=EXPORT_ROLES)
def export_portfolio(*, key: UUID, by: Actor, at: datetime, on: date, kind: str, named: bool, rows: int) -> int:
    """Put the export on record: its day, its kind of file, whether named, how many lines; nothing of their contents.

    The scope is the person's on that day, as PostgreSQL answered it. Refuses NamesNotForYou.
    """
    if named and not by.roles & NAMING_ROLES:
        raise NamesNotForYou
    return rows
