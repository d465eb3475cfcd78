"""What a server says, as words that can be shown: one line, short, without secrets."""

from __future__ import annotations

import json
import re

from ...chipping.untrusted.bounded_json import bounded_json
from .server_xml import words_of

_LONGEST = 300  # characters that are told
_LOOKED_AT = 20000  # bytes that are looked at
_ADDRESS = re.compile(r"\b([a-zA-Z][a-zA-Z0-9+.-]*://)(?:[^\s/?#@]*@)?([^\s?#)\"'<>]*)[^\s)\"'<>]*")


def without_query(text: str) -> str:
    """Return a text whose addresses have lost user, password and query string: ``http://host/path``."""
    return _ADDRESS.sub(r"\1\2", text)


def shown(text: str) -> str:
    """Return a text as it can be shown: one line, short, and nothing in it that cannot be printed."""
    line = " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
    line = "".join(each if each.isprintable() else "\ufffd" for each in line)
    return without_query(line[: 2 * _LONGEST])[:_LONGEST]


def server_words(content: bytes) -> str:
    """Return what a text answer says: an exception in XML or JSON, or the text of a page."""
    text = content[:_LOOKED_AT].decode("utf-8", errors="replace").strip()
    if text.startswith("{"):
        text = _json_words(text)
    elif text.startswith("<"):
        text = words_of(text)
    if not text.isprintable() and "\ufffd" in text:
        return ""
    return shown(text)


def _json_words(text: str) -> str:
    """Return the message of ArcGIS's ``{"error": {"message": …, "details": […]}}``."""
    try:
        document = bounded_json(text.encode("utf-8", "replace"))
    except ValueError:
        return text
    return error_words(document.get("error", {}) if isinstance(document, dict) else {}) or text


def error_words(error: object) -> str:
    """Return the words of an error of ArcGIS, "" where it has none."""
    if not isinstance(error, dict):
        return str(error)
    details = error.get("details")
    said = [error.get("message"), *(details if isinstance(details, list) else [details])]
    return " ".join(each if isinstance(each, str) else json.dumps(each) for each in said if each)
