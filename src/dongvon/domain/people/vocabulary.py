"""Words about people: how they are registered, how they are shown, and the lists that entitle them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from dongvon.domain.audit.vocabulary import WITHHELD
from dongvon.domain.units.vocabulary import Role
from dongvon.kernel.confidence import Confidence
from dongvon.kernel.refusals import Refusal


class ListKind(StrEnum):
    """Whom a beneficiary list names."""

    POOR = "poor"  # hộ nghèo
    NEAR_POOR = "near_poor"  # hộ cận nghèo
    ESCAPED = "escaped"  # hộ mới thoát nghèo
    AVERAGE = "average"  # hộ có mức sống trung bình
    STUDENT = "student"  # học sinh, sinh viên có hoàn cảnh khó khăn
    RELEASED = "released"  # người chấp hành xong án phạt tù, theo danh sách của công an
    UNABLE = "unable"  # hộ không có khả năng lao động
    OTHER = "other"  # đối tượng khác


#: Kinds that hamlets discuss and that are posted in public before the commune decides.
REVIEWED: Final = frozenset({ListKind.POOR, ListKind.NEAR_POOR, ListKind.ESCAPED, ListKind.AVERAGE})

#: Kinds that name persons; the others name households.
OF_PERSONS: Final = frozenset({ListKind.STUDENT, ListKind.RELEASED})

#: Kinds shown to few roles and never posted; `people_meets_restricted` in `sql/install.sql` says so to the database.
RESTRICTED: Final = frozenset({ListKind.RELEASED})


#: Roles that meet them, within their scope.
MEETS_RESTRICTED: Final = frozenset(
    {Role.COMMUNE_CHAIR, Role.CREDIT_OFFICER, Role.CREDIT_CONTROLLER, Role.OFFICE_DIRECTOR}
)


class ListState(StrEnum):
    """How far a list has come; each step is taken by one verb."""

    DRAFT = "draft"  # being drawn up, hamlet by hamlet
    POSTED = "posted"  # in public, objections are heard
    LAID = "laid"  # before the chair
    CERTIFIED = "certified"  # decided, and final


class Origin(StrEnum):
    """How somebody came onto a list."""

    KEPT = "kept"  # vẫn thuộc diện như kỳ trước
    FOUND_NEW = "found_new"  # phát sinh
    FELL_BACK = "fell_back"  # tái nghèo, tái cận nghèo
    CHANGED = "changed"  # chuyển từ loại khác
    MOVED_IN = "moved_in"  # chuyển đến
    ESCAPED = "escaped"  # thoát nghèo, thoát cận nghèo


class Registry(StrEnum):
    """A national database that can be asked by file."""

    POPULATION = "population"  # cơ sở dữ liệu quốc gia về dân cư
    SOCIAL_SECURITY = "social_security"  # cơ sở dữ liệu an sinh xã hội


class Answer(StrEnum):
    """What a national database says of one person."""

    MATCH = "match"  # khớp
    MISMATCH = "mismatch"  # có người mang số này nhưng thông tin khác
    NOT_FOUND = "not_found"  # không có


class RegistryField(StrEnum):
    """What may be asked beside match or mismatch; no more than a purpose needs."""

    RESIDENCE = "residence"  # nơi cư trú
    DEATH = "death"  # ngày mất
    BENEFIT = "benefit"  # trợ giúp xã hội đang hưởng


class Ending(StrEnum):
    """Why somebody left a list."""

    ESCAPED = "escaped"  # thoát nghèo, thoát cận nghèo
    CHANGED = "changed"  # chuyển sang loại khác
    MOVED_AWAY = "moved_away"  # chuyển đi
    DIED = "died"  # đã mất
    EXPIRED = "expired"  # hết thời hạn
    RENEWED = "renewed"  # sang danh sách kỳ sau
    MISTAKEN = "mistaken"  # xét lại, không đúng đối tượng


class Measure(StrEnum):
    """What a standard measures."""

    POVERTY = "poverty"  # chuẩn nghèo, cận nghèo
    AVERAGE = "average"  # mức sống trung bình


class Area(StrEnum):
    """The two kinds of commune that standards tell apart."""

    RURAL = "rural"  # xã
    URBAN = "urban"  # phường


class Limit(StrEnum):
    """Terms that law sets in days or months."""

    POSTING_DAYS = "posting_days"  # niêm yết công khai, ngày làm việc
    ESCAPED_MONTHS = "escaped_months"  # mới thoát nghèo, tháng
    STOP_DAYS = "stop_days"  # dừng xử lý dữ liệu sau khi rút đồng ý, ngày


#: What is read to a person before they agree (Luật 91/2025/QH15, điều 6; Nghị định 356/2025/NĐ-CP): purposes, sources,
#: what is sensitive, how long it is kept, and how to take it back. Another text is another version.
CONSENT_VERSION: Final = "01/2026"
CONSENT_NOTICE: Final = (
    "Ngân hàng Chính sách xã hội và UBND cấp xã dùng dữ liệu của ông, bà để xét, cho vay, thu nợ và báo cáo về "
    "tín dụng chính sách: họ tên, ngày sinh, giới tính, nơi ở, số định danh, điện thoại, quan hệ trong hộ.\n"
    "Dữ liệu nhạy cảm cũng được dùng: dân tộc, hoàn cảnh khó khăn, thông tin vay nợ và giao dịch.\n"
    "Nguồn: ông, bà khai; danh sách của UBND cấp xã; cơ sở dữ liệu quốc gia khi có căn cứ pháp lý.\n"
    "Lưu trong thời gian vay và thời hạn luật định sau khi trả hết nợ. Chỉ người có nhiệm vụ được xem, mỗi lần xem đều "
    "được ghi lại. Ông, bà có quyền xem, sửa và rút lại sự đồng ý tại UBND cấp xã hoặc phòng giao dịch; việc đã làm "
    "trước khi rút vẫn có giá trị."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardDraft:
    """A standard to be stated: income over … up to … đồng per head and month, from a day until before another."""

    measure: Measure
    area: Area
    from_on: date
    until_on: date | None = None
    place: str | None = None
    over: int
    up_to: int
    deprivations: int | None = None
    basis: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRow:
    """A row of a workbook that can be taken: a person, the household's code if given, and the row of its head."""

    row: int
    code: str
    name: str
    number: str
    birth: tuple[int, int | None, int | None]
    sex: str
    hamlet: str
    relation: str
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong or doubtful about a row, in words; a fault keeps the workbook from being taken."""

    row: int
    column: int | None
    told: Refusal
    fault: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRow:
    """Somebody on a certified list: since when, by which decision; `until_on` is the first day no longer."""

    kind: ListKind
    household: UUID | None
    person: UUID | None
    from_on: date
    until_on: date | None
    list: UUID
    decision: str
    decided_on: date
    certified: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """A person to be registered; a birth date may be known by its year alone, the number may be missing."""

    id: UUID
    full_name: str
    birth_year: int
    birth_month: int | None = None
    birth_day: int | None = None
    sex: str
    place: str
    hamlet: str
    personal_number: str = field(default="", metadata=WITHHELD)
    phone: str = field(default="", metadata=WITHHELD)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person as lists show one: never the whole number; `same_as` is the record this one was united with."""

    id: UUID
    full_name: str
    birth: str
    sex: str
    place: str
    place_name: str
    hamlet: str
    masked_number: str
    died_on: date | None
    same_as: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryLine:
    """One person of a request file to a national database."""

    line: int
    number: str
    full_name: str
    birth: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryAnswer:
    """One line of an answer file: the person's line in the request, the answer, and the fields told."""

    line: int
    answer: Answer
    told: dict[str, str]
