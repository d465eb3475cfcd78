"""The export of a call: of one raster, of two that lie apart, or of each file of a mosaic."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback

from ...chipping.messages import Message
from ...export.options import EACH_ITEM, PROCESSING_MODES
from ..inputs import Inputs, read_inputs
from ..parameters import names as p
from ..parameters.kinds import Choice, Given, Values
from ..parameters.naming import named
from .each_item import EachItem
from .mosaic import files_of_mosaic
from .one_export import OneExport
from .two_sets import TwoSets, lie_apart


def export_of(
    name: str,
    alg: QgsProcessingAlgorithm,
    values: Values,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> OneExport | EachItem | TwoSets:
    """Return the export of a call; in the layers' thread.

    Args:
        name: what calls name the algorithm by.
        alg: the algorithm, which knows how to read its parameters.
        values: what the user gave.
        context: where layers are looked up.
        feedback: hears that a raster is no mosaic.

    Raises:
        ExportError: layers or settings cannot be used.
    """
    inputs = read_inputs(alg, values, context)
    if Choice(PROCESSING_MODES).read(Given(alg, values, context), p.PROCESSING_MODE) != EACH_ITEM:
        return _of_raster(name, alg, values, context, inputs)
    files = files_of_mosaic(inputs.raster)
    if files:
        return EachItem(name, alg, values, context, inputs, files)
    message = "PROCESSING_MODE: {name} is no mosaic of files, so it is exported as one raster."
    feedback.pushWarning(named(Message(message, name=inputs.raster.name())))
    others = {each: value for each, value in values.items() if each != p.PROCESSING_MODE}
    return _of_raster(name, alg, others, context, read_inputs(alg, others, context))


def _of_raster(
    name: str, alg: QgsProcessingAlgorithm, values: Values, context: QgsProcessingContext, inputs: Inputs
) -> OneExport | TwoSets:
    """Return the export of one raster, or of two that lie apart; see ``export_of``."""
    if lie_apart(inputs, context):
        return TwoSets(name, alg, values, context, inputs)
    return OneExport(name, alg, values, context, inputs)
