"""What the gallery's examples are filled with: invented, and the same every day."""

from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from django import forms

from dongvon.interfaces.web.components.actions import Button, Link
from dongvon.interfaces.web.components.figures import Progress
from dongvon.interfaces.web.components.reading import Event, Fact
from dongvon.interfaces.web.components.status import Badge, Deadline
from dongvon.interfaces.web.components.structure import Empty
from dongvon.interfaces.web.components.tables import Column, Sorting
from dongvon.interfaces.web.components.wayfinding import Crumb, Tab

TODAY = date(2026, 11, 24)
ROUNDS = (("2026", "Cả năm 2026"), ("2026-6", "Sơ kết 6 tháng"))
WAYS = (("online", "Trên hệ thống"), ("paper", "Bản giấy có dấu"))


class SampleForm(forms.Form):
    """A form with one field of each shape."""

    name = forms.CharField(label="Họ và tên", help_text="Ghi như trên căn cước.")
    amount = forms.IntegerField(label="Số tiền", localize=True, initial=50_000_000)
    due_on = forms.DateField(label="Ngày báo cáo", help_text="Dạng 15/12/2026.")
    round = forms.ChoiceField(label="Kỳ báo cáo", choices=ROUNDS)
    way = forms.ChoiceField(label="Cách gửi", choices=WAYS, widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="Tôi đã kiểm tra số liệu với sổ theo dõi")
    note = forms.CharField(label="Khó khăn, vướng mắc", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    file = forms.FileField(label="Văn bản kèm theo", required=False)


def samples() -> dict[str, Any]:
    """The context of every example."""
    return {**_places(), **_words(), **_table(), **_days(), **_forms()}


def _days() -> dict[str, Any]:
    return {"today": TODAY, "soon": date(2026, 11, 27), "later": date(2027, 1, 15), "past": date(2026, 11, 19)}


def _forms() -> dict[str, Any]:
    return {
        "form": SampleForm(auto_id="v_%s"),
        "wrong_form": _wrong(),
        "fieldset_form": SampleForm(auto_id="n_%s"),
        "filter_form": SampleForm(auto_id="l_%s"),
        "refusals": ("Báo cáo đã được nộp lúc 16:15 ngày 23/11/2026; muốn sửa, đề nghị chi nhánh trả lại.",),
    }


@cache
def _wrong() -> SampleForm:
    form = SampleForm({"amount": "năm mươi", "due_on": "31/02/2026", "way": ""}, auto_id="w_%s")
    form.full_clean()
    return form


def _places() -> dict[str, Any]:
    return {
        "trail": (Crumb("Việc hôm nay", "/"), Crumb("Báo cáo", "#bao-cao"), Crumb("Kỳ năm 2026")),
        "tabs": (
            Tab("Chờ xem xét", href="#cho", current=True, count=12),
            Tab("Đã chấp nhận", href="#chap-nhan", count=104),
            Tab("Bị trả lại", href="#tra-lai", count=0),
        ),
        "facts": (
            Fact("Đơn vị", "UBND phường Trấn Biên"),
            Fact("Nộp lúc", datetime(2026, 11, 23, 9, 15, tzinfo=UTC), Link("Xem bản nộp", href="#ban-nop")),
            Fact("Vốn ủy thác (đồng)", 1_234_567_890),
            Fact("Ghi chú", None),
        ),
    }


def _words() -> dict[str, Any]:
    return {
        "stages": ("Soạn", "Đã nộp", "Chi nhánh xem", "Chấp nhận"),
        "events": (
            Event("Chấp nhận", at=datetime(2026, 11, 24, 1, 30, tzinfo=UTC), by="Trần Thị Lan", tone="good"),
            Event("Nộp lại", at=datetime(2026, 11, 23, 9, 15, tzinfo=UTC), by="Lê Văn Tùng", tone="busy"),
            Event(
                "Trả lại",
                at=datetime(2026, 11, 20, 3, 5, tzinfo=UTC),
                by="Trần Thị Lan",
                text="Số hộ vay ở mục 3b chưa khớp với phụ lục.",
                tone="back",
            ),
        ),
        "old_wording": "Đã mở 4 buổi tập huấn cho 180 tổ trưởng trên địa bàn phường.",
        "new_wording": "Đã mở 6 buổi tập huấn cho 215 tổ trưởng và cán bộ khu phố trên địa bàn phường.",
        "nothing": Empty("Chưa có báo cáo nào", text="Báo cáo hiện ra ở đây khi đơn vị nộp.", icon="inbox"),
        "start_button": Button("Tạo báo cáo", href="#tao", kind="primary", icon="plus"),
    }


def _table() -> dict[str, Any]:
    return {
        "columns": (
            Column("Đơn vị", sort="don_vi", leads=True),
            Column("Trạng thái"),
            Column("Hạn nộp", kind="date", sort="han"),
            Column("Dư nợ (triệu đồng)", kind="number", sort="du_no"),
            Column("Tiến độ"),
        ),
        "rows": (
            _row("UBND phường Trấn Biên", Badge("Đã chấp nhận", tone="good"), date(2026, 12, 14), 184_250, 24),
            _row("UBND phường Long Bình", Badge("Bị trả lại", tone="back"), date(2026, 11, 28), 96_318, 15),
            _row("UBND xã Đăk Nhau", Badge("Quá hạn", tone="bad"), date(2026, 11, 19), 71_040, 6),
        ),
        "no_rows": (),
        "foot": ("Cộng", "", "", 351_608, ""),
        "sorting": Sorting("han", query="ky=2026"),
    }


def _row(unit: str, badge: Badge, due: date, balance: int, done: int) -> tuple[Any, ...]:
    progress = Progress("Nhiệm vụ đã báo cáo", value=done, total=24, compact=True)
    return (Link(unit, href="#don-vi"), badge, Deadline(due, on=TODAY, done=badge.tone == "good"), balance, progress)
