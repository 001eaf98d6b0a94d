"""The units' own plans: most sent in time, some late, some missing still."""

import zipfile
from datetime import date, datetime, timedelta
from functools import cache
from html import escape
from io import BytesIO
from uuid import UUID

from django.db import transaction

from dongvon.demo.city.loaded import key_of
from dongvon.demo.story.chance import between, share, some
from dongvon.demo.story.fates import never_comes
from dongvon.demo.story.people import Cast
from dongvon.demo.story.plans import Paper, own_plans_day
from dongvon.demo.story.years import office_hour
from dongvon.domain.documents.papers.official import Letterhead, OfficialPaper, Signature
from dongvon.domain.units.queries.directory import UnitRow
from dongvon.domain.workplan.operations.send_implementation_plan import send_implementation_plan
from dongvon.domain.workplan.queries.own_plans import clauses_of, own_plans
from dongvon.domain.workplan.vocabulary import NewOwnTask
from dongvon.kernel.refusals import Refusal

TASKS = 4
_STEPS = (
    "Phân công cán bộ theo dõi và lập tiến độ: {what}",
    "Triển khai đến từng bộ phận, địa bàn: {what}",
    "Kiểm tra, đôn đốc giữa kỳ: {what}",
    "Tự đánh giá, tổng hợp kết quả trước kỳ báo cáo: {what}",
)


def send_own_plans(plan: UUID, *, paper: Paper, cast: Cast) -> None:
    """The plans of those units that have sent one; what was told before stays."""
    with transaction.atomic():
        for own in own_plans(plan, on=paper.activated_at.date()):
            day = _day_of_sending(own.unit.code, paper=paper)
            if day is not None:
                _send(plan, own.unit, at=office_hour(day, share=share(plan, own.unit.code, "hour")), cast=cast)


def _day_of_sending(unit: str, *, paper: Paper) -> date | None:
    last, chance = own_plans_day(paper), share(paper.name, unit, "own plan")
    if chance < 0.14 or never_comes(unit):
        return None
    if chance < 0.27:
        return last + timedelta(days=between(2, 20, paper.name, unit, "late"))
    return last - timedelta(days=between(4, 38, paper.name, unit, "early"))


def _send(plan: UUID, unit: UnitRow, *, at: datetime, cast: Cast) -> None:
    number = f"{between(11, 240, plan, unit.code, 'number')}/KH"
    given = some(clauses_of(unit.id, plan=plan), TASKS, plan, unit.code)
    tasks = tuple(
        NewOwnTask(clause=clause, text=step.format(what=_first_words(text)))
        for step, (clause, _, text) in zip(_STEPS, given, strict=False)
    )
    try:
        with transaction.atomic():
            send_implementation_plan(
                key=key_of(f"own plan {plan} {unit.code}"),
                by=cast.reporter(unit.code),
                at=at,
                plan=plan,
                number=number,
                issued_on=at.date() - timedelta(days=1),
                file_name="ke-hoach.docx",
                content=_file(unit, number=number, on=at.date(), tasks=tasks),
                tasks=tasks,
            )
    except Refusal:
        return  # told before, and changed by somebody since


def _first_words(text: str) -> str:
    """A clause's own first words, small."""
    words = text.split(";")[0].split(",")[0].split(".")[0].strip()
    return words[:1].lower() + words[1:]


def _file(unit: UnitRow, *, number: str, on: date, tasks: tuple[NewOwnTask, ...]) -> bytes:
    """The unit's words put into the one form: far quicker than laying out each."""
    texts = [task.text for task in tasks] + [""] * (TASKS - len(tasks))
    words = {
        "UNIT-NAME": unit.full_name.upper(),
        "ITS-NUMBER": number,
        "ITS-DAY": f"ngày {on:%d} tháng {on:%m} năm {on:%Y}",
        **{f"TASK-{place}": text for place, text in enumerate(texts, start=1)},
    }
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(_form())) as form,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as filled,
    ):
        for part in form.namelist():
            content = form.read(part)
            if part == "word/document.xml":
                text = content.decode()
                for mark, word in words.items():
                    text = text.replace(mark, escape(word))
                content = text.encode()
            filled.writestr(part, content)
    return out.getvalue()


@cache
def _form() -> bytes:
    """The plan of a unit with marks for what differs."""
    paper = OfficialPaper(title="Kế hoạch thực hiện của đơn vị")
    paper.letterhead(
        Letterhead(superior=(), issuer=("UNIT-NAME",), number="ITS-NUMBER", place_and_date="Đồng Nai, ITS-DAY")
    )
    paper.title("KẾ HOẠCH", "Thực hiện phần việc được giao về tín dụng chính sách xã hội")
    paper.text("Căn cứ kế hoạch của UBND thành phố, đơn vị triển khai các việc sau:")
    for place in range(1, TASKS + 1):
        paper.text(f"{place}. TASK-{place}.")
    paper.signature(
        Signature(authority=("THỦ TRƯỞNG ĐƠN VỊ",), full_name="", copies=("Chi nhánh NHCSXH thành phố", "Lưu: VT"))
    )
    return paper.to_bytes()
