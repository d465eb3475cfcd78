"""The Processing provider: one algorithm."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.export_training_data import PROVIDER, ExportTrainingData
from .algorithms.translation import tr
from .version import VERSION

ICON = Path(__file__).parent / "icons" / "icon.svg"


class TrainingDataProvider(QgsProcessingProvider):
    """Training data."""

    def id(self) -> str:
        """Return the first part of the algorithm's id."""
        return PROVIDER

    def name(self) -> str:
        """Return the name in the toolbox."""
        return tr("Training data")

    def longName(self) -> str:
        """Return the name with the version."""
        return f"Training Data Exporter {VERSION}"

    def versionInfo(self) -> str:
        """Return the version."""
        return VERSION

    def icon(self) -> QIcon:
        """Return the icon."""
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        """Return the icon's file."""
        return str(ICON)

    def entry(self) -> str:
        """Return what menu and toolbar call the algorithm."""
        return tr("Export training data...")

    def loadAlgorithms(self) -> None:
        """Add the algorithm."""
        self.addAlgorithm(ExportTrainingData())
