"""Kinds of numbers in the reader's language."""

from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.vocabulary import ComputationKind

KINDS = {
    ComputationKind.PUNCTUALITY.value: _("Tình hình gửi báo cáo"),
    ComputationKind.STATUS.value: _("Mức độ thực hiện nhiệm vụ"),
    ComputationKind.FIGURE.value: _("Số liệu năm báo cáo"),
    ComputationKind.YEAR_BEFORE.value: _("Số liệu năm trước"),
    ComputationKind.CONCERN.value: _("Khó khăn, đề xuất"),
}
