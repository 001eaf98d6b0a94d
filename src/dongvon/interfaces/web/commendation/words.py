"""Criteria, forms and choices in the reader's language."""

from django.utils.translation import gettext_lazy as _

from dongvon.domain.workplan.vocabulary import Choice, CommendationForm, Criterion

CRITERIA = {
    Criterion.TIMELINESS.value: _("Đúng hạn"),
    Criterion.COMPLETENESS.value: _("Đầy đủ"),
    Criterion.RESULTS.value: _("Kết quả"),
    Criterion.QUALITY.value: _("Chất lượng số liệu"),
}
FORMS = {
    CommendationForm.CITY_CERTIFICATE.value: _("Bằng khen của Chủ tịch UBND thành phố"),
    CommendationForm.BRANCH_CERTIFICATE.value: _("Giấy khen của Giám đốc chi nhánh"),
    CommendationForm.BOARD_CERTIFICATE.value: _("Giấy khen của Trưởng Ban Đại diện"),
}
CHOICES = {
    Choice.FOR.value: _("Đồng ý"),
    Choice.AGAINST.value: _("Không đồng ý"),
    Choice.ABSTAIN.value: _("Ý kiến khác"),
}
