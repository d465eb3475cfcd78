"""A feedback that lets no secret into the log, and what hears Cancel from one."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback, QgsProcessingMultiStepFeedback

from ..chipping.errors import Cancelled
from ..chipping.redaction import shown
from ..chipping.retry import Stop


def stop_of(feedback: QgsProcessingFeedback) -> Stop:
    """Return what raises Cancelled when the user has cancelled."""

    def stop() -> None:
        if feedback.isCanceled():
            raise Cancelled

    return stop


class ShownFeedback(QgsProcessingMultiStepFeedback):
    """Hands on what it is told, each text as anybody may read it."""

    def __init__(self, steps: int, feedback: QgsProcessingFeedback) -> None:
        """Stand before another feedback.

        Args:
            steps: of the progress, equally long.
            feedback: shows the texts and outlives this one.
        """
        super().__init__(steps, feedback)
        if feedback.isCanceled():
            self.cancel()

    def setProgressText(self, text: str) -> None:
        """Say what is being done."""
        super().setProgressText(shown(text))

    def reportError(self, error: str, fatalError: bool = False) -> None:
        """Say what failed."""
        super().reportError(shown(error), fatalError)

    def pushWarning(self, warning: str) -> None:
        """Say what to look at."""
        super().pushWarning(shown(warning))

    def pushInfo(self, info: str) -> None:
        """Say what is so."""
        super().pushInfo(shown(info))

    def pushCommandInfo(self, info: str) -> None:
        """Say a command."""
        super().pushCommandInfo(shown(info))

    def pushDebugInfo(self, info: str) -> None:
        """Say what helps to find a fault."""
        super().pushDebugInfo(shown(info))

    def pushConsoleInfo(self, info: str) -> None:
        """Say what a program said."""
        super().pushConsoleInfo(shown(info))
