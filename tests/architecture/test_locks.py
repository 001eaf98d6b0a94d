"""The locked files: complete, by hash, and without the address of any place packages come from."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))


def locked(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, flags=re.MULTILINE))


def wanted(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=;~! ]", requirement)[0].lower() for requirement in requirements}


@pytest.mark.parametrize("file", REQUIREMENTS, ids=lambda file: file.name)
def test_no_address_is_locked(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text


@pytest.mark.parametrize("file", REQUIREMENTS, ids=lambda file: file.name)
def test_every_package_is_locked_by_hash(file: Path) -> None:
    packages = re.split(r"^(?=[a-z0-9-]+==)", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert packages
    assert [package.split("==")[0] for package in packages if "--hash=sha256:" not in package] == []


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    assert wanted(project["project"]["dependencies"]) <= locked("base").keys()
    assert wanted(groups["dev"] + groups["embedded"] + groups["build"]) <= locked("dev").keys()
    assert wanted(groups["tools"]) <= locked("tools").keys()


def test_the_program_and_its_tests_lock_the_same_versions() -> None:
    everything = locked("dev")
    assert {name: everything[name] for name in locked("base")} == locked("base")


def test_the_pages_packages_are_locked_by_hash_alone() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    fetched = {name: package for name, package in packages.items() if name and not package.get("link")}
    assert [name for name, package in fetched.items() if "resolved" in package] == []
    assert [name for name, package in fetched.items() if "integrity" not in package] == []
