"""Kinds of parameters: how QGIS declares one, how it is read, and what documentation says it takes."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
)

from ...chipping.errors import ExportError
from ...chipping.readable import length_text
from ..checks.given import is_given, shown

Values = Mapping[str, Any]

LARGEST_NUMBER = 999_999_999
"""What fits the nine digits of a stem."""

_SWITCH_WORDS = ("true", "false", "1", "0", "")  # what QGIS takes; all other text would be true


class Given(NamedTuple):
    """What the user gave, and what reads it.

    Attributes:
        alg: the algorithm, which knows how to read its parameters.
        values: what the user gave, by parameter.
        context: where layers are looked up.
    """

    alg: QgsProcessingAlgorithm
    values: Values
    context: QgsProcessingContext


class Kind(ABC):
    """A kind of parameter.

    Layers, paths and extents are of this class; ``inputs`` reads them.
    """

    @property
    @abstractmethod
    def takes(self) -> str:
        """What documentation says that it takes, in Markdown."""

    @abstractmethod
    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return the declaration of a parameter.

        Args:
            name: its name in calls.
            label: its name in the dialog.
            default: its default value, None for none.
        """

    @abstractmethod
    def recorded(self, given: Given, name: str) -> Any:
        """Return the value that a call needs to do the same again, as JSON can hold it.

        None where nothing is set, or where the value decides on no byte of the export.

        Args:
            given: what the user gave.
            name: the parameter.
        """

    def unacceptable(self, name: str, value: str) -> ExportError:
        """Return what to say of a value that is of the wrong kind.

        Args:
            name: the parameter.
            value: the value in words.
        """
        return ExportError("{name}: {value} is not what this parameter takes.", name=name, value=value)


class Setting(Kind):
    """A kind of parameter whose value is plain: it can become a field of ``ExportOptions`` as it is read."""

    @abstractmethod
    def read(self, given: Given, name: str) -> Any:
        """Return the checked value of a parameter.

        Args:
            given: what the user gave.
            name: the parameter.

        Raises:
            ExportError: the value is unusable; the message names the parameter.
        """

    def recorded(self, given: Given, name: str) -> Any:
        """Return what is read."""
        return self.read(given, name)


def _is_number(given: Given, name: str) -> bool:
    """Return whether a number, or nothing, is given: QGIS takes any text for an optional number."""
    definition = given.alg.parameterDefinition(name).clone()
    if is_given(given.values.get(name)):
        definition.setFlags(definition.flags() & ~QgsProcessingParameterDefinition.Flag.FlagOptional)
    return bool(definition.checkValueIsAcceptable(given.values.get(name), given.context))


