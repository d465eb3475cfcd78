"""Requests to servers through QGIS's network settings: several at once, patient, cancellable.

What went wrong is reported, which a data provider does not: its block is valid
and transparent when the server is dead.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from functools import partial
from typing import Callable, TypeVar

from qgis.core import QgsApplication, QgsDataSourceUri, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QThread

from ...chipping.errors import Cancelled
from ...chipping.retry import LOOK, PATIENCE, Stop, TroubleError, retried
from ...chipping.window import Window
from ..source import UnreadableError
from .answers import Answer, Request, body
from .daemon_pool import DaemonPool
from .download import Asked, download, is_file, read_file
from .server_words import shown

T = TypeVar("T")

_AT_ONCE = 4  # requests; what a browser would do is 6
_LONGEST = 5  # network time-outs that a request may take, however the server drips
_DOCUMENT_BYTES = 48 << 20  # that a service may describe itself with
_FAREWELL = 2.0  # seconds given to requests that were called off


@dataclass
class _Round:
    """Requests that are called off together."""

    over: threading.Event = field(default_factory=threading.Event)

    def pause(self, seconds: float) -> None:
        """Wait, unless the round is called off."""
        if self.over.wait(seconds):
            raise Cancelled

    def call_off(self) -> None:
        """End all requests."""
        self.over.set()


@dataclass(frozen=True)
class Web:
    """How a layer's server is asked.

    Attributes:
        headers: HTTP headers.
        authentication: id of a QGIS authentication configuration, "" for none.
        is_local: the layer's own source is a local file, so that local files may be read.
    """

    headers: Mapping[str, str] = field(default_factory=dict)
    authentication: str = ""
    is_local: bool = False

    @classmethod
    def of(cls, uri: QgsDataSourceUri, url: str) -> Web:
        """Return how the server of a layer is asked.

        Args:
            uri: the layer's source.
            url: the address in it.
        """
        referer = uri.param("referer") or uri.param("http-header:referer")
        headers = {"Referer": referer} if referer else {}
        if hasattr(uri, "httpHeaders"):  # QGIS 3.24 and later
            headers.update({str(name): str(text) for name, text in uri.httpHeaders().headers().items()})
        return cls(headers, uri.authConfigId() or uri.param("authcfg"), is_file(url))

    def document(self, url: str) -> bytes:
        """Return a document that describes a service.

        Args:
            url: address.

        Raises:
            TroubleError: no good answer came, in several attempts.
        """
        request = Request(Window(0, 0, 0, 0), url, _DOCUMENT_BYTES)
        try:
            ((_, content),) = self.each([request], lambda answer, _: body(answer), lambda: None)
        except UnreadableError as error:
            raise TroubleError(str(error)) from error
        return content

    def each(
        self, requests: Sequence[Request], read: Callable[[Answer, Request], T], stop: Stop
    ) -> Iterator[tuple[Request, T]]:
        """Yield what is read from the answers, in the order in which they come.

        Each thread begins with an event loop: without one Qt has no timers there,
        and the first request to a silent server would never time out.

        Args:
            requests: what is wanted.
            read: raises TroubleError where an answer is no good; runs in several threads.
            stop: raises Cancelled when the user has cancelled.

        Raises:
            UnreadableError: no good answer came to one of them, in several attempts.
        """
        pool, this_round = DaemonPool(_AT_ONCE, QEventLoop), _Round()
        persist = self._persist
        asked = {pool.submit(partial(persist, each, read, this_round)): each for each in requests}
        pending: set[Future[T]] = set(asked)
        try:
            while pending:
                done, pending = wait(pending, LOOK, FIRST_COMPLETED)
                _idle(stop)
                for future in done:
                    yield asked[future], _result(future, asked[future])
        finally:
            for each in pending:
                each.cancel()
            pool.close()
            this_round.call_off()
            wait([each for each in pending if each.running()], _FAREWELL)

    def _persist(self, request: Request, read: Callable[[Answer, Request], T], this_round: _Round) -> T:
        """Return what is read from an answer, in several attempts."""
        patience = PATIENCE * QgsNetworkAccessManager.timeout() / 1000
        return retried(lambda: read(self._ask(request, this_round), request), this_round.pause, patience)

    def _ask(self, request: Request, this_round: _Round) -> Answer:
        """Return the answer to one request.

        Args:
            request: what is wanted.
            this_round: may call it off.
        """
        this_round.pause(0)
        if self.is_local and is_file(request.url):
            return read_file(request.url, request.most)
        seconds = _LONGEST * QgsNetworkAccessManager.timeout() / 1000
        asked = Asked(request.url, self.headers, self.authentication, request.most, seconds)
        return download(asked, this_round.over)


def _result(future: Future[T], request: Request) -> T:
    try:
        return future.result()
    except TroubleError as trouble:
        raise UnreadableError(f"{trouble} ({shown(request.url)})", request.window) from trouble


def _idle(stop: Stop) -> None:
    """Look at Cancel; in the main thread also answer questions for a password or certificate."""
    stop()
    if QThread.currentThread() == QgsApplication.instance().thread():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
