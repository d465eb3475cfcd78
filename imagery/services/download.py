"""One request to a server through QGIS's network settings, with bounds on all that it may cost.

``QgsNetworkAccessManager.blockingGet`` would follow the user's proxy, time-out and
authentication settings too, but it holds the whole body, unpacked, before it can be
looked at, follows redirects without end, and follows them to local files.

Nothing here connects a Python function to a signal: in several threads at once that
stops the process for ever. The answer is looked at instead, whenever something came.
"""

from __future__ import annotations

import contextlib
import os
import stat
import threading
import time
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEventLoop, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from ...chipping.errors import Cancelled
from ...chipping.readable import length_text
from ...chipping.retry import LOOK, TroubleError
from .answers import Answer
from .bounded_body import ENCODINGS, Body
from .server_words import without_query

T = TypeVar("T", QgsNetworkAccessManager, QNetworkReply)

MOST_REDIRECTS = 5

_FOLLOWED = ("http", "https")
_BUFFER = 1 << 20  # bytes of an answer that Qt holds until they are read
_EVENTS = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
_PREPARING = threading.Lock()
"""Requests are prepared one after the other: one may have to wait for the user's master password."""


class Asked(NamedTuple):
    """One request.

    Attributes:
        url: address.
        headers: HTTP headers.
        authentication: id of a QGIS authentication configuration, "" for none.
        most: bytes that the answer may have.
        seconds: that it may take.
    """

    url: str
    headers: Mapping[str, str]
    authentication: str
    most: int
    seconds: float


def download(asked: Asked, over: threading.Event) -> Answer:
    """Return the answer to a request; to be called in a thread of its own that has an event loop.

    Args:
        asked: the request.
        over: is set when the answer is no longer wanted.

    Raises:
        TroubleError: the answer is too large, takes too long, or leads to nowhere.
        Cancelled: it is no longer wanted.
    """
    end = time.monotonic() + asked.seconds
    url, trusted = QUrl(asked.url), True
    for _ in range(MOST_REDIRECTS + 1):
        _check_scheme(url, "the address begins with")
        answer, target = _answer(asked, url, trusted, end, over)
        if target is None:
            return answer
        url, before = url.resolved(target), url
        _check_scheme(url, "the server redirects to")
        trusted = trusted and _is_same_place(before, url)
    raise TroubleError(f"the server redirects more than {MOST_REDIRECTS} times", passing=False)


def read_file(url: str, most: int) -> Answer:
    """Return a local file as if a server had sent it.

    Args:
        url: begins with ``file:``.
        most: bytes that it may have.

    Raises:
        TroubleError: it is too large, or no file with an end.
    """
    try:
        number = os.open(QUrl(url).toLocalFile(), os.O_RDONLY | _flag("O_NONBLOCK") | _flag("O_BINARY"))
    except (FileNotFoundError, NotADirectoryError):
        return Answer(404, b"", "no such file")
    except (OSError, ValueError) as error:
        raise TroubleError(getattr(error, "strerror", None) or str(error), passing=False) from error
    with os.fdopen(number, "rb") as file:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise TroubleError("that is no regular file", passing=False)
        body = Body(most)
        body.add(file.read(most + 1))
    return Answer(200, body.content())


def is_file(url: str) -> bool:
    """Return whether an address is one of a local file."""
    return bool(QUrl(url).scheme().lower() == "file")


def _flag(name: str) -> int:
    """Return a flag of ``os.open``, 0 where the system has none of that name."""
    return int(getattr(os, name, 0))


def _check_scheme(url: QUrl, what: str) -> None:
    scheme = url.scheme().lower()
    if scheme not in _FOLLOWED:
        named = f"{scheme[:20]}:" if scheme else "no scheme"
        raise TroubleError(f"{what} {named} and only http and https are followed", passing=False)


def _is_same_place(before: QUrl, after: QUrl) -> bool:
    """Return whether what was meant for one address may be told to another: passwords, above all."""
    downgraded = before.scheme().lower() == "https" and after.scheme().lower() == "http"
    return before.host().lower() == after.host().lower() and not downgraded


