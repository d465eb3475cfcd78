"""The one root exception of the package.

A message is an English template with named values, so that the algorithm can
translate the template and still say the values. No sentence holds a secret of
a layer's source, wherever it is read.
"""

from __future__ import annotations

from typing import Callable

from .redaction import shown


class ExportError(Exception):
    """A refusal or failure that is told to the user in one sentence."""

    def __init__(self, template: str, **values: object) -> None:
        """Keep the template and its values apart.

        Args:
            template: English sentence with ``{name}`` places.
            **values: what goes into the places.
        """
        super().__init__(shown(template.format(**values)))
        self.template = template
        self.values = values
        self._parameter = ""

    def said_of(self, parameter: str) -> ExportError:
        """Return the same sentence, said of a parameter.

        Args:
            parameter: its name, which the sentence then begins with.
        """
        said = ExportError(self.template, **self.values)
        said._parameter = f"{parameter}: "
        said.args = (f"{parameter}: {self}",)
        return said

    def translated(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the user's language.

        Args:
            translate: gives the translation of an English template.
        """
        return self._parameter + shown(translate(self.template).format(**self.values))


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """The user pressed Cancel."""
