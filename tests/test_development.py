"""What the pages for developers name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = "algorithms chipping export imagery labels reports writers".split()


@pytest.mark.parametrize("page", ["docs/development.md", "CONTRIBUTING.md", "README.md"])
def test_named_files_and_folders_of_the_code_are_there(page):
    text = (ROOT / page).read_text("utf-8")
    named = re.findall(r"`((?:tests|scripts|" + "|".join(ROOMS) + r")/[\w/.]*)`", text)
    assert named or page == "CONTRIBUTING.md"
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("page", ["docs/development.md", "CONTRIBUTING.md"])
def test_named_make_targets_are_there(page):
    named = set(re.findall(r"`make ([a-z-]+)", (ROOT / page).read_text("utf-8")))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert named
    assert named <= targets


@pytest.mark.parametrize("page", ["docs/development.md", "README.md"])
def test_every_room_has_its_row(page):
    text = (ROOT / page).read_text("utf-8")
    assert [room for room in ROOMS if f"| `{room}/` |" not in text] == []


def test_the_list_of_readers_names_the_versions_that_are_tried():
    """Versions as in requirements-readers.txt; what is in the list but not there says so."""
    pins = dict(
        re.findall(r"^([\w-]+)==([\d.]+)", (ROOT / "requirements-readers.txt").read_text("utf-8"), re.M)
    )
    pins = {name.lower(): version for name, version in pins.items()}
    rows = re.findall(
        r"^\| ([\w.-]+)[^|]*\| ([\d.]+) \|(.*)\|$", (ROOT / "docs/readers.md").read_text("utf-8"), re.M
    )
    assert len(rows) >= 10
    for name, version, rest in rows:
        pin = pins.get({"OpenCV": "opencv-python-headless"}.get(name, name.lower()))
        assert pin == version or (pin or "").startswith(f"{version}.") or "not part of these tests" in rest, (
            name
        )
