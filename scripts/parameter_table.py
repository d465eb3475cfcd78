"""Write the README's table of parameters from the rows that declare them.

Usage: scripts/parameter_table.py [FILE]
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from help_page import CHECKOUT, start_qgis

HEAD = "| parameter | values | default | meaning |\n|---|---|---|---|\n"


def updated(text: str) -> str:
    """Return a README with the table as it is now; QGIS has to be running.

    Args:
        text: the README with any table below the head.

    Raises:
        ValueError: the head is not there.
    """
    start = text.index(HEAD)
    return text[:start] + HEAD + "".join(rows()) + text[text.index("\n\n", start) + 1 :]


def rows() -> Iterator[str]:
    """Yield a line for each parameter."""
    from training_data_exporter.algorithms.parameters import table

    for row in table.parameters():
        shown = f"{row.default:g}" if isinstance(row.default, float) else str(row.default)
        default = "" if row.default is None else f"`{shown}`"
        cells = (f"`{row.name}`", row.kind.takes, default, row.help)
        yield f"| {' | '.join(each.replace('|', '&#124;') for each in cells)} |\n"


def main(arguments: list[str]) -> int:
    """Write the table; return the exit code."""
    kept = start_qgis()
    target = Path(arguments[0]) if arguments else CHECKOUT / "README.md"
    target.write_text(updated(target.read_text("utf-8")), "utf-8")
    sys.stdout.write(f"{target}\n")
    sys.stdout.flush()
    os._exit(0 if kept else 1)  # QGIS would free things in the wrong order


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
