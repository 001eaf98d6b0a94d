"""The side navigation: where each page is found; who sees an entry is what its page declared."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.interfaces.web.shell.access import access_of, views_by_name


@dataclass(frozen=True)
class Entry:
    """A link to the page that `{% url name %}` knows, with its word and its icon."""

    label: Promise | str
    name: str
    icon: str


@dataclass(frozen=True)
class Section:
    """Entries that belong together; a section without visible entries is not drawn."""

    label: Promise | str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Place:
    """An entry as one person sees it on one page."""

    label: str
    href: str
    icon: str
    current: bool


#: One line a page, in the order of a day's work.
SECTIONS: tuple[Section, ...] = (
    Section(
        _("Công việc"),
        (
            Entry(_("Việc hôm nay"), "home:today", "sun"),
            Entry(_("Báo cáo"), "report:owed", "report-analytics"),
            Entry(_("Ý kiến của đơn vị"), "inbox:mine", "message-question"),
            Entry(_("Xét duyệt báo cáo"), "desk:queue", "inbox"),
            Entry(_("Khó khăn, đề xuất"), "inbox:concerns", "message-circle"),
            Entry(_("Chờ quyết định"), "inbox:awaiting", "gavel"),
            Entry(_("Kế hoạch"), "plans:index", "clipboard-list"),
            Entry(_("Chỉ tiêu số liệu"), "slots:slots", "chart-bar"),
            Entry(_("Đôn đốc"), "followup:grid", "table"),
            Entry(_("Tổng hợp"), "consolidation:index", "report-analytics"),
            Entry(_("Khen thưởng"), "commendation:index", "award"),
        ),
    ),
    Section(
        _("Người dân"),
        (
            Entry(_("Tìm người"), "persons:find", "search"),
            Entry(_("Danh sách đối tượng"), "lists:index", "list-check"),
            Entry(_("Xác minh"), "persons:registry", "shield-lock"),
            Entry(_("Lượt xem dữ liệu"), "persons:log", "eye"),
        ),
    ),
    Section(
        _("Tín dụng"),
        (
            Entry(_("Bảng điều hành"), "insight:overview", "chart-bar"),
            Entry(_("Khoản vay"), "loans:loans", "report-money"),
            Entry(_("Đề nghị chờ quyết định"), "loans:petitions", "gavel"),
            Entry(_("Tổ của tôi"), "groups:mine", "users"),
            Entry(_("Việc của hội, đoàn thể"), "groups:duties", "list-check"),
            Entry(_("Tổ tiết kiệm và vay vốn"), "groups:index", "users"),
            Entry(_("Điểm giao dịch"), "groups:points", "map-pin"),
            Entry(_("Hồ sơ vay vốn"), "road:desk", "clipboard-list"),
            Entry(_("Đủ điều kiện, chưa vay"), "chances:communes", "user-search"),
            Entry(_("Nhu cầu vay vốn"), "road:needs", "chart-bar"),
            Entry(_("Xác nhận danh sách vay"), "road:confirming", "list-check"),
            Entry(_("Hạn mức nguồn vốn"), "funds:limits", "scale"),
            Entry(_("Chương trình tín dụng"), "catalogue:programmes", "book-2"),
            Entry(_("Quy định tín dụng"), "conditions:rules", "gavel"),
            Entry(_("Tiếp nhận danh mục"), "portfolio:index", "file-upload"),
            Entry(_("Đối chiếu số liệu"), "portfolio:compare", "git-compare"),
            Entry(_("Tải danh mục khoản vay"), "portfolio:out", "download"),
            Entry(_("Kiểm tra sử dụng vốn"), "checks:uses", "list-check"),
            Entry(_("Biểu mẫu"), "papers:shelf", "clipboard-list"),
            Entry(_("Nhật ký bút toán"), "books:journal", "list-check"),
            Entry(_("Cân đối tài khoản"), "books:balance", "scale"),
            Entry(_("Khóa sổ ngày"), "closing:index", "lock-check"),
        ),
    ),
    Section(
        _("Tổ chức"),
        (
            Entry(_("Danh bạ đơn vị"), "units:index", "building-community"),
            Entry(_("Người dùng và vai trò"), "people:index", "users"),
            Entry(_("Cách gọi đơn vị"), "aliases:index", "book-2"),
        ),
    ),
)


def navigation(request: Any) -> list[tuple[str, list[Place]]]:
    """The sections and places open to whoever asks, the present place marked."""
    standing = getattr(request, "standing", None)
    if standing is None:
        return []
    current = _current(request.path)
    drawn = [(str(section.label), _places(section, standing.roles, current)) for section in SECTIONS]
    return [(label, places) for label, places in drawn if places]


def _places(section: Section, roles: frozenset[str], current: str) -> list[Place]:
    views = views_by_name()
    return [
        Place(label=str(entry.label), href=_address(entry.name), icon=entry.icon, current=entry.name == current)
        for entry in section.entries
        if (access := access_of(views[entry.name])) and access.admits(roles)
    ]


@cache
def _address(name: str) -> str:
    """Looked up once: a page asks for each entry twice."""
    return reverse(name)


def _current(path: str) -> str:
    """The entry whose address is the longest beginning of this path; home only matches itself."""
    names = [entry.name for section in SECTIONS for entry in section.entries]
    fitting = [(len(_address(name)), name) for name in names if _begins(path, _address(name))]
    return max(fitting)[1] if fitting else ""


def _begins(path: str, address: str) -> bool:
    return path == address or (address != "/" and path.startswith(address))
