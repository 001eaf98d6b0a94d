"""Who may lead a group. Source: the bank's questions for examining entrusted organisations (about 2022)."""

from collections.abc import Collection
from uuid import UUID

from dongvon.domain.groups.vocabulary import Declared
from dongvon.kernel.refusals import Refusal


class Related(Refusal):
    """Leader and deputy are spouses, parent and child, or siblings."""

    text = "Tổ trưởng và tổ phó không được là vợ chồng, cha mẹ - con, anh chị em ruột của nhau."
    field = "deputy"


class OnStandingCommittee(Refusal):
    """Somebody sits on the standing committee of the commune's organisation."""

    text = "Thường trực hội, đoàn thể cấp xã không được tham gia ban quản lý tổ."
    field = "leader"


class LeadsElsewhere(Refusal):
    """Somebody leads a group of another bank."""

    text = "Người đang là tổ trưởng tổ vay vốn của ngân hàng khác không được tham gia ban quản lý tổ."
    field = "leader"


def demand_board(leader: UUID, deputy: UUID, *, declared: Declared, households: Collection[tuple[UUID, UUID]]) -> None:
    """`households` pairs persons with the household they live in: two of one household are taken for kin.

    Refuses Related, OnStandingCommittee, LeadsElsewhere.
    """
    homes = dict(households)
    together = leader in homes and homes[leader] == homes.get(deputy)
    if declared.related or together:
        raise Related
    if declared.on_standing_committee:
        raise OnStandingCommittee
    if declared.leads_elsewhere:
        raise LeadsElsewhere
