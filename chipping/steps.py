"""What is being done, so that an error that nobody foresaw can say where it happened."""

from __future__ import annotations

from types import TracebackType
from typing import Callable

from .errors import Cancelled, ExportError
from .window import Window

_LONGEST_REASON = 200  # characters
_FORESEEN = (ExportError, Cancelled)


class Step:
    """A step of the work, as a context: what goes wrong in it, and was not foreseen, becomes one sentence.

    ``with Step("Encoding chip {stem}", stem="000000041"):``
    """

    __slots__ = ("template", "values")

    def __init__(self, template: str, **values: object) -> None:
        """Name the step.

        Args:
            template: English words with ``{name}`` places, that can stand before a colon.
            **values: what goes into the places.
        """
        self.template = template
        self.values = values

    def __enter__(self) -> None:
        """Begin the step."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the step.

        Raises:
            UnforeseenError: it raised something else than an ExportError or Cancelled.
        """
        if isinstance(error, Exception) and not isinstance(error, _FORESEEN):
            raise UnforeseenError.of(self, error) from error

    def words(self, translate: Callable[[str], str] = str) -> str:
        """Return the step in the user's language.

        Args:
            translate: gives the translation of an English template.
        """
        return translate(self.template).format(**self.values)


class UnforeseenError(ExportError):
    """A step failed in a way that nobody foresaw, or for lack of memory; its cause says how.

    Attributes:
        step: what was being done.
    """

    step: Step

    @classmethod
    def of(cls, step: Step, error: Exception) -> UnforeseenError:
        """Return the sentence about an error.

        Args:
            step: what was being done.
            error: what it raised.
        """
        if isinstance(error, MemoryError):
            found = cls(
                "{step}: there is not enough memory; make TILE_SIZE_X and TILE_SIZE_Y smaller, or close "
                "other programs (details: {place}).",
                step=step.words(),
                place="-",
            )
        else:
            found = cls(
                "{step}: an error that was not foreseen ({reason}); please report it, with the details in "
                "{place}.",
                step=step.words(),
                reason=_reason(error),
                place="-",
            )
        found.step = step
        return found

    def kept_in(self, place: str) -> UnforeseenError:
        """Return the same error, whose sentence says where the details are.

        Args:
            place: of the details, in the user's language.
        """
        self.message = self.message.with_values(place=place)
        return self

    def said_of(self, parameter: str) -> UnforeseenError:
        """Return the same error: its step says what it is about.

        Args:
            parameter: not used.
        """
        return self

    def translated(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the user's language.

        Args:
            translate: gives the translation of an English template.
        """
        return self.message.with_values(step=self.step.words(translate)).translated(translate)


def bounds(window: Window) -> dict[str, object]:
    """Return what a template names of a window: ``col_off``, ``col_end``, ``row_off``, ``row_end``."""
    return {
        "col_off": window.col_off,
        "col_end": window.col_end,
        "row_off": window.row_off,
        "row_end": window.row_end,
    }


def _reason(error: Exception) -> str:
    """Return an error in one line."""
    words = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(":.")
    return words if len(words) <= _LONGEST_REASON else words[: _LONGEST_REASON - 1] + "…"
