"""What bodies, levels, relations and roles are called on the pages of administration."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.units.vocabulary import BODIES, CLASSES, EdgeKind, Level

LEVELS: dict[str, Promise] = {Level.CITY: _("Thành phố"), Level.COMMUNE: _("Cấp xã")}

#: A relation as the lower unit tells it, and as the higher one does.
RELATIONS: dict[str, tuple[Promise, Promise]] = {
    EdgeKind.ADMINISTRATIVE: (_("Trực thuộc"), _("Đơn vị trực thuộc")),
    EdgeKind.PROFESSIONAL: (_("Ngành dọc cấp trên"), _("Ngành dọc cấp dưới")),
    EdgeKind.ENTRUSTMENT: (_("Nhận ủy thác với"), _("Đơn vị nhận ủy thác")),
    EdgeKind.SERVICE_AREA: (_("Được phục vụ bởi"), _("Địa bàn phục vụ")),
    EdgeKind.REPORTS_THROUGH: (_("Gửi kết quả qua"), _("Là đầu mối của")),
}

_NAMES = {body.key: body.names[0] for body in BODIES} | {each.key: each.names[0] for each in CLASSES}


def body_name(key: str) -> str:
    """A body or class as documents call it, of no one place; a unit's code stays as it is."""
    name = _NAMES.get(key, key).format(tier="", city="").strip()
    return name[:1].upper() + name[1:]


def body_choices() -> list[tuple[str, str]]:
    """Every body, by its name."""
    return sorted(((body.key, body_name(body.key)) for body in BODIES), key=lambda choice: choice[1])
