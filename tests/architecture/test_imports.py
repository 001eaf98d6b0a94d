"""The import contracts hold."""

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.house import ROOT


def test_every_arrow_points_down() -> None:
    assert lint_imports(config_filename=str(ROOT / ".importlinter")) == EXIT_STATUS_SUCCESS
