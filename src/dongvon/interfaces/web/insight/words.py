"""How the words of insight are said on its pages."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dongvon.domain.insight.vocabulary import Dimension

#: For each way to divide: its page's address and name, what a part is called, and the filter that narrows to one.
DIVISIONS: dict[Dimension, tuple[str, Promise | str, str]] = {
    Dimension.UNIT: ("phong-giao-dich", _("Phòng giao dịch"), "phong"),
    Dimension.PLACE: ("xa-phuong", _("Xã, phường"), "xa"),
    Dimension.ORGANISATION: ("hoi-doan-the", _("Hội, đoàn thể"), "hoi"),
    Dimension.PROGRAMME: ("chuong-trinh", _("Chương trình"), "chuong_trinh"),
    Dimension.FUND: ("nguon-von", _("Nguồn vốn"), "nguon"),
}
