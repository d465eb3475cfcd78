"""XML from a server: no entities, no document types, no network, and bounds on what it may hold."""

from __future__ import annotations

import io
import math
import re
from typing import Any, Callable

from lxml import etree

from ...chipping.untrusted.safe_xml import SAFE

_MOST_ELEMENTS = 250_000  # that are kept
_LONGEST_TAG = re.compile(rb"<[^!?>][^>]{16384}")


def _keep_all(element: Any) -> bool:
    return False


def xml_root(document: bytes, unwanted: Callable[[Any], bool] = _keep_all) -> Any:
    """Return the root of a document, None where it is no XML.

    Args:
        document: from a server.
        unwanted: whether all that is in an element that has been read is dropped at once.

    Raises:
        ValueError: it is larger than any description of a service, or declares entities.
    """
    if _LONGEST_TAG.search(document):
        raise ValueError("the document has a tag of more than 16 kB")
    events = etree.iterparse(io.BytesIO(document), ("end",), **SAFE)
    kept = 0
    try:
        for _, element in events:
            kept += 1
            if unwanted(element):
                kept -= _emptied(element)
            if kept > _MOST_ELEMENTS:
                raise ValueError("the document is larger than any description of a service")
    except etree.XMLSyntaxError:
        return None
    root = events.root
    if _entities(root):
        raise ValueError("the document declares XML entities")
    return root


def _emptied(element: Any) -> int:
    """Empty an element, and return how many were in it."""
    count = sum(1 for _ in element.iterdescendants(etree.Element))
    element.clear(keep_tail=True)
    return count


def _entities(root: Any) -> bool:
    kind = root.getroottree().docinfo.internalDTD
    return kind is not None and any(True for _ in kind.iterentities())


def words_of(text: str) -> str:
    """Return the text of an XML document or a page of HTML, whole or broken, without its entities."""
    if "<html" in text[:500].lower():
        parser: Any = etree.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    else:
        parser = etree.XMLParser(recover=True, encoding="utf-8", **SAFE)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return ""
    return " ".join(root.itertext(etree.Element)) if root is not None else ""


def named_number(name: str, said: str, low: float, high: float) -> float:
    """Return a number that a document says.

    Args:
        name: of the number, for messages.
        said: its text.
        low: least value.
        high: greatest value.

    Raises:
        ValueError: it is no number of that range.
    """
    try:
        value = float(said)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        raise ValueError(f"its {name} is {said[:40]!r}, not a number from {low:g} to {high:g}")
    return value


def named_whole(name: str, said: str, low: int, high: int) -> int:
    """Return a whole number that a document says; see ``named_number``."""
    value = named_number(name, said, low, high)
    if not value.is_integer():
        raise ValueError(f"its {name} is {said[:40]!r}, not a whole number")
    return int(value)
