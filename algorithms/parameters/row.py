"""A row of the table of parameters."""

from __future__ import annotations

from typing import Any, Callable, NamedTuple

from qgis.core import QgsProcessingParameterDefinition

from .kinds import Kind


class Parameter(NamedTuple):
    """A row of the table.

    Attributes:
        name: what calls name it by.
        label: its name in the dialog.
        help: what it does, in sentences.
        kind: how it is declared and read.
        default: its value where none is given, None for none.
        advanced: whether it stands in the dialog's closed group.
        option: the field of ``ExportOptions`` that it becomes; "" for a layer,
            a path or an extent, which ``inputs`` reads.
        as_option: turns what was read into the value of that field.
    """

    name: str
    label: str
    help: str
    kind: Kind
    default: Any = None
    advanced: bool = False
    option: str = ""
    as_option: Callable[[Any], Any] = lambda value: value

    def definition(self) -> QgsProcessingParameterDefinition:
        """Return the declaration."""
        declared = self.kind.declared(self.name, self.label, self.default)
        declared.setHelp(self.help)
        if self.advanced:
            declared.setFlags(declared.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        return declared


class Output(NamedTuple):
    """A number that a run gives.

    Attributes:
        name: what later steps of a model name it by.
        label: its name in the dialog.
        help: what it counts.
    """

    name: str
    label: str
    help: str
