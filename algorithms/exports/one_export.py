"""The export of one raster: prepared in the layers' thread, run in any."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback

from ...chipping.messages import Message
from ...chipping.steps import Step
from ...export.limits import Limits
from ...export.old_objects import old_objects_set_aside
from ...imagery.file_facts import bounded_cache
from ..export_entry import recorded_call
from ..inputs import Inputs
from ..looking.planning import Planning
from ..looking.report_outputs import Looks
from ..messages import say_after, say_before, say_stretch
from ..parameters import names as p
from ..parameters.kinds import Given, Values
from ..preparation import prepare
from ..running import Run
from ..saying.afterwards import cancelled
from ..shown_feedback import ShownFeedback
from ..splits.messages import say_choice


class OneExport:
    """An export of one raster.

    Attributes:
        preparation: what it works with.
        looks: what lets people look at it afterwards.
        done: what it came to, once it is finished.
    """

    def __init__(
        self,
        name: str,
        alg: QgsProcessingAlgorithm,
        values: Values,
        context: QgsProcessingContext,
        inputs: Inputs,
        planning: Planning | None = None,
    ) -> None:
        """Open and check layers and settings; to be called in the layers' thread.

        Args:
            name: what calls name the algorithm by.
            alg: the algorithm, which knows how to read its parameters.
            values: what the user gave.
            context: where layers are looked up.
            inputs: layers and settings, as they were read of these.
            planning: the plan that this one is a part of, None where it is one by itself or is written.

        Raises:
            ExportError: they cannot be exported.
        """
        if planning is not None:
            inputs = replace(inputs, split_before=planning.split)
        self._planning = planning
        recorded = recorded_call(name, Given(alg, values, context), inputs.unused)
        self.preparation = prepare(inputs, context.transformContext(), recorded)
        self.looks = Looks(alg, inputs, values, context)
        self._alg, self._values = alg, values
        self.done: Run | None = None

    @property
    def folder(self) -> str:
        """The export folder."""
        return str(self.preparation.folder.path)

    @property
    def when_cancelled(self) -> Message:
        """What the log says where the user has cancelled."""
        return cancelled(self.preparation.folder.path, self.preparation.plan_only)

    def run(
        self, limits: Limits, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write the training set and return the outputs.

        Args:
            limits: how much is done at a time.
            context: holds the layer of the chip index.
            feedback: takes the log, hears Cancel and says how far it is.

        Raises:
            Cancelled: the user cancelled.
            ExportError: reading or writing failed, or something was refused.
        """
        preparation, looks, started = self.preparation, self.looks, time.monotonic()
        with Step("Exporting"), bounded_cache(preparation.block_bytes), old_objects_set_aside():
            run = Run.start(preparation, limits, feedback)
            looks.open(self._alg, self._values, context)  # makes a file, so it follows the last refusal
            steps = iter(range(1, 4))
            feedback = ShownFeedback(1 + run.measures + run.surveys + looks.wanted, feedback)
            say_before(preparation, run, feedback)
            if preparation.stretch.is_wanted and not preparation.plan_only:
                measures, run = run.measures, run.with_stretch(feedback)
                say_stretch(run, feedback)
                feedback.setCurrentStep(next(steps) if measures else 0)
            if run.surveys:
                run = run.with_choice(feedback)
                say_choice(run, feedback)
                feedback.setCurrentStep(next(steps))
            if preparation.plan_only:
                if self._planning is not None:
                    return self._planning.add(run, started, feedback)
                planning = Planning(looks)
                return {**planning.add(run, started, feedback), **planning.finish(feedback)}
            with run.finished(feedback) as chips:
                say_after(preparation, run, time.monotonic() - started, feedback)
                feedback.setCurrentStep(next(steps))
                made = looks.make(run, chips, feedback)
        self.done = run
        return {
            **made,
            p.OUT_FOLDER: self.folder,
            p.CHIP_COUNT: run.result.chips,
            p.FEATURE_COUNT: run.result.objects,
            p.CLASS_COUNT: len(run.job.classes),
            p.EMPTY_CHIP_COUNT: run.result.empty,
        }
