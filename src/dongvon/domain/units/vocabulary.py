"""Words about organisations: bodies known by name, levels, edges, roles."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class Level(StrEnum):
    """The tier of the administration at which a body exists."""

    CITY = "city"
    COMMUNE = "commune"


class EdgeKind(StrEnum):
    """How one unit is joined to another, from child to parent."""

    ADMINISTRATIVE = "administrative"  # trực thuộc hành chính
    PROFESSIONAL = "professional"  # ngành dọc
    ENTRUSTMENT = "entrustment"  # nhận ủy thác với ngân hàng
    SERVICE_AREA = "service_area"  # phòng giao dịch phục vụ xã
    REPORTS_THROUGH = "reports_through"  # gửi kết quả qua đơn vị đầu mối
    SUCCESSION = "succession"  # đơn vị cũ nhập vào đơn vị mới


class Role(StrEnum):
    """What a post lets its holder do."""

    UNIT_REPORTER = "unit_reporter"  # cán bộ đầu mối: prepares the unit's report
    UNIT_HEAD = "unit_head"  # thủ trưởng đơn vị: submits it
    BRANCH_OFFICER = "branch_officer"  # cán bộ tổng hợp của chi nhánh: accepts or returns
    BRANCH_DIRECTOR = "branch_director"  # giám đốc chi nhánh: activates plans, signs the city report
    CITY_LEADER = "city_leader"  # lãnh đạo UBND thành phố: decides what is sent up
    COUNCIL_MEMBER = "council_member"  # hội đồng thi đua - khen thưởng
    INSPECTOR = "inspector"  # reads everything, writes nothing
    ACCOUNTANT = "accountant"  # kế toán: books, closes the day
    TELLER = "teller"  # giao dịch viên: receives and pays out
    CREDIT_OFFICER = "credit_officer"  # cán bộ tín dụng: prepares loans
    CREDIT_CONTROLLER = "credit_controller"  # trưởng phòng kế hoạch - nghiệp vụ: controls them
    OFFICE_DIRECTOR = "office_director"  # giám đốc phòng giao dịch: approves them
    COMMUNE_OFFICER = "commune_officer"  # công chức xã theo dõi giảm nghèo: keeps lists, prepares confirmations
    COMMUNE_CHAIR = "commune_chair"  # chủ tịch UBND cấp xã: certifies lists, confirms requests
    ORGANISATION_OFFICER = "organisation_officer"  # cán bộ hội, đoàn thể nhận ủy thác: attends, checks, urges
    GROUP_LEADER = "group_leader"  # tổ trưởng, tổ phó Tổ TK&VV: keeps one group
    ADMINISTRATOR = "administrator"  # accounts and posts, no business rows
    SYSTEM = "system"  # scheduled work


#: Roles that may approve or accept: a second factor is required to sign in with them.
APPROVING_ROLES = frozenset(
    {
        Role.UNIT_HEAD,
        Role.BRANCH_OFFICER,
        Role.BRANCH_DIRECTOR,
        Role.CITY_LEADER,
        Role.COUNCIL_MEMBER,
        Role.ACCOUNTANT,
        Role.TELLER,
        Role.CREDIT_OFFICER,
        Role.CREDIT_CONTROLLER,
        Role.OFFICE_DIRECTOR,
        Role.COMMUNE_OFFICER,
        Role.COMMUNE_CHAIR,
        Role.ADMINISTRATOR,
    }
)

#: Roles whose holders see the rows of every unit.
ALL_SEEING_ROLES = frozenset(
    {
        Role.BRANCH_OFFICER,
        Role.BRANCH_DIRECTOR,
        Role.CITY_LEADER,
        Role.COUNCIL_MEMBER,
        Role.INSPECTOR,
    }
)


@dataclass(frozen=True)
class Body:
    """A body that plans address by name; at commune level one unit per commune stands behind it.

    `key` is canonical; `names` are the forms in which documents mention it, the official one first;
    `{city}` and `{tier}` in a name stand for the city's name and its tier ("thành phố", "tỉnh").
    """

    key: str
    names: tuple[str, ...]
    levels: frozenset[Level]
    department: bool = False  # one of "các sở"


@dataclass(frozen=True)
class UnitClass:
    """A group of bodies named as one ("các sở, ban, ngành"); resolves to units at a date."""

    key: str
    names: tuple[str, ...]
    members: tuple[str, ...]  # keys of bodies
    levels: frozenset[Level]


@dataclass(frozen=True, kw_only=True)
class NewUnit:
    """A unit to be founded; `since` where it differs from the day of founding the others."""

    code: str
    body: str
    level: Level
    full_name: str
    short_name: str
    place: str | None = None
    since: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewEdge:
    """A relation to be made, from the lower or earlier unit to the higher or later one."""

    child: UUID
    parent: UUID
    kind: EdgeKind
    basis: str = ""
    since: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewPlace:
    """A commune to be put on the map, with the type it has from the first day on."""

    code: str
    name: str
    type: str
    area_km2: Decimal
    latitude: Decimal
    longitude: Decimal
    former_province: str


@dataclass(frozen=True, kw_only=True)
class NewFormerPlace:
    """A territory that became part of the place `became`; one that was split is told once for each part."""

    code: str
    name: str
    type: str
    district: str
    province: str
    became: str


@dataclass(frozen=True, kw_only=True)
class NewPerson:
    """Somebody of a staff list: the account to be opened, and the post to be given with it."""

    email: str
    full_name: str
    unit: UUID
    role: Role
    title: str
    group: UUID | None = None  # the one that a leader keeps


CITY, COMMUNE = frozenset({Level.CITY}), frozenset({Level.COMMUNE})
BOTH = frozenset({Level.CITY, Level.COMMUNE})


def _department(key: str, name: str, *others: str) -> Body:
    return Body(key=key, names=(name, *others), levels=CITY, department=True)


DEPARTMENTS: tuple[Body, ...] = (
    _department("so-tai-chinh", "Sở Tài chính"),
    _department("so-noi-vu", "Sở Nội vụ"),
    _department("so-tu-phap", "Sở Tư pháp"),
    _department("so-cong-thuong", "Sở Công Thương"),
    _department("so-xay-dung", "Sở Xây dựng"),
    _department("so-y-te", "Sở Y tế"),
    _department("so-khoa-hoc-cong-nghe", "Sở Khoa học và Công nghệ"),
    _department("so-giao-duc-dao-tao", "Sở Giáo dục và Đào tạo"),
    _department("so-nong-nghiep-moi-truong", "Sở Nông nghiệp và Môi trường"),
    _department("so-dan-toc-ton-giao", "Sở Dân tộc và Tôn giáo"),
    _department(
        "so-van-hoa-the-thao-du-lich",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Văn hóa Thể thao và Du lịch",
    ),
)

BODIES: tuple[Body, ...] = (
    *DEPARTMENTS,
    Body("thanh-tra", ("Thanh tra {tier}",), CITY, department=True),
    Body("van-phong-ubnd", ("Văn phòng UBND {tier}", "Văn phòng Ủy ban nhân dân {tier}"), CITY, department=True),
    Body(
        "ban-quan-ly-khu-cong-nghiep",
        ("Ban Quản lý các khu công nghiệp, khu kinh tế", "Ban Quản lý các khu công nghiệp"),
        CITY,
        department=True,
    ),
    Body("cong-an", ("Công an",), BOTH),
    Body("bao-hiem-xa-hoi", ("Bảo hiểm xã hội",), CITY),
    Body("thue", ("Thuế", "Cục Thuế"), CITY),
    Body(
        "ngan-hang-nha-nuoc",
        (
            "Ngân hàng Nhà nước Chi nhánh Khu vực 2",
            "Ngân hàng Nhà nước Chi nhánh Khu vực",
            "Ngân hàng Nhà nước",
        ),
        CITY,
    ),
    Body(
        "bao-phat-thanh-truyen-hinh",
        (
            "Báo và Phát thanh, Truyền hình {city}",
            "Báo và Phát thanh Truyền hình {city}",
            "Báo và Phát thanh, Truyền hình",
            "Đài Phát thanh và Truyền hình",
        ),
        CITY,
    ),
    Body("co-quan-bao-chi", ("các cơ quan báo chí đóng trên địa bàn {tier}", "các cơ quan báo chí"), CITY),
    Body(
        "mttq",
        (
            "Ủy ban Mặt trận Tổ quốc Việt Nam",
            "Ủy ban MTTQ Việt Nam",
            "UBMTTQ Việt Nam",
            "Mặt trận Tổ quốc Việt Nam",
            "Mặt trận Tổ quốc",
        ),
        BOTH,
    ),
    Body("hoi-nong-dan", ("Hội Nông dân",), BOTH),
    Body("hoi-phu-nu", ("Hội Liên hiệp Phụ nữ", "Hội LHPN", "Hội Phụ nữ"), BOTH),
    Body("hoi-cuu-chien-binh", ("Hội Cựu chiến binh",), BOTH),
    Body(
        "doan-thanh-nien",
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Đoàn TNCS Hồ Chí Minh", "Đoàn Thanh niên"),
        BOTH,
    ),
    Body("hdnd", ("Hội đồng nhân dân", "HĐND"), BOTH),
    Body("ubnd", ("Ủy ban nhân dân", "UBND"), BOTH),
    Body(
        "ban-dai-dien",
        (
            "Ban Đại diện Hội đồng quản trị Ngân hàng CSXH",
            "Ban Đại diện Hội đồng quản trị Ngân hàng Chính sách xã hội",
            "Ban Đại diện Hội đồng quản trị",
            "Ban đại diện HĐQT",
        ),
        BOTH,
    ),
    Body(
        "nhcsxh-chi-nhanh",
        (
            "Chi nhánh Ngân hàng CSXH",
            "Chi nhánh Ngân hàng Chính sách xã hội",
            "Chi nhánh NHCSXH",
            "Ngân hàng Chính sách xã hội chi nhánh",
        ),
        CITY,
    ),
    Body(
        "nhcsxh-pgd",
        (
            "Phòng giao dịch Ngân hàng CSXH",
            "Phòng giao dịch Ngân hàng Chính sách xã hội",
            "Phòng giao dịch NHCSXH",
        ),
        COMMUNE,
    ),
    Body(
        "phong-ban-cap-xa",
        ("các phòng, ban, ngành chức năng", "các phòng, ban chức năng", "các phòng, ban chuyên môn"),
        COMMUNE,
    ),
    Body("to-tkvv", ("Tổ Tiết kiệm và Vay vốn", "Tổ TK&VV"), COMMUNE),
)

ENTRUSTED = ("hoi-nong-dan", "hoi-phu-nu", "hoi-cuu-chien-binh", "doan-thanh-nien")

CLASSES: tuple[UnitClass, ...] = (
    UnitClass(
        "so-ban-nganh",
        ("các sở, ban, ngành", "các sở, ngành", "các cơ quan chuyên môn"),
        (*(body.key for body in BODIES if body.department), "cong-an", "bao-hiem-xa-hoi", "thue"),
        CITY,
    ),
    UnitClass("to-chuc-chinh-tri-xa-hoi", ("các tổ chức chính trị - xã hội",), ENTRUSTED, BOTH),
    UnitClass(
        "to-chuc-nhan-uy-thac",
        ("các tổ chức chính trị - xã hội nhận ủy thác", "các hội, đoàn thể nhận ủy thác"),
        ENTRUSTED,
        BOTH,
    ),
)
