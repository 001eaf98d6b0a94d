"""`dongvon lending quote` reads JSON, answers JSON, and refuses by name."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dongvon.interfaces.cli import dongvon

LOAN = {
    "rates": [{"from": "2020-01-01", "percent": 6.24}],
    "disbursements": [{"on": "2026-01-10", "amount": 50000000}],
    "periods": [{"from": "2026-01-10", "to": "2026-02-10"}],
}


def run(content: str | bytes, *arguments: str) -> Result:
    return CliRunner().invoke(dongvon, ["lending", "quote", *(arguments or ("-",))], input=content)


def test_a_loan_from_standard_input():
    # golden vector C1; the rate is a JSON number and stays exact
    result = run(json.dumps(LOAN))
    assert result.exit_code == 0
    assert json.loads(result.output)["periods"][0]["interest"] == "264986"


def test_a_loan_from_a_file(tmp_path: Path):
    file = tmp_path / "vay.json"
    file.write_text(json.dumps(LOAN), encoding="utf-8-sig")
    assert json.loads(run("", str(file)).output)["periods"][0]["interest"] == "264986"


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ('{"rates": [], "rates": []}', "rates: khóa này được ghi hai lần"),
        ('{"rates": NaN}', "NaN"),
        ("{", "JSON"),
        (b"\xff\xfe", "UTF-8"),
        ("[" * 100_000, "JSON"),
        ("1" * 5_000, "JSON"),
        (json.dumps({**LOAN, "payof_on": "2026-01-01"}), "payof_on"),
        (json.dumps({**LOAN, "payoff_on": "2026-02-29"}), "payoff_on"),
    ],
)
def test_bad_files_end_with_one_line_and_code_one(content: str | bytes, part: str):
    result = run(content)
    assert result.exit_code == 1
    assert part in result.stderr
    assert result.stdout == ""
