"""The one way from a text to HTML."""

from __future__ import annotations

from html import escape

from ..chipping.redaction import shown


def html_text(text: str) -> str:
    """Return a text as HTML that shows it: nothing in it is markup, and nothing a secret.

    Args:
        text: names of layers, classes, folders, or anything else; also safe in an attribute's quotes.
    """
    return escape(shown(text))
