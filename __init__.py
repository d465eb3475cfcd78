"""Training Data Exporter: image chips and labels for deep learning, from QGIS layers."""

from __future__ import annotations

from typing import Any


class TrainingDataPlugin:
    """Adds the provider to Processing, and its algorithm to menu and toolbar, while the plugin is on."""

    def __init__(self, iface: Any = None) -> None:
        """Start without a provider, in English.

        Args:
            iface: QGIS's interface, None where there is none.
        """
        self._iface = iface
        self._provider: Any = None
        self._translator: Any = None
        self._action: Any = None

    def initProcessing(self) -> None:
        """Register the provider; qgis_process calls this alone."""
        from qgis.core import QgsApplication

        from . import translation
        from .provider import TrainingDataProvider

        self._translator = translation.install(QgsApplication.locale())
        self._provider = TrainingDataProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Start in QGIS itself: what a person sees of the plugin is in the raster menu and a toolbar."""
        self.initProcessing()
        self._action = self._iface.rasterMenu().addAction(self._provider.icon(), self._provider.entry())
        self._action.setToolTip(self._provider.algorithms()[0].shortDescription())
        self._action.triggered.connect(self.open_dialog)
        self._iface.addToolBarIcon(self._action)

    def open_dialog(self) -> None:
        """Open the algorithm's dialog beside the map."""
        import processing

        algorithm = self._provider.algorithms()[0]
        processing.createAlgorithmDialog(algorithm.id(), {}).show()

    def unload(self) -> None:
        """Take all of it away again."""
        from qgis.core import QgsApplication

        from . import translation

        if self._action is not None:
            self._iface.removeToolBarIcon(self._action)
            self._iface.rasterMenu().removeAction(self._action)
            self._action.deleteLater()
            self._action = None
        QgsApplication.processingRegistry().removeProvider(self._provider)
        translation.remove(self._translator)


def classFactory(iface: Any) -> TrainingDataPlugin:
    """Return the plugin.

    Args:
        iface: QGIS's interface, None in qgis_process.
    """
    return TrainingDataPlugin(iface)
