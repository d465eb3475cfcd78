"""Requests to servers through QGIS's network settings: several at once, patient, cancellable.

``QgsNetworkAccessManager.blockingGet`` follows the user's proxy, time-out and
authentication settings. It reports what went wrong, which a data provider does
not: its block is valid and transparent when the server is dead.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from functools import partial
from typing import Callable, TypeVar

from qgis.core import QgsApplication, QgsDataSourceUri, QgsFeedback, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QThread, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from .daemon_pool import DaemonPool
from .errors import Cancelled
from .grid import Window
from .imagery_answers import Answer, Request, body
from .imagery_pixels import UnreadableError
from .readable import length_text
from .retry import LOOK, PATIENCE, Stop, TroubleError, retried

T = TypeVar("T")

_AT_ONCE = 4  # requests; what a browser would do is 6
_LONGEST = 5  # network time-outs that a request may take, however the server drips
_FAREWELL = 2.0  # seconds given to requests that were called off


@dataclass
class _Round:
    """Requests that are called off together."""

    over: threading.Event = field(default_factory=threading.Event)
    running: set[QgsFeedback] = field(default_factory=set)

    def pause(self, seconds: float) -> None:
        """Wait, unless the round is called off."""
        if self.over.wait(seconds):
            raise Cancelled

    def call_off(self) -> None:
        """End all requests."""
        self.over.set()
        for feedback in list(self.running):
            feedback.cancel()


@dataclass(frozen=True)
class Web:
    """How a layer's server is asked.

    Attributes:
        headers: HTTP headers.
        authentication: id of a QGIS authentication configuration, "" for none.
    """

    headers: Mapping[str, str] = field(default_factory=dict)
    authentication: str = ""

    @classmethod
    def of(cls, uri: QgsDataSourceUri) -> Web:
        """Return how the server of a layer is asked."""
        referer = uri.param("referer") or uri.param("http-header:referer")
        headers = {"Referer": referer} if referer else {}
        if hasattr(uri, "httpHeaders"):  # QGIS 3.24 and later
            headers.update({str(name): str(text) for name, text in uri.httpHeaders().headers().items()})
        return cls(headers, uri.authConfigId() or uri.param("authcfg"))

    def document(self, url: str) -> bytes:
        """Return a document that describes a service.

        Args:
            url: address.

        Raises:
            TroubleError: no good answer came, in several attempts.
        """
        request = Request(Window(0, 0, 0, 0), url)
        try:
            ((_, content),) = self.each([request], lambda answer, _: body(answer), lambda: None)
        except UnreadableError as error:
            raise TroubleError(str(error)) from error
        return content

    def each(
        self, requests: Sequence[Request], read: Callable[[Answer, Request], T], stop: Stop
    ) -> Iterator[tuple[Request, T]]:
        """Give what is read from the answers, in the order in which they come.

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
        return retried(lambda: read(self._ask(request.url, this_round), request), this_round.pause, patience)

    def _ask(self, url: str, this_round: _Round) -> Answer:
        """Return the answer to one request.

        QGIS's cache is passed over: it also gives what has long been replaced.

        Args:
            url: address.
            this_round: may call it off.
        """
        request = QNetworkRequest(QUrl(url))
        for name, text in self.headers.items():
            request.setRawHeader(name.encode(), text.encode())
        feedback = QgsFeedback()
        this_round.running.add(feedback)
        limit = _LONGEST * QgsNetworkAccessManager.timeout() / 1000
        alarm = threading.Timer(limit, feedback.cancel)
        alarm.daemon = True
        alarm.start()
        try:
            this_round.pause(0)
            reply = QgsNetworkAccessManager.blockingGet(request, self.authentication, True, feedback)
        finally:
            alarm.cancel()
            this_round.running.discard(feedback)
        if feedback.isCanceled():
            raise TroubleError(f"no whole answer within {length_text(limit)} seconds", passing=False)
        return _answer(reply)


def _result(future: Future[T], request: Request) -> T:
    try:
        return future.result()
    except TroubleError as trouble:
        raise UnreadableError(f"{trouble} ({request.url})", request.window) from trouble


def _answer(reply: object) -> Answer:
    """Return QGIS's network reply as plain values."""
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    failed = reply.error() != QNetworkReply.NetworkError.NoError
    content = bytes(reply.content())
    if status is None:  # a file, or no answer at all
        absent = reply.error() == QNetworkReply.NetworkError.ContentNotFoundError
        status = 404 if absent else 0 if failed else 200
    error = reply.errorString() if failed else ""
    if reply.attribute(QNetworkRequest.Attribute.SourceIsFromCacheAttribute):
        # Where a server fails, Qt answers with what it once had, whatever was asked for, or mixes both.
        status, error = 500, error or "the server failed"
    if reply.error() == QNetworkReply.NetworkError.OperationCanceledError:
        error = f"no answer within {length_text(QgsNetworkAccessManager.timeout() / 1000)} seconds"
    return Answer(int(status), content, error)


def _idle(stop: Stop) -> None:
    """Look at Cancel; in the main thread also answer questions for a password or certificate."""
    stop()
    if QThread.currentThread() == QgsApplication.instance().thread():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
