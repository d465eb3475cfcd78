"""The one root exception of the package, and what Cancel raises."""

from __future__ import annotations

from typing import Callable, TypeVar

from .messages import Message

SomeError = TypeVar("SomeError", bound="ExportError")


class ExportError(Exception):
    """A refusal or failure that is told to the user in one sentence.

    Attributes:
        message: the sentence.
    """

    def __init__(self, template: str, **values: object) -> None:
        """Make the sentence; see ``Message``.

        Args:
            template: English sentence with ``{name}`` places.
            **values: what goes into the places.
        """
        self.message = Message(template, **values)
        super().__init__(str(self.message))

    @classmethod
    def saying(cls: type[SomeError], message: Message) -> SomeError:
        """Return the error that says a sentence."""
        error = cls("")
        error.message = message
        error.args = (str(message),)
        return error

    def said_of(self, parameter: str) -> ExportError:
        """Return the same sentence, said of a parameter.

        Args:
            parameter: its name, which the sentence then begins with.
        """
        return ExportError.saying(self.message.said_of(parameter))

    def translated(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the user's language.

        Args:
            translate: gives the translation of an English template.
        """
        return self.message.translated(translate)


class NothingToExportError(ExportError):
    """There is nothing to export: no chip would have a label or a valid pixel. Another raster may have."""


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """The user pressed Cancel."""
