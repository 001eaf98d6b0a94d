"""How people are spoken of on the pages."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.people.vocabulary import Answer, Registry, RegistryField
from dongvon.domain.units.vocabulary import Role
from dongvon.interfaces.web.components.contract import Tone
from dongvon.kernel.identity import Doubt

KEEPERS = frozenset({Role.COMMUNE_OFFICER, Role.CREDIT_OFFICER})
WATCHERS = frozenset({Role.INSPECTOR, Role.BRANCH_DIRECTOR})

SEXES: dict[str, Promise | str] = {"male": _("Nam"), "female": _("Nữ")}
DOUBTS: dict[Doubt, Promise | str] = {
    Doubt.UNKNOWN_BIRTHPLACE: _("Ba số đầu của số định danh không có trong danh mục nơi đăng ký khai sinh."),
    Doubt.OTHER_BIRTH_YEAR: _("Năm sinh khác với năm trong số định danh."),
    Doubt.OTHER_SEX: _("Giới tính khác với số định danh."),
    Doubt.BORN_LATER: _("Số định danh ghi năm sinh ở tương lai."),
}
PURPOSES: dict[str, Promise | str] = {
    "loan": _("Khoản vay"),
    "group": _("Tổ tiết kiệm và vay vốn"),
    "request": _("Hồ sơ vay vốn"),
    "search": _("Tìm người"),
    "person": _("Xem hồ sơ cá nhân"),
    "household": _("Xem hộ"),
    "list": _("Xem danh sách"),
    "board": _("In thông báo niêm yết"),
    "import": _("Nhập tệp danh sách"),
    "verification": _("Xác minh với cơ sở dữ liệu quốc gia"),
}
REGISTRIES: dict[str, Promise | str] = {
    Registry.POPULATION: _("Cơ sở dữ liệu quốc gia về dân cư"),
    Registry.SOCIAL_SECURITY: _("Cơ sở dữ liệu an sinh xã hội"),
}
FIELDS: dict[str, Promise | str] = {
    RegistryField.RESIDENCE: _("Nơi cư trú"),
    RegistryField.DEATH: _("Ngày mất"),
    RegistryField.BENEFIT: _("Trợ giúp xã hội đang hưởng"),
}
ANSWERS: dict[str, tuple[Promise | str, Tone]] = {
    Answer.MATCH: (_("Khớp"), "good"),
    Answer.MISMATCH: (_("Không khớp"), "bad"),
    Answer.NOT_FOUND: (_("Không có"), "warn"),
    "": (_("Chưa có kết quả hoặc đã hết hạn dùng"), "plain"),
}
