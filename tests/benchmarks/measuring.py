"""What is measured, what came out of it, and how it is told."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PEERS = ROOT / ".venv-peers" / "bin" / "python"
MEMORY = Path("/dev/shm")

Measured = dict[str, Any]
"""What a script measured: seconds, cpu (seconds), chips, and more where it knows."""


class Case(NamedTuple):
    """One export.

    Attributes:
        input: name of what it is made from, see ``inputs.MAKERS``.
        image: format of the chips.
        label: format of the labels.
        stride: pixels from chip to chip.
        only: leave out chips without labels.
        threads: that encode.
        on_disk: output goes to a disk, not to memory.
    """

    input: str
    image: str
    label: str
    stride: int = 256
    only: bool = False
    threads: int = 0
    on_disk: bool = False

    def __str__(self) -> str:
        """Return what it is called in a table, which ``--only`` looks at."""
        notes = [f"stride {self.stride}", *(["only with labels"] if self.only else [])]
        notes += [f"{self.threads} thread"] if self.threads else []
        return f"{self.input}: {self.image} + {self.label}, {', '.join(notes + ['to disk'] * self.on_disk)}"


class Result(NamedTuple):
    """What a case came to.

    Attributes:
        case: the export.
        ours: by this plugin.
        careful: by the script that a careful engineer writes.
        often: by the script that is often written.
        floor: by a loop that writes the same bytes.
        divided: by processes of this plugin side by side.
    """

    case: Case
    ours: Measured
    careful: Measured | None = None
    often: Measured | None = None
    floor: Measured | None = None
    divided: Measured | None = None

    @property
    def cells(self) -> list[str]:
        """What stands in the columns of the table."""
        ours, careful = self.ours, self.careful
        return [
            str(self.case),
            f"{ours['chips']:.0f}",
            f"{rate(ours):.0f}",
            f"{rate(careful):.0f}" if careful else "",
            f"**{rate(ours) / rate(careful):.2f}**" if careful else "",
            f"{rate(ours) / rate(self.often):.1f}" if self.often else "",
            f"{milliseconds(ours):.2f}",
            f"{milliseconds(careful):.2f}" if careful else "",
            f"{ours['megabytes']:.0f}",
            ours["bound"],
            f"{rate(self.floor) / rate(ours):.1f}" if self.floor else "",
            f"{rate(self.divided) / rate(careful):.2f}" if self.divided and careful else "",
        ]


COLUMNS = (
    "export",
    "chips",
    "chips/s",
    "careful script: chips/s",
    "speed",
    "often written: speed",
    "CPU ms/chip",
    "careful script: CPU ms/chip",
    "MB above QGIS",
    "most CPU in",
    "time/floor",
    "divided: speed",
)


def line(cells: list[str] | tuple[str, ...]) -> str:
    """Return a row of a table in Markdown."""
    return f"| {' | '.join(cells)} |"


def rate(measured: Measured) -> float:
    """Return chips per second."""
    return measured["chips"] / measured["seconds"]


def milliseconds(measured: Measured) -> float:
    """Return the processor time of a chip."""
    return 1000 * measured["cpu"] / measured["chips"]


def called(python: object, script: str, *arguments: object) -> Measured:
    """Return what a script of this folder prints in its last line."""
    command = [str(python), str(HERE / script), *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise SystemExit(f"{' '.join(command)}\n{result.stdout}\n{result.stderr}")
    return json.loads(result.stdout.strip().splitlines()[-1])


def ours(image: Path, labels: Path, folder: Path, *settings: object) -> Measured:
    """Export in a process of its own; the settings are those of ``ours.py``."""
    return called(sys.executable, "ours.py", image, labels, folder, *settings)


def roomy(megabytes: float) -> Path | None:
    """Return the file system in memory where it has so much room, None for the usual folder."""
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < megabytes * 1e6:
        return None
    return MEMORY
