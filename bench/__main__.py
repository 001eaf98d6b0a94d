"""Runs every measurement in turn, each in a process of its own so that none warms another."""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent


def main() -> int:
    """Run `bench/<subject>.py` one after another; exit code 1 when one misses its mark."""
    subjects = sorted(file.stem for file in FOLDER.glob("*.py") if not file.stem.startswith("_"))
    failed = [subject for subject in subjects if _run(subject)]
    print("Missed: " + ", ".join(failed) if failed else "All within their marks.")
    return 1 if failed else 0


def _run(subject: str) -> int:
    print(f"\n{subject}", flush=True)
    return subprocess.run([sys.executable, "-m", f"bench.{subject}"], cwd=FOLDER.parent, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
