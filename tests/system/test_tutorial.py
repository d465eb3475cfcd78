"""The tutorial's script trains on an export, with torch in a process of its own."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from programs import OlindaExports, QgisProcess, Scene

pytest_plugins = ["programs"]

CHECKOUT = Path(__file__).resolve().parents[2]
PYTHON = CHECKOUT / ".venv-readers" / "bin" / "python"
TUTORIAL = CHECKOUT / "docs" / "tutorial" / "README.md"
SCRIPT = TUTORIAL.with_name("train.py")


@pytest.mark.skipif(not PYTHON.exists(), reason=".venv-readers is missing: run make setup")
def test_the_tutorial_trains_on_the_chips(olinda_export: OlindaExports):
    export = olinda_export("KITTI_rectangles", "TIFF", 6)
    command = [PYTHON, SCRIPT, export.folder, "2"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    first, chip, *epochs = done.stdout.splitlines()
    assert first == f"{export.accumulated['NumTiles']} chips, classes RURAL, URBANO"
    assert "pixels (6, 128, 128)" in chip
    losses = [float(re.fullmatch(r"epoch \d: loss ([0-9.]+)", line)[1]) for line in epochs]
    assert len(losses) == 2
    assert losses[1] < losses[0]


def test_the_tutorial_s_commands_say_what_the_tutorial_shows(
    qgis_process: QgisProcess, olinda: Scene, tmp_path, monkeypatch
):
    page = TUTORIAL.read_text("utf-8")
    (command,) = re.findall(r"^\$qgis_process run .*?(?=\n```)", page, re.DOTALL | re.MULTILINE)
    for path in (olinda.six_bands, *olinda.tracts.parent.glob("olinda1.*")):
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    exported = qgis_process(*shlex.split(command.replace("\\\n", " "))[1:])
    assert exported.code == 0, exported.err
    assert re.search(r"`(Chips written.*?)`", page)[1] in exported.out
    assert "URBANO has 22 times as many labels as RURAL" in Path("report.html").read_text("utf-8")
    if PYTHON.exists():
        trained = subprocess.run(
            [PYTHON, SCRIPT, "chips", "1"], capture_output=True, text=True, timeout=240, check=True
        )
        assert "\n".join(trained.stdout.splitlines()[:2]) in page


def test_links_between_the_pages_lead_somewhere():
    pages = [CHECKOUT / "README.md", *(CHECKOUT / "docs").rglob("*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
