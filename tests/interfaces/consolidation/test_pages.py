"""The city report's pages: made, downloaded, each number opened, the form replaced."""

from io import BytesIO
from uuid import UUID

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dongvon.domain.documents.papers.official import OfficialPaper
from dongvon.domain.documents.queries.templates import templates
from dongvon.domain.workplan.models import Computation, Consolidation
from dongvon.domain.workplan.papers.report_form import CODE
from dongvon.kernel.ids import new_id
from tests.reporting import Reporting


def upload(client: Client, content: bytes) -> int:
    file = SimpleUploadedFile("mau.docx", content)
    sent = {"key": str(new_id()), "file": file, "note": "Sửa phần mở đầu"}
    return client.post(reverse("consolidation:replace_form"), sent).status_code


def test_one_button_makes_the_report(officer: Client, world: Reporting) -> None:
    page = officer.get(reverse("consolidation:index")).content.decode()
    assert "Báo cáo năm 2026" in page
    place = reverse("consolidation:consolidate", args=[world.round])
    answer = officer.post(place, {"key": str(new_id())})
    made = Consolidation.objects.get(round=world.round)
    assert answer.headers["Location"] == reverse("consolidation:made", args=[made.pk])


def test_tapping_twice_makes_one(officer: Client, world: Reporting) -> None:
    place, key = reverse("consolidation:consolidate", args=[world.round]), {"key": str(new_id())}
    officer.post(place, key)
    officer.post(place, key)
    assert Consolidation.objects.count() == 1


def test_each_number_opens_the_rows_behind_it(officer: Client, made: UUID) -> None:
    money = Computation.objects.get(consolidation=made, kind="figure", subject="von")
    place = reverse("consolidation:source", args=[money.pk])
    assert place in officer.get(reverse("consolidation:made", args=[made])).content.decode()
    page = officer.get(place).content.decode()
    assert "UBND xã Tân Triều" in page
    assert str(money.pk) in page


@pytest.mark.parametrize(("part", "begins"), [("bao-cao", b"PK"), ("phu-luc", b"PK")])
def test_both_files_are_downloads(officer: Client, made: UUID, part: str, begins: bytes) -> None:
    answer = officer.get(reverse("consolidation:download", args=[made, part]))
    assert answer.content.startswith(begins)
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_any_other_part_is_not_there(officer: Client, made: UUID) -> None:
    assert officer.get(reverse("consolidation:download", args=[made, "khac"])).status_code == 404


def test_an_inspector_reads_and_makes_nothing(inspector: Client, made: UUID, world: Reporting) -> None:
    assert inspector.get(reverse("consolidation:made", args=[made])).status_code == 200
    place = reverse("consolidation:consolidate", args=[world.round])
    assert place not in inspector.get(reverse("consolidation:index")).content.decode()
    assert inspector.post(place, {"key": str(new_id())}).status_code == 403


def test_a_unit_does_not_read_the_city_report(reporter: Client, made: UUID) -> None:
    assert reporter.get(reverse("consolidation:made", args=[made])).status_code == 403


def test_the_form_in_use_can_be_downloaded_edited_and_put_back(officer: Client, world: Reporting) -> None:
    content = officer.get(reverse("consolidation:form_file")).content
    assert "{{ title }}" in "\n".join(each.text for each in docx.Document(BytesIO(content)).paragraphs)
    assert upload(officer, content) == 302
    assert [row.note for row in templates(CODE)] == ["Sửa phần mở đầu"]
    assert officer.get(reverse("consolidation:form")).status_code == 200


def test_an_unfit_form_is_refused_at_its_field(officer: Client, world: Reporting) -> None:
    paper = OfficialPaper(title="Mẫu")
    paper.text("{{ khong_co }}")
    assert upload(officer, paper.to_bytes()) == 422
    assert templates(CODE) == []


def test_pages_keep_their_query_budget(officer: Client, made: UUID, django_assert_max_num_queries: object) -> None:
    figure = Computation.objects.filter(consolidation=made, kind="figure")[0]
    places = [
        reverse("consolidation:index"),
        reverse("consolidation:made", args=[made]),
        reverse("consolidation:source", args=[figure.pk]),
    ]
    for place in places:
        with django_assert_max_num_queries(14):  # type: ignore[operator]
            officer.get(place)
