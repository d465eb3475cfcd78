"""What a report says of the call that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsRasterLayer

from ...chipping.redaction import without_secrets
from ...reports.report import RunFacts
from ..inputs import Inputs
from ..parameters import names as p
from ..parameters.kinds import Values
from ..preparation import TOOL


def run_facts(
    alg: QgsProcessingAlgorithm, inputs: Inputs, values: Values, context: QgsProcessingContext
) -> RunFacts:
    """Return what the report says of a call, of which nothing has been run yet; in the layers' thread.

    Args:
        alg: the algorithm, which knows its parameters.
        inputs: layers and settings.
        values: what the user gave.
        context: where layers are looked up.
    """
    layers = {name: layer.name() for name, layer in inputs.layers.items()}
    settings = []
    for each in alg.parameterDefinitions():
        value = values.get(each.name(), each.defaultValue())
        text = layers.get(each.name()) or str(value if isinstance(value, (int, float, str)) else "")
        if text:
            settings.append((each.description(), without_secrets(text)))
    return RunFacts(
        tool=TOOL,
        raster=inputs.raster.name(),
        labels=layers.get(p.IN_CLASS_DATA, ""),
        second=layers.get(p.IN_RASTER2, ""),
        crs=inputs.raster.crs().userFriendlyIdentifier(),
        settings=settings,
        command=without_secrets(_command(alg, values, context)),
        bands=_shown_bands(inputs.raster),
    )


def _command(alg: QgsProcessingAlgorithm, values: Values, context: QgsProcessingContext) -> str:
    """Return the call from Python, a line for each parameter."""
    command = str(alg.asPythonCommand(dict(values), context))
    for each in alg.parameterDefinitions():
        command = command.replace(f",'{each.name()}':", f",\n '{each.name()}':")
    return command


def _shown_bands(raster: QgsRasterLayer) -> Sequence[int]:
    """Return the bands that QGIS shows as red, green and blue, none where it has but one."""
    renderer = raster.renderer()
    return tuple(renderer.usesBands()[:3]) if raster.bandCount() > 1 and renderer is not None else ()
