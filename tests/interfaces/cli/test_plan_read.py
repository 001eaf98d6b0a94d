"""`dongvon plan read` prints the reading as JSON, without a database, and refuses in Vietnamese."""

import json
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from dongvon.interfaces.cli import dongvon

SAMPLE = Path(__file__).parents[3] / "src" / "dongvon" / "demo" / "plan" / "ke-hoach-mau.txt"


def test_the_sample_plan_is_printed_as_json() -> None:
    answer = CliRunner().invoke(dongvon, ["plan", "read", str(SAMPLE)])
    assert answer.exit_code == 0
    assert [clause["code"] for clause in json.loads(answer.stdout)["clauses"]][-1] == "4i"
    assert "Ngân hàng CSXH" in answer.stdout


def test_the_plan_may_come_from_standard_input() -> None:
    answer = CliRunner().invoke(dongvon, ["plan", "read", "-", "--compact"], input=SAMPLE.read_bytes())
    assert len(json.loads(answer.stdout)["clauses"]) == 24


def test_what_is_no_plan_is_told_on_the_error_stream(tmp_path: Path) -> None:
    letter = tmp_path / "thu.txt"
    letter.write_text("Xin chào.", encoding="utf-8")
    answer = CliRunner().invoke(dongvon, ["plan", "read", str(letter)])
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "không phải là kế hoạch" in answer.stderr


def test_reading_needs_no_django() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from dongvon.interfaces.cli import dongvon; "
        f"answer = CliRunner().invoke(dongvon, ['plan', 'read', {str(SAMPLE)!r}]); "
        "assert answer.exit_code == 0, answer.output; assert 'django' not in sys.modules, 'django was loaded'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
