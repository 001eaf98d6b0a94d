"""Small files of texts become the one catalogue Django reads."""

import gettext
from pathlib import Path

from dongvon.config.commands.messages import compile_language

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def test_the_areas_are_joined(tmp_path: Path) -> None:
    (tmp_path / "home.po").write_text(HEAD + 'msgid "Việc hôm nay"\nmsgstr "Today"\n', encoding="utf-8")
    (tmp_path / "plans.po").write_text(HEAD + 'msgid "Kế hoạch"\nmsgstr "Plan"\n', encoding="utf-8")
    assert compile_language(tmp_path) == 2
    with (tmp_path / "LC_MESSAGES" / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert catalogue.gettext("Việc hôm nay") == "Today"
    assert catalogue.gettext("Kế hoạch") == "Plan"
    assert catalogue.gettext("Chưa dịch") == "Chưa dịch"


def test_a_text_in_two_areas_counts_once(tmp_path: Path) -> None:
    for area in ("home", "plans"):
        (tmp_path / f"{area}.po").write_text(HEAD + 'msgid "Quá hạn"\nmsgstr "Overdue"\n', encoding="utf-8")
    assert compile_language(tmp_path) == 1
