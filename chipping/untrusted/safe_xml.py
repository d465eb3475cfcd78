"""XML that somebody else made: no entities, no document types of its own, no network."""

from __future__ import annotations

from typing import Any

from lxml import etree

SAFE: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
"""What every parser of lxml is made with."""


def safe_root(document: bytes) -> Any:
    """Return the root of a document, without its comments.

    Args:
        document: a file, or what GDAL says of one.

    Raises:
        etree.XMLSyntaxError: it is no XML.
    """
    return etree.fromstring(document, etree.XMLParser(remove_comments=True, **SAFE))
