"""The tables of people."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from dongvon.domain.people.queries.persons import MemberRow, PastListing
from dongvon.domain.people.queries.verifications import AnswerRow, VerificationRow
from dongvon.domain.people.queries.viewings import ViewingRow
from dongvon.domain.people.vocabulary import PersonRow
from dongvon.interfaces.web.components.actions import Link
from dongvon.interfaces.web.components.reading import Fact
from dongvon.interfaces.web.components.status import Badge
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column
from dongvon.interfaces.web.components.values import date_shown
from dongvon.interfaces.web.lists.words import ENDINGS, KINDS, ORIGINS
from dongvon.interfaces.web.people.words import ANSWERS, FIELDS, PURPOSES, REGISTRIES, SEXES


def found_table(rows: list[PersonRow]) -> dict[str, Any]:
    """Whoever was found."""
    return {
        "columns": (
            Column(_("Họ và tên"), leads=True),
            Column(_("Ngày sinh")),
            Column(_("Số định danh")),
            Column(_("Thôn, ấp")),
            Column(_("Xã, phường")),
        ),
        "rows": tuple(
            (
                Link(row.full_name, href=reverse("persons:person", args=[row.id])),
                row.birth,
                row.masked_number,
                row.hamlet,
                row.place_name,
            )
            for row in rows
        ),
        "empty": Empty(
            _("Không tìm thấy ai"),
            text=_("Chỉ tìm trong xã, phường bạn phụ trách. Hãy gõ ít chữ hơn, có dấu hay không đều được."),
            icon="search",
        ),
    }


def person_facts(row: PersonRow) -> tuple[Fact, ...]:
    """One person, fact by fact; of the number only its end."""
    return (
        Fact(_("Họ và tên"), row.full_name),
        Fact(_("Ngày sinh"), row.birth),
        Fact(_("Giới tính"), SEXES[row.sex]),
        Fact(_("Số định danh"), row.masked_number or None),
        Fact(_("Thôn, ấp"), row.hamlet),
        Fact(_("Xã, phường"), row.place_name),
        Fact(_("Ngày mất"), row.died_on),
    )


def home_table(rows: list[MemberRow]) -> dict[str, Any]:
    """The households somebody lived in."""
    return {
        "columns": (
            Column(_("Mã hộ"), leads=True),
            Column(_("Quan hệ với chủ hộ")),
            Column(_("Từ ngày"), kind="date"),
            Column(_("Đến trước ngày"), kind="date"),
        ),
        "rows": tuple(
            (
                Link(row.code, href=reverse("persons:household", args=[row.household])),
                row.relation,
                row.from_on,
                row.until_on,
            )
            for row in rows
        ),
        "empty": Empty(_("Chưa thuộc hộ nào"), icon="home"),
    }


def member_table(rows: list[MemberRow]) -> dict[str, Any]:
    """Who lives in a household."""
    return {
        "columns": (
            Column(_("Họ và tên"), leads=True),
            Column(_("Quan hệ với chủ hộ")),
            Column(_("Từ ngày"), kind="date"),
            Column(_("Đến trước ngày"), kind="date"),
        ),
        "rows": tuple(
            (
                Link(row.full_name, href=reverse("persons:person", args=[row.person])),
                _relation(row),
                row.from_on,
                row.until_on,
            )
            for row in rows
        ),
        "empty": Empty(_("Hộ chưa có thành viên"), icon="users"),
    }


def _relation(row: MemberRow) -> str:
    if row.died_on is None:
        return row.relation
    return _("%(relation)s, mất ngày %(day)s") % {"relation": row.relation, "day": date_shown(row.died_on)}


def listing_table(rows: list[PastListing]) -> dict[str, Any]:
    """The certified lists somebody is or was on."""
    return {
        "columns": (
            Column(_("Danh sách"), leads=True),
            Column(_("Năm")),
            Column(_("Quyết định")),
            Column(_("Từ ngày"), kind="date"),
            Column(_("Đến trước ngày"), kind="date"),
            Column(_("Vào vì")),
            Column(_("Ra vì")),
        ),
        "rows": tuple(
            (
                Link(KINDS[row.kind], href=reverse("lists:detail", args=[row.list_id])),
                str(row.year),
                row.decision,
                row.from_on,
                row.until_on,
                ORIGINS[row.origin],
                ENDINGS[row.ending] if row.ending else "",
            )
            for row in rows
        ),
        "empty": Empty(_("Không có tên trong danh sách nào đã chứng nhận"), icon="list-check"),
    }


def viewing_table(rows: list[ViewingRow], *, names: Mapping[UUID, str]) -> dict[str, Any]:
    """Who looked, when, what for."""
    return {
        "columns": (
            Column(_("Lúc"), leads=True),
            Column(_("Ai xem")),
            Column(_("Việc")),
            Column(_("Số người"), kind="number"),
            Column(_("Hình thức")),
        ),
        "rows": tuple(
            (
                row.at,
                names.get(row.person, ""),
                PURPOSES.get(row.purpose, row.purpose),
                row.count,
                Badge(_("Tải tệp về"), tone="warn", icon="download") if row.exported else _("xem trên trang"),
            )
            for row in rows
        ),
        "empty": Empty(_("Chưa có lượt xem nào"), icon="eye"),
    }


def verification_table(rows: list[VerificationRow]) -> dict[str, Any]:
    """The requests to national databases."""
    return {
        "columns": (
            Column(_("Gửi đến"), leads=True),
            Column(_("Căn cứ")),
            Column(_("Mục đích")),
            Column(_("Thông tin cần biết thêm")),
            Column(_("Lúc hỏi")),
            Column(_("Dùng đến hết ngày"), kind="date"),
            Column(_("Số người"), kind="number"),
            Column(_("Kết quả")),
        ),
        "rows": tuple(
            (
                Link(REGISTRIES[row.registry], href=reverse("persons:verification", args=[row.id])),
                row.basis,
                row.purpose,
                ", ".join(str(FIELDS[field]) for field in row.fields),
                row.asked_at,
                row.expires_on,
                row.people,
                Badge(_("khớp %d") % row.matched, tone="good")
                if row.answered_at
                else Badge(_("Chờ trả lời"), tone="warn"),
            )
            for row in rows
        ),
        "empty": Empty(_("Chưa có yêu cầu xác minh nào"), icon="shield-lock"),
    }


def answer_table(rows: list[AnswerRow]) -> dict[str, Any]:
    """What was answered of each."""
    return {
        "columns": (Column(_("Họ và tên"), leads=True), Column(_("Kết quả")), Column(_("Thông tin trả lời"))),
        "rows": tuple(
            (
                Link(row.full_name, href=reverse("persons:person", args=[row.person])),
                Badge(ANSWERS[row.answer][0], tone=ANSWERS[row.answer][1]),
                ", ".join(f"{FIELDS[field]}: {value}" for field, value in row.told.items() if field in FIELDS),
            )
            for row in rows
        ),
        "empty": Empty(_("Không có ai"), icon="users"),
    }
