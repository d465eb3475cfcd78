"""Call something in the thread that layers live in, from another one."""

from __future__ import annotations

from typing import Any, Callable, TypeVar

from qgis.PyQt.QtCore import QObject, Qt, QThread, pyqtSignal

T = TypeVar("T")


class LayersThread(QObject):
    """Calls in the thread that it was made in, as models of Processing do for their steps."""

    _asked = pyqtSignal()

    def __init__(self) -> None:
        """Stay in this thread."""
        super().__init__()
        self._asked.connect(self._answer, Qt.ConnectionType.BlockingQueuedConnection)
        self._call: Callable[[], Any] = lambda: None
        self._result: Any = None
        self._error: Exception | None = None

    def call(self, call: Callable[[], T]) -> T:
        """Return what a call returns that is made in that thread; this one waits.

        Args:
            call: is to take little time.

        Raises:
            Exception: what the call raised.
        """
        if QThread.currentThread() == self.thread():
            return call()
        self._call, self._result, self._error = call, None, None
        self._asked.emit()
        if self._error is not None:
            raise self._error
        result: T = self._result
        return result

    def _answer(self) -> None:
        try:
            self._result = self._call()
        except Exception as error:
            self._error = error
