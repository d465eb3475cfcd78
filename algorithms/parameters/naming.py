"""Parameters in sentences: as the dialog names them, with the name of calls behind it."""

from __future__ import annotations

import re

from ...chipping.messages import Message
from ..translation import tr
from . import table


def named(message: Message) -> str:
    """Return a sentence in the user's language that names parameters as the dialog does.

    ``IN_RASTER: no raster is given.`` is ``Input raster (IN_RASTER): no raster is given.`` Each
    parameter gets its label where it is first named. Values in the sentence stay as they are: only
    the template is searched, and the name before the first colon.

    Args:
        message: a refusal or a warning.
    """
    labels = {row.name: row.label for row in table.parameters()}
    first = re.match(r"[A-Z_]+(?=:| \()", str(message))
    told = {first[0]} if first is not None else set()

    def label(found: re.Match[str]) -> str:
        name = found[0]
        if name in told or name not in labels:
            return name
        told.add(name)
        return f"{labels[name]} ({name})"

    text = message.translated(_translated, lambda template: _NAME.sub(label, template))
    if first is None or first[0] not in labels or not text.startswith(first[0]):
        return text
    return f"{labels[first[0]]} ({first[0]}){text[len(first[0]) :]}"


_translated = tr
"""Under another name, since what ``tr`` is called with is a text for the catalogues."""

_NAME = re.compile(r"(?<![{\w])[A-Z]{2,}(?:_[A-Z0-9]+)*(?![}\w=])")
"""A parameter's name in a template; not that of a value's place, nor one that is set in a call."""
