"""CycleGAN of rasters that lie apart: two exports, each raster on its own pixels, in folders A and B.

Models of that kind need no pairs: ArcGIS names the format for images "that do not overlap".
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback

from ...chipping.messages import Message
from ...chipping.untrusted.inside import is_link, linked
from ...export.limits import Limits
from ...export.storage.folder import ExportFolder
from ...writers import LABEL_FORMATS
from ...writers.labels.unlabelled.export_tiles import ExportTilesFormat
from ..adding.already_there import asked_before, asked_of
from ..export_entry import recorded_call
from ..inputs import Inputs, read_inputs
from ..opening.imagery import opened_imagery
from ..opening.second import LiesApartError, second_images
from ..parameters import names as p
from ..parameters.kinds import Given, Values
from ..reading.unlabelled import unused_warnings
from ..saying.afterwards import cancelled
from ..shown_feedback import ShownFeedback
from ..translation import tr
from .one_export import OneExport

_OF_THE_FIRST = {"BANDS", "STRETCH", "STRETCH_RANGE", p.REPORT, p.CHIP_INDEX}


def lie_apart(inputs: Inputs, context: QgsProcessingContext) -> bool:
    """Return whether the rasters of a call are to be cut each on its own pixels.

    Args:
        inputs: layers and settings.
        context: how coordinates are transformed.

    Raises:
        ExportError: they are, and the call says of one place on the map what is to be exported; or one of
            them cannot be read.
    """
    if not LABEL_FORMATS[inputs.options.metadata_format].needs_second:
        return False
    imagery, _, _ = opened_imagery(inputs)
    try:
        second_images(inputs, imagery, context.transformContext())
    except LiesApartError:
        if inputs.area.extent is not None or inputs.mask_polygons is not None or inputs.is_split:
            raise
        return True
    return False


class TwoSets:
    """Exports two rasters one after the other, as two calls of Export_Tiles would."""

    def __init__(
        self,
        name: str,
        alg: QgsProcessingAlgorithm,
        values: Values,
        context: QgsProcessingContext,
        inputs: Inputs,
    ) -> None:
        """Prepare what an earlier run of the same call has not finished; in the layers' thread.

        Args:
            name: what calls name the algorithm by.
            alg: the algorithm, which knows how to read its parameters.
            values: what the user gave.
            context: where layers are looked up.
            inputs: layers and settings, as they were read of these.

        Raises:
            ExportError: a raster cannot be exported.
        """
        self._inputs = inputs
        for part in "AB":
            if is_link(inputs.folder / part):
                raise linked(inputs.folder / part)
        calls = {part: _of_part(values, inputs, part) for part in "AB"}
        done = [
            part for part in "AB" if _is_done(inputs.folder / part, name, Given(alg, calls[part], context))
        ]
        todo = [part for part in "AB" if part not in done] or "AB"
        called = ((calls[part], read_inputs(alg, calls[part], context)) for part in todo)
        self._exports = [OneExport(name, alg, call, context, its) for call, its in called]

    @property
    def when_cancelled(self) -> Message:
        """What the log says where the user has cancelled."""
        return cancelled(self._inputs.folder, self._inputs.plan_only)

    def run(
        self, limits: Limits, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write both sets and return the outputs; see ``OneExport.run``."""
        steps = ShownFeedback(len(self._exports), feedback)
        for warning in unused_warnings(self._inputs.options, self._inputs.unused):
            steps.pushWarning(warning.translated(tr))
        counts: Counter[str] = Counter()
        made: dict[str, Any] = {}
        for place, export in enumerate(self._exports):
            steps.setCurrentStep(place)
            text = tr("The rasters lie apart, so each is cut on its own pixels, into {folder}.")
            steps.pushInfo(text.format(folder=export.folder))
            outputs = export.run(limits, context, steps)
            counts.update({name: outputs[name] for name in p.COUNTS})
            made.update(outputs)
        folder = {} if self._inputs.plan_only else {p.OUT_FOLDER: str(self._inputs.folder)}
        return {**made, **folder, **counts}


def _of_part(values: Values, inputs: Inputs, part: str) -> dict[str, Any]:
    """Return the call that exports one of the rasters by itself."""
    not_wanted = {p.IN_RASTER2, *inputs.unused, *(_OF_THE_FIRST if part == "B" else ())}
    call = {name: value for name, value in values.items() if name not in not_wanted}
    call.update({"METADATA_FORMAT": ExportTilesFormat.name, p.OUT_FOLDER: str(inputs.folder / part)})
    return call if part == "A" else {**call, p.IN_RASTER: inputs.second}


def _is_done(folder: Path, name: str, given: Given) -> bool:
    """Return whether an earlier run has made an export of the same chips.

    Args:
        folder: that it would go into.
        name: what calls name the algorithm by.
        given: the call.
    """
    return asked_of(recorded_call(name, given)) in asked_before(ExportFolder(folder))
