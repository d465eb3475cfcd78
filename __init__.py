"""Training Data Exporter: image chips and labels for deep learning, from QGIS layers."""

from __future__ import annotations

from typing import Any


class TrainingDataPlugin:
    """Adds the provider to Processing while the plugin is on."""

    def __init__(self) -> None:
        """Start without a provider, in English."""
        self._provider: Any = None
        self._translator: Any = None

    def initProcessing(self) -> None:
        """Register the provider; qgis_process calls this alone."""
        from qgis.core import QgsApplication

        from . import translation
        from .provider import TrainingDataProvider

        self._translator = translation.install(QgsApplication.locale())
        self._provider = TrainingDataProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Start in QGIS itself."""
        self.initProcessing()

    def unload(self) -> None:
        """Take the provider away again."""
        from qgis.core import QgsApplication

        from . import translation

        QgsApplication.processingRegistry().removeProvider(self._provider)
        translation.remove(self._translator)


def classFactory(iface: Any) -> TrainingDataPlugin:
    """Return the plugin.

    Args:
        iface: QGIS's interface, None in qgis_process; not used.
    """
    return TrainingDataPlugin()
