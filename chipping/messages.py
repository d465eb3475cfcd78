"""What is told to the user: English templates with named values.

The algorithm translates the template and still says the values. No sentence
holds a secret of a layer's source, wherever it is read.
"""

from __future__ import annotations

from typing import Callable

from .redaction import shown


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

    def __str__(self) -> str:
        """Return the sentence in English."""
        return self.translated(str)

    def with_values(self, **values: object) -> Message:
        """Return the same sentence with other values in some of its places."""
        return Message(self._template, **{**self._values, **values})

    def said_of(self, parameter: str) -> Message:
        """Return the same sentence, said of a parameter.

        Args:
            parameter: its name, which the sentence then begins with.
        """
        said = Message(self._template, **self._values)
        said._parameter = f"{parameter}: "
        return said

    def translated(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the user's language.

        Args:
            translate: gives the translation of an English template.
        """
        return self._parameter + shown(translate(self._template).format(**self._values))
