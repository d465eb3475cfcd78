"""How QGIS draws the chip index, and what it shows where the mouse rests on a chip."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from qgis.core import (
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsLineSymbol,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRuleBasedRenderer,
    QgsSimpleLineSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from ...chipping.plan.splits import SPLITS
from ...chipping.steps import Step
from ...reports.doubts import HALF
from ..translation import tr
from ..unforeseen import survived

_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_SPLIT = "split"  # the field
_SPLIT_COLORS = {"train": "230,90,0", "valid": "0,110,200", "test": "0,140,70"}
_HALO = {"line_color": "255,255,255,150", "line_width": "0.6"}  # below broken lines, for dark imagery
_ROUND = 0.12  # radius of an outline's corners, as a share of the chip
_ADDRESS = {"%": "%25", "#": "%23", "?": "%3F"}


class _Look(NamedTuple):
    """How chips of one kind are drawn.

    Attributes:
        label: what the legend says.
        condition: which chips.
        inset: how far inside the chip's border its outline lies, as a share of the chip.
        line: of the outline.
    """

    label: str
    condition: str
    inset: float
    line: dict[str, str]


class ChipIndexStyle(QgsProcessingLayerPostProcessorInterface):
    """Draws the chip index when QGIS has loaded it."""

    def postProcessLayer(
        self, layer: Any, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style the layer."""
        if isinstance(layer, QgsVectorLayer):
            with survived(Step("Drawing the chip index"), feedback.pushWarning):
                layer.setRenderer(_renderer(layer.fields().lookupField(_SPLIT) >= 0))
                layer.setMapTipTemplate(map_tip())
                layer.triggerRepaint()


_alive: list[ChipIndexStyle] = []


def new_style() -> ChipIndexStyle:
    """Return a style for one layer.

    QGIS does not keep it alive, and deletes it with the context of its run: one
    instance for all runs would be gone for the second.
    """
    _alive[:] = [each for each in _alive if not sip.isdeleted(each)]
    _alive.append(ChipIndexStyle())
    return _alive[-1]


def map_tip() -> str:
    """Return what is shown of a chip: its name, its classes and its picture; no name in it is markup."""
    image = _replaced(_replaced('"image"', _ADDRESS), _MARKUP)
    stem, classes = (_replaced(f'"{field}"', _MARKUP) for field in ("stem", "classes"))
    slash = "if(left(\"image\", 1) = '/', '', '/')"  # a path of Windows begins with a letter
    return (
        f'<b>[% {stem} %]</b>: [% {classes} %]<br>\n<img src="file://[% {slash} || {image} %]" width="256">'
    )


def _replaced(expression: str, replacements: Mapping[str, str]) -> str:
    """Return an expression whose text has its characters replaced, one after the other.

    QGIS has no function for it before 3.30, and its replace() with a map does not keep an order.
    """
    for character, replacement in replacements.items():
        expression = f"replace({expression}, {_literal(character)}, {_literal(replacement)})"
    return expression


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _looks(is_split: bool) -> list[_Look]:
    """Return how chips are drawn.

    Chips overlap by half as a rule: a filled area would hide what is below, and
    borders of neighbours lie on each other. So each kind is an outline inside
    its chip, and kinds lie at different depths. Corners are round: at a crossing
    of straight lines nobody sees which chip a line is of.
    """
    poor = {"line_color": "150,0,160", "line_width": "0.4", "line_style": "dot"}
    return [
        *(_split_looks() if is_split else _content_looks()),
        _Look(tr("nodata for more than half"), f'"valid" < {HALF}', 0.15, poor),
    ]


def _content_looks() -> list[_Look]:
    """Return how chips with labels and without are drawn."""
    labelled = {"line_color": "230,90,0", "line_width": "0.5"}
    empty = {"line_color": "90,90,90", "line_width": "0.3", "line_style": "dash"}
    return [
        _Look(tr("with labels"), '"objects" > 0', 0.07, labelled),
        _Look(tr("without labels"), '"objects" = 0', 0.11, empty),
    ]


def _split_looks() -> list[_Look]:
    """Return how chips of each split are drawn: by its colour; without labels dashed, and further inside."""
    looks = []
    for split in SPLITS:
        color = {"line_color": _SPLIT_COLORS[split]}
        of_split = f'"{_SPLIT}" = {_literal(split)}'
        solid, dashed = {**color, "line_width": "0.5"}, {**color, "line_width": "0.3", "line_style": "dash"}
        labelled, empty = tr("{split}, with labels"), tr("{split}, without labels")
        looks += [
            _Look(labelled.format(split=split), f'{of_split} AND "objects" > 0', 0.07, solid),
            _Look(empty.format(split=split), f'{of_split} AND "objects" = 0', 0.11, dashed),
        ]
    return looks


def _renderer(is_split: bool) -> QgsRuleBasedRenderer:
    root = QgsRuleBasedRenderer.Rule(None)
    looks = _looks(is_split)
    for place, look in enumerate(looks):
        symbol = _outline(look, level=len(looks) - place)
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=look.condition, label=look.label))
    renderer = QgsRuleBasedRenderer(root)
    renderer.setUsingSymbolLevels(True)  # chips with labels above all others
    return renderer


def _outline(look: _Look, level: int) -> QgsFillSymbol:
    """Return the outline of a chip, drawn inside it."""
    side = "min(bounds_width($geometry), bounds_height($geometry))"
    core = f"buffer($geometry, -{look.inset + _ROUND} * {side})"  # widened again: with round corners
    outline = QgsGeometryGeneratorSymbolLayer.create(
        {"SymbolType": "Line", "geometryModifier": f"boundary(buffer({core}, {_ROUND} * {side}))"}
    )
    outline.setSubSymbol(_line(look.line))
    outline.setRenderingPass(level)
    symbol = QgsFillSymbol.createSimple({})
    symbol.changeSymbolLayer(0, outline)  # takes it over, which a symbol made of a list does not
    return symbol


def _line(properties: dict[str, str]) -> QgsLineSymbol:
    """Return a line, one that is dashed or dotted on a light one, so that it shows on any ground."""
    line = QgsLineSymbol.createSimple(properties)
    if "line_style" in properties:
        halo = QgsSimpleLineSymbolLayer.create(_HALO)
        halo.setLocked(True)  # the colour of the symbol, in the legend's menu, is that of the line above
        line.insertSymbolLayer(0, halo)
    return line