@dataclass(frozen=True)
class WholeNumber(Setting):
    """A whole number.

    Attributes:
        minimum: the smallest that can be used.
        maximum: the largest.
        optional: a model that was made before there was this parameter has no value for it.
        decides: the bytes of an export depend on it.
    """

    minimum: int
    maximum: int = LARGEST_NUMBER
    optional: bool = False
    decides: bool = True

    @property
    def takes(self) -> str:
        """The range."""
        if self.maximum < LARGEST_NUMBER:
            return f"integer {self.minimum} … {self.maximum}"
        return f"integer ≥ {self.minimum}"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return a number."""
        whole = QgsProcessingParameterNumber.Type.Integer
        limits = {"minValue": self.minimum}
        if self.maximum < LARGEST_NUMBER:
            limits["maxValue"] = self.maximum
        return QgsProcessingParameterNumber(
            name, label, type=whole, defaultValue=default, optional=self.optional, **limits
        )

    def recorded(self, given: Given, name: str) -> int | None:
        """Return what is read, None where no byte depends on it."""
        return self.read(given, name) if self.decides else None

    def read(self, given: Given, name: str) -> int | None:
        """Return the number, None where none is given and there is no default."""
        text = given.values.get(name)
        value = float(given.alg.parameterAsDouble(given.values, name, given.context))
        default = given.alg.parameterDefinition(name).defaultValue()
        if self.optional and default is None and not is_given(text):
            return None
        whole = value.is_integer() and _is_number(given, name)
        if not whole or not self.minimum <= value <= self.maximum:
            raise ExportError(
                "{name}: {value} is not a whole number from {minimum} to {maximum}.",
                name=name,
                value=shown(text),
                minimum=self.minimum,
                maximum=self.maximum,
            )
        return int(value)


@dataclass(frozen=True)
class RealNumber(Setting):
    """A number that need not be whole.

    Attributes:
        minimum: the smallest that can be used.
        maximum: the largest.
    """

    minimum: float
    maximum: float = LARGEST_NUMBER

    @property
    def takes(self) -> str:
        """The range."""
        if self.maximum < LARGEST_NUMBER:
            return f"number {self.minimum:g} … {self.maximum:g}"
        return f"number ≥ {self.minimum:g}"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an optional number: models of earlier versions do not have it."""
        limits: dict[str, Any] = {"minValue": self.minimum, "optional": True}
        if self.maximum < LARGEST_NUMBER:
            limits["maxValue"] = self.maximum
        real = QgsProcessingParameterNumber.Type.Double
        return QgsProcessingParameterNumber(name, label, type=real, defaultValue=default, **limits)

    def read(self, given: Given, name: str) -> float:
        """Return the number."""
        text = given.values.get(name)
        value = float(given.alg.parameterAsDouble(given.values, name, given.context))
        if not _is_number(given, name) or not self.minimum <= value <= self.maximum:
            raise ExportError(
                "{name}: {value} is not a number from {minimum} to {maximum}.",
                name=name,
                value=shown(text),
                minimum=length_text(self.minimum),
                maximum=length_text(self.maximum),
            )
        return value


@dataclass(frozen=True)
class Switch(Setting):
    """On or off.

    Attributes:
        decides: the bytes of an export depend on it.
    """

    decides: bool = True

    takes = "`true`, `false`"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an optional switch: models of earlier versions do not have it."""
        return QgsProcessingParameterBoolean(name, label, default, True)

    def read(self, given: Given, name: str) -> bool:
        """Return whether it is on."""
        value = given.values.get(name)
        if isinstance(value, str) and value.strip().lower() not in _SWITCH_WORDS:
            raise ExportError("{name}: {value} is neither true nor false.", name=name, value=shown(value))
        return bool(given.alg.parameterAsBool(given.values, name, given.context))

    def recorded(self, given: Given, name: str) -> bool | None:
        """Return what is read, None where no byte depends on it."""
        return self.read(given, name) if self.decides else None


@dataclass(frozen=True)
class Choice(Setting):
    """One of several words, in their documented spelling.

    Attributes:
        choices: the words.
        optional: a model that was made before there was this parameter has no value for it.
    """

    choices: Sequence[str]
    optional: bool = False

    @property
    def takes(self) -> str:
        """The words."""
        return ", ".join(f"`{each}`" for each in self.choices)

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an enumeration of static strings."""
        return QgsProcessingParameterEnum(
            name,
            label,
            options=list(self.choices),
            defaultValue=default,
            optional=self.optional,
            usesStaticStrings=True,
        )

    def read(self, given: Given, name: str) -> str:
        """Return the word."""
        # Not parameterAsEnumString: in a model it takes the default for what it does not know.
        value = str(given.alg.parameterAsString(given.values, name, given.context))
        if value not in self.choices:
            message = "{name}: {value} is not one of {choices}."
            text = shown(given.values.get(name))
            raise ExportError(message, name=name, value=text, choices=", ".join(self.choices))
        return value


class Length(Setting):
    """A length above 0 (map units), which need not be given."""

    takes = "number > 0"

    def declared(self, name: str, label: str, default: Any) -> QgsProcessingParameterDefinition:
        """Return an optional number."""
        real = QgsProcessingParameterNumber.Type.Double
        return QgsProcessingParameterNumber(name, label, type=real, defaultValue=default, optional=True)

    def read(self, given: Given, name: str) -> float | None:
        """Return the length, None where none is given."""
        if not is_given(given.values.get(name)):
            return None
        length = float(given.alg.parameterAsDouble(given.values, name, given.context))
        if not 0 < length < math.inf:
            message = "{name}: {value} is not a length above 0."
            raise ExportError(message, name=name, value=shown(given.values[name]))
        return length
