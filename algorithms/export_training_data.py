"""The algorithm: export training data for deep learning."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ..chipping.errors import Cancelled, ExportError
from ..chipping.redaction import shown
from ..chipping.steps import Step
from ..export.limits import Limits
from .batch_rows import batch_values
from .chip_index.path import check_index
from .exports.each_item import EachItem
from .exports.export_of import export_of
from .exports.one_export import OneExport
from .exports.two_sets import TwoSets
from .inputs import check_acceptable, read_inputs
from .looking.report_outputs import check_report
from .parameters import names as p
from .parameters import table
from .parameters.kinds import Values
from .translation import tr
from .unforeseen import sentence, survived

ICON = Path(__file__).parent.parent / "icons" / "icon.svg"
DEFAULT_LIMITS = Limits()
PROVIDER = "trainingdata"
HELP = Path(__file__).parent.parent / "docs" / "help.html"


class ExportTrainingData(QgsProcessingAlgorithm):
    """Cuts a raster into image chips and writes the labels of each."""

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        """Start unprepared.

        Args:
            limits: how much is done at a time.
        """
        super().__init__()
        self._limits = limits
        self._export: OneExport | EachItem | TwoSets | None = None
        self._has_report = True

    def createInstance(self) -> ExportTrainingData:
        """Return a fresh algorithm."""
        return ExportTrainingData(self._limits)

    def name(self) -> str:
        """Return the second part of the id."""
        return "exporttrainingdatafordeeplearning"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Export training data for deep learning")

    def icon(self) -> QIcon:
        """Return the icon."""
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        """Return the icon's file."""
        return str(ICON)

    def tags(self) -> list[str]:
        """Return what people search for."""
        words = tr(
            "chips,tiles,image chips,deep learning,machine learning,training data,object detection,"
            "segmentation,mask,labels,annotation,dataset,patches,bounding boxes,samples,split raster,"
            "tile images,annotations"
        )
        return [*words.split(","), "KITTI", "Pascal VOC", "RCNN", "YOLO", "COCO", "ArcGIS", "GeoAI"]

    def shortDescription(self) -> str:
        """Return the tooltip in the toolbox."""
        return tr("Cuts imagery into chips and writes the labels of each chip beside them.")

    def shortHelpString(self) -> str:
        """Return the help pane."""
        page = {row.name: row.help for row in table.parameters()}
        page.update({output.name: output.help for output in table.outputs()})
        page["ALG_DESC"] = tr(
            "Turns imagery and labels into a training set for deep learning: a folder of image chips, a "
            "folder of labels, and the files that describe them as ArcGIS Pro writes them.\n\n"
            "Chips lie on a regular grid from the raster's upper-left corner. Labels are clipped to each "
            "chip; a label counts as soon as its part in the chip has an area. Labels in another "
            "coordinate reference system are transformed to the raster's."
        )
        return str(QgsProcessingUtils.formatHelpMapAsHtml(page, self))

    def helpUrl(self) -> str:
        """Return the page behind the Help button: a file, so that it needs no network."""
        return str(QUrl.fromLocalFile(str(HELP)).toString())

    def autogenerateParameterValues(self, existing: Values, changed: str, mode: Any) -> dict[str, Any]:
        """Fill a row of a batch (QGIS 3.44 and later ask for that)."""
        with survived(Step("Proposing an output folder")):
            return batch_values(existing, changed, mode)
        return {}

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for row in table.parameters():
            self.addParameter(row.definition())
        for output in table.outputs():
            self.addOutput(QgsProcessingOutputNumber(output.name, output.label))

    def checkParameterValues(self, parameters: Values, context: QgsProcessingContext) -> tuple[bool, str]:
        """Return whether the values can be used, and why not."""
        try:  # first: QGIS's own check names neither the value nor what would be right
            with Step("Checking the parameters"):
                self._has_report = bool(self.parameterAsFileOutput(parameters, p.REPORT, context))
                read_inputs(self, parameters, context)
                check_report(self, parameters, context)
                check_index(parameters)
                check_acceptable(self, parameters, context)
        except ExportError as error:
            return False, sentence(error)
        usable, reason = super().checkParameterValues(parameters, context)
        return usable, shown(reason)

    def hasHtmlOutputs(self) -> bool:
        """Return whether the dialog says at the end that there is a report: whether it was asked for."""
        return self._has_report

    def prepareAlgorithm(
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Read and check layers and settings in the layers' thread."""
        try:
            with Step("Preparing the export"):
                self._export = export_of(f"{PROVIDER}:{self.name()}", self, parameters, context, feedback)
        except ExportError as error:
            raise QgsProcessingException(sentence(error)) from error
        return True

    def processAlgorithm(
        self, parameters: Values, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write the training set."""
        export, self._export = self._export, None  # it knows this algorithm: both go when they are done
        if export is None:
            raise QgsProcessingException(tr("The algorithm was not prepared."))
        try:
            return export.run(self._limits, context, feedback)
        except ExportError as error:
            raise QgsProcessingException(sentence(error)) from error
        except Cancelled:
            feedback.pushInfo(export.when_cancelled.translated(tr))
            return {}
