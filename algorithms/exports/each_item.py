"""The export of a mosaic file by file: as if each were added to the folder by a call of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback, QgsRasterLayer

from ...chipping.errors import ExportError, NothingToExportError
from ...chipping.messages import Message
from ...export.append import AFTER_THE_LAST
from ...export.limits import Limits
from ...export.storage.folder import ExportFolder
from ...export.storage.journal import unfinished
from ...reports.report import RunFacts
from ..adding.already_there import asked_before, asked_of
from ..export_entry import recorded_call
from ..inputs import Inputs, read_inputs
from ..job_description import source_of
from ..looking.planning import Planning
from ..looking.report_outputs import Looks
from ..parameters import names as p
from ..parameters.kinds import Given, Values
from ..parameters.naming import named
from ..running import Run
from ..saying.afterwards import cancelled
from ..shown_feedback import ShownFeedback
from ..translation import tr
from .items import check_alike, items_of, layers_of
from .layers_thread import LayersThread
from .one_export import OneExport

_OF_ALL = {p.PROCESSING_MODE, p.REPORT, p.CHIP_INDEX}


class EachItem:
    """Exports files one after another into one folder."""

    def __init__(
        self,
        name: str,
        alg: QgsProcessingAlgorithm,
        values: Values,
        context: QgsProcessingContext,
        inputs: Inputs,
        files: Sequence[str],
    ) -> None:
        """Look at all files, and prepare the first that is to be exported; in the layers' thread.

        Args:
            name: what calls name the algorithm by.
            alg: the algorithm, which knows how to read its parameters.
            values: what the user gave.
            context: where layers are looked up.
            inputs: the mosaic's layers and settings, as they were read of these.
            files: of the mosaic, at least one.

        Raises:
            ExportError: a file cannot be read, or they do not go together, or all have been exported.
        """
        self._name, self._alg, self._values, self._context = name, alg, values, context
        self._files, self._thread = files, LayersThread()
        self._has_begun = False
        self._problem: NothingToExportError
        self._done: Run | None = None
        self._facts = RunFacts()
        self.path = inputs.folder
        self._looks = Looks(alg, inputs, values, context)
        begin = partial(self._looks.open, alg, values, context)
        self._planning = Planning(self._looks, begin) if inputs.plan_only else None
        layers = layers_of(files, inputs.raster)
        self._todo = list(self._remaining(inputs, layers))
        if not self._todo:
            raise ExportError(
                "OUT_FOLDER: {path} holds the chips of all {count} files of {name} already; choose another "
                "folder.",
                path=self.path,
                count=len(files),
                name=inputs.raster.name(),
            )
        check_alike(
            items_of(map(self._inputs_of, (layers[number] for number in self._todo))), inputs.is_split
        )
        self._prepare(0)

    @property
    def when_cancelled(self) -> Message:
        """What the log says where the user has cancelled."""
        return cancelled(self.path, self._planning is not None)

    def _remaining(self, inputs: Inputs, layers: Sequence[QgsRasterLayer]) -> Iterator[int]:
        """Yield the numbers of the files that are still to be exported.

        An earlier run of the same call may have exported some, and begun the next.
        """
        folder = ExportFolder(inputs.folder)
        header = unfinished(folder.path)
        begun = header["call"].get(p.IN_RASTER, [""])[0] if header is not None else None
        there = asked_before(folder)
        sources = [source_of(layer) for layer in layers]
        first = sources.index(begun) if begun in sources else 0
        self._has_begun = begun in sources
        for number, layer in enumerate(layers):
            given = Given(self._alg, self._of_item(layer, 0), self._context)
            if number >= first and asked_of(recorded_call(self._name, given)) not in there:
                yield number
            else:
                self._has_begun = True

    def _of_item(self, raster: QgsRasterLayer, start_index: int) -> dict[str, Any]:
        """Return the call that exports one file, without what is made of all."""
        values = {name: value for name, value in self._values.items() if name not in _OF_ALL}
        return {**values, p.IN_RASTER: raster, p.START_INDEX: start_index}

    def _inputs_of(self, raster: QgsRasterLayer) -> Inputs:
        return read_inputs(self._alg, self._of_item(raster, 0), self._context)

    def _prepare(self, place: int) -> None:
        """Prepare the export of a file; in the layers' thread.

        Args:
            place: of the file among those that are to be exported.
        """
        start = AFTER_THE_LAST if self._has_begun else self._values.get(p.START_INDEX, 0)
        if self._planning is not None and self._planning.next_index is not None:
            start = self._planning.next_index
        values = self._of_item(QgsRasterLayer(self._files[self._todo[place]]), start)
        self._next: OneExport | NothingToExportError
        try:
            inputs = read_inputs(self._alg, values, self._context)
            self._next = OneExport(self._name, self._alg, values, self._context, inputs, self._planning)
        except NothingToExportError as problem:
            self._next = problem

    def run(
        self, limits: Limits, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write the training set and return the outputs; see ``OneExport.run``."""
        steps = ShownFeedback(len(self._todo) + 1, feedback)
        counts: Counter[str] = Counter()
        made: dict[str, Any] = {}
        for place, number in enumerate(self._todo):
            steps.setCurrentStep(place)
            text = tr("File {number} of {count}: {path}")
            steps.pushInfo(text.format(number=number + 1, count=len(self._files), path=self._files[number]))
            if place:
                self._thread.call(partial(self._prepare, place))
            try:
                made = self._outputs(limits, context, steps)
                counts.update({name: made[name] for name in p.COUNTS})
            except NothingToExportError as problem:
                steps.pushWarning(named(problem.message))
                self._problem = problem
        if not made:
            raise self._problem
        steps.setCurrentStep(len(self._todo))
        return {**made, **counts, **self._seen(context, steps)}

    def _seen(self, context: QgsProcessingContext, steps: ShownFeedback) -> dict[str, Any]:
        """Return the outputs that are made of all files together."""
        if self._planning is not None:
            return self._planning.finish(steps)
        if self._done is None:
            return {}
        self._looks.open(self._alg, self._values, context)
        chips = dict.fromkeys(self._done.result.sets)
        return dict(self._looks.make(self._done, chips, steps, self._facts))

    def _outputs(
        self, limits: Limits, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Return the outputs of the export that is prepared.

        Raises:
            NothingToExportError: no chip of it would have a label or a valid pixel.
        """
        if isinstance(self._next, NothingToExportError):
            raise self._next
        outputs = self._next.run(limits, context, feedback)
        self._done, self._has_begun = self._next.done, True
        if self._done is not None:
            self._facts = self._looks.of_run(self._done).plus(self._facts)
        return outputs
