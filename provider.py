"""The Processing provider: one algorithm, and a model that shows it as a step."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingModelAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.export_training_data import ExportTrainingData
from .algorithms.translation import tr
from .version import VERSION

ICON = Path(__file__).parent / "icons" / "icon.svg"
MODELS = Path(__file__).parent / "models"


class TrainingDataProvider(QgsProcessingProvider):
    """Training data."""

    def id(self) -> str:
        """Return the first part of the algorithm's id."""
        return "trainingdata"

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

    def loadAlgorithms(self) -> None:
        """Add the algorithm and, once it can be found under its id, the models made of it."""
        self.addAlgorithm(ExportTrainingData())
        if QgsApplication.processingRegistry().providerById(self.id()) is not None:
            for path in sorted(MODELS.glob("*.model3")):
                model = QgsProcessingModelAlgorithm()
                if model.fromFile(str(path)):
                    self.addAlgorithm(model)
