"""Translation of everything that a user reads."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "TrainingDataExporter"


def tr(text: str) -> str:
    """Return a text in the user's language."""
    return str(QCoreApplication.translate(CONTEXT, text))
