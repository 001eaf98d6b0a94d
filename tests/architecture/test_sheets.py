"""What somebody typed stays words in a workbook: a text that begins with "=" must not run at the desk of the next."""

import re

from tests.architecture.house import SOURCE, python_files, shown

#: xlsxwriter decides by the first letter in these; `write_string` and its like do not.
GUESSING = re.compile(r"\bsheet\.write(_row|_column)?\(")


def test_no_sheet_takes_texts_for_formulas() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in python_files(SOURCE)}
    makers = {path: text for path, text in texts.items() if "xlsxwriter.Workbook(" in text}
    assert len(makers) > 5
    loose = [
        path for path, text in makers.items() if GUESSING.search(text) and '"strings_to_formulas": False' not in text
    ]
    assert [shown(path) for path in loose] == []
