"""Translation of everything that a user reads."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "TrainingDataExporter"


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate(CONTEXT, text)


def readable_size(count: int) -> str:
    """Return a number of bytes as people read it: "12.3 MB"."""
    size = float(count)
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"
