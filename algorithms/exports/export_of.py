"""The export of a call: of one raster, or of each file of a mosaic."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback

from ...chipping.messages import Message
from ...export.options import EACH_ITEM, PROCESSING_MODES
from ..inputs import read_inputs
from ..parameters import names as p
from ..parameters.kinds import Choice, Given, Values
from ..parameters.naming import named
from .each_item import EachItem
from .mosaic import files_of_mosaic
from .one_export import OneExport


def export_of(
    name: str,
    alg: QgsProcessingAlgorithm,
    values: Values,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> OneExport | EachItem:
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
    if Choice(PROCESSING_MODES).read(Given(alg, values, context), p.PROCESSING_MODE) != EACH_ITEM:
        return OneExport(name, alg, values, context)
    inputs = read_inputs(alg, values, context)
    files = files_of_mosaic(inputs.raster)
    if files:
        return EachItem(name, alg, values, context, inputs, files)
    message = "PROCESSING_MODE: {name} is no mosaic of files, so it is exported as one raster."
    feedback.pushWarning(named(Message(message, name=inputs.raster.name())))
    others = {each: value for each, value in values.items() if each != p.PROCESSING_MODE}
    return OneExport(name, alg, others, context)