def _answer(
    asked: Asked, url: QUrl, trusted: bool, end: float, over: threading.Event
) -> tuple[Answer, QUrl | None]:
    """Return the answer to a request and where it leads to.

    Args:
        asked: the request.
        url: where to ask.
        trusted: the server may see headers and authentication.
        end: when to give up, as ``time.monotonic`` counts.
        over: is set when the answer is no longer wanted.
    """
    waker = QTimer()
    waker.start(round(LOOK * 1000))
    reply = _sent(asked, url, trusted)
    try:
        content = _content(reply, asked, end, over)
        return _read(reply, content)
    finally:
        waker.stop()
        reply.abort()
        sip.delete(reply)


def _sent(asked: Asked, url: QUrl, trusted: bool) -> QNetworkReply:
    """Return the reply to a request that is on its way.

    QGIS's cache is passed over: it also gives what has long been replaced.

    Raises:
        TroubleError: the authentication configuration cannot be used.
    """
    request = QNetworkRequest(url)
    attribute = QNetworkRequest.Attribute
    request.setAttribute(attribute.RedirectPolicyAttribute, 0)  # manual
    request.setAttribute(attribute.CacheLoadControlAttribute, 0)  # always from the network
    request.setAttribute(attribute.CacheSaveControlAttribute, False)
    for name, text in asked.headers.items() if trusted else ():
        request.setRawHeader(name.encode(), text.encode())
    request.setRawHeader(b"Accept-Encoding", ENCODINGS)  # Qt would unpack an answer without a bound
    authentication, manager = asked.authentication if trusted else "", QgsApplication.authManager()
    with _PREPARING:
        if authentication:
            fine, request = manager.updateNetworkRequest(request, authentication)
            if not fine:
                raise TroubleError("the layer's authentication cannot be used", passing=False)
        reply = _unwatched(_unwatched(QgsNetworkAccessManager.instance()).get(request))
        reply.setReadBufferSize(_BUFFER)
        if authentication:
            manager.updateNetworkReply(reply, authentication)
    return reply


def _unwatched(made_by_qt: T) -> T:
    """Return an object of this thread that Python's main thread does not watch.

    PyQt hears there, late, that an object was destroyed, and takes what then
    lies at the same place in memory for it: a later reply would count as deleted.

    Args:
        made_by_qt: an object that Qt or QGIS made.
    """
    with contextlib.suppress(TypeError):  # nothing was connected
        made_by_qt.destroyed.disconnect()
    return made_by_qt


def _content(reply: QNetworkReply, asked: Asked, end: float, over: threading.Event) -> bytes:
    """Return the body, read as it comes.

    Raises:
        TroubleError: it is too large, or takes too long.
        Cancelled: it is no longer wanted.
    """
    loop, body = QEventLoop(), None
    while True:
        finished = reply.isFinished()
        if _target(reply) is not None:
            return b""
        data = bytes(reply.read(_BUFFER) or b"")
        if data:
            body = body or Body(asked.most, bytes(reply.rawHeader(b"Content-Encoding")).decode("latin-1"))
            body.add(data)
        elif finished:
            return body.content() if body and not _failed(reply) else _so_far(body)
        else:
            loop.processEvents(_EVENTS)
        if over.is_set():
            raise Cancelled
        if time.monotonic() > end:
            raise TroubleError(f"no whole answer within {length_text(asked.seconds)} seconds", passing=False)


def _so_far(body: Body | None) -> bytes:
    """Return what came of an answer that failed: a server's words, if they are whole."""
    try:
        return body.content() if body else b""
    except TroubleError:
        return b""


def _target(reply: QNetworkReply) -> QUrl | None:
    target: Any = reply.attribute(QNetworkRequest.Attribute.RedirectionTargetAttribute)
    return target if isinstance(target, QUrl) and not target.isEmpty() else None


def _failed(reply: QNetworkReply) -> bool:
    return bool(reply.error() != QNetworkReply.NetworkError.NoError)


def _read(reply: QNetworkReply, content: bytes) -> tuple[Answer, QUrl | None]:
    """Return a reply as plain values, and where it leads to."""
    attribute, errors = QNetworkRequest.Attribute, QNetworkReply.NetworkError
    status = reply.attribute(attribute.HttpStatusCodeAttribute) or 0
    error = without_query(reply.errorString()) if _failed(reply) else ""
    if reply.attribute(attribute.SourceIsFromCacheAttribute):
        # Where a server fails, Qt answers with what it once had, whatever was asked for, or mixes both.
        status, error = 500, error or "the server failed"
    if reply.error() == errors.OperationCanceledError:
        error = f"no answer within {length_text(QgsNetworkAccessManager.timeout() / 1000)} seconds"
    return Answer(int(status), content, error), _target(reply)
