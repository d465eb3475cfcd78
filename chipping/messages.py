"""What is told to the user: English templates with named values.

The algorithm translates the template and still says the values. No sentence
holds a secret of a layer's source, wherever it is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Callable

from .redaction import shown

_BREAKS = re.compile(r"\s*[\r\n]+\s*")


class Message:
    """A sentence for the user: a warning, a finding, or what an error says."""

    def __init__(self, template: str, **values: object) -> None:
        """Keep the template and its values apart.

        Args:
            template: English sentence with ``{name}`` places.
            **values: what goes into the places.
        """
        self._template = template
        self._values = values
        self._parameter = ""
        self._renamed: Mapping[str, str] = {}

    def __str__(self) -> str:
        """Return the sentence in English."""
        return self.translated(str)

    def with_values(self, **values: object) -> Message:
        """Return the same sentence with other values in some of its places."""
        return self._like(Message(self._template, **{**self._values, **values}))

    def said_of(self, parameter: str) -> Message:
        """Return the same sentence, said of a parameter.

        Args:
            parameter: its name, which the sentence then begins with.
        """
        said = self._like(Message(self._template, **self._values))
        said._parameter = f"{parameter}: "
        return said

    def renamed(self, names: Mapping[str, str]) -> Message:
        """Return the same sentence, said of parameters with other names.

        Args:
            names: the names that its template has, and those to be said.
        """
        said = self._like(Message(self._template, **self._values))
        said._renamed = names
        return said

    def _like(self, other: Message) -> Message:
        other._parameter, other._renamed = self._parameter, self._renamed
        return other

    def translated(self, translate: Callable[[str], str], dressed: Callable[[str], str] = str) -> str:
        """Return the sentence in the user's language.

        Args:
            translate: gives the translation of an English template.
            dressed: gives what is said for a translated template.
        """
        template = translate(self._template)
        for name, other in self._renamed.items():
            template = re.sub(rf"\b{name}\b", other, template)
        values = {name: _in_one_line(value) for name, value in self._values.items()}
        return self._parameter + shown(dressed(template).format(**values))


def _in_one_line(value: object) -> object:
    """Return a value; a text without line breaks, which names, and reasons that GDAL gives, may have."""
    text = str(value) if isinstance(value, BaseException) else value
    return _BREAKS.sub(" ", text.strip("\r\n")) if isinstance(text, str) else text
