"""A filled 01/TD that somebody hands in, read back."""

from django.utils.translation import gettext_lazy as _

from dongvon.domain.documents.papers.filled_form import Filled, read_back
from dongvon.domain.lending.papers.request import REQUEST
from dongvon.interfaces.web.papers.forms import FilledUpload
from dongvon.interfaces.web.shell.acts import told
from dongvon.kernel.refusals import Refusal


def filled_of(form: FilledUpload) -> Filled | None:
    """What the file says; None, with the fault on the form, when it says nothing a 01/TD would."""
    if not form.is_valid():
        return None
    file = form.cleaned_data["file"]
    try:
        filled = read_back(REQUEST, file.read(), file_name=file.name)
    except Refusal as refusal:
        form.add_error("file", told(refusal))
        return None
    if filled.values:
        return filled
    form.add_error("file", _("Tệp này không phải giấy đề nghị vay 01/TD; đề nghị dùng mẫu ở trang Biểu mẫu."))
    return None
