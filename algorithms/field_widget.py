"""The field box of the dialog, which follows a layer that may be a raster.

QGIS's own (up to 3.44 at least) takes the layer of a ``Field`` parameter for a
vector layer without looking, and dies when its parent holds a raster.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from processing.gui.wrappers import WidgetWrapper
from processing.tools.dataobjects import createContext
from qgis.core import QgsProcessingParameters, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsGui

from ..chipping.steps import Step
from .unforeseen import survived


class LayerFieldWidget(WidgetWrapper):
    """Lists the fields of the parent layer, none for a raster."""

    def __new__(cls, parameter: Any, dialog: Any, row: int = 0, col: int = 0) -> Any:
        """Return QGIS's own in the modeler, where there is no layer to follow."""
        if dialog.__class__.__name__ != "ModelerParametersDialog":
            return super().__new__(cls, parameter, dialog, row, col)
        registry = QgsGui.processingGuiRegistry()
        own = registry.createModelerParameterWidget(dialog.model, dialog.childId, parameter, dialog.context)
        own.setDialog(dialog)
        return own

    def createWidget(self) -> QgsFieldComboBox:
        """Return the empty box."""
        self._context = createContext()  # owns the layer where it was given as a path
        box = QgsFieldComboBox()
        box.setAllowEmptyFieldName(True)
        box.fieldChanged.connect(lambda _: self.widgetValueHasChanged.emit(self))
        return box

    def postInitialize(self, wrappers: Iterable[Any]) -> None:
        """Follow the parent parameter's box."""
        parent = self.parameterDefinition().parentLayerParameterName()
        for wrapper in wrappers:
            if wrapper.parameterDefinition().name() == parent:
                self._follow(wrapper)
                wrapper.widgetValueHasChanged.connect(self._follow)

    def _follow(self, parent: Any) -> None:
        with survived(Step("Listing the fields of the class data")):
            definition, value = parent.parameterDefinition(), parent.parameterValue()
            values = {definition.name(): value}
            layer = QgsProcessingParameters.parameterAsLayer(definition, values, self._context)
            self.widget.setLayer(layer if isinstance(layer, QgsVectorLayer) else None)

    def setValue(self, value: Any) -> None:
        """Show a field."""
        self.widget.setField(value or "")

    def value(self) -> Any:
        """Return the chosen field's name, None for none."""
        return self.widget.currentField() or None
