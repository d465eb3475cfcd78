"""Write the model that ships with the plugin: models/export_and_check.model3.

Run it with the oldest QGIS that is supported (3.22): models of older versions run in newer ones, not the
other way round. Usage: scripts/example_model.py
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)
from qgis.core import QgsProcessingModelChildParameterSource as Source
from qgis.PyQt.QtCore import QPointF

CHECKOUT = Path(__file__).resolve().parent.parent
TARGET = CHECKOUT / "models" / "export_and_check.model3"
EXPORT = "trainingdata:exporttrainingdatafordeeplearning"
FEW = 100

HELP = {
    "ALG_DESC": (
        "Cuts imagery into overlapping chips with their labels, draws the chip index, lists the chips that "
        f"show no label, writes the report, and warns when fewer than {FEW} chips came out.\n\n"
        "An example of the export as a step of a model: its folder, layer and numbers feed the next steps."
    ),
    "imagery": "The raster layer that is cut into chips.",
    "labels": "A layer of polygons.",
    "classfield": "The field that tells classes apart.",
    "tilesize": "Width and height of a chip in pixels; chips overlap by half of it.",
    "labelformat": "How labels are written.",
}


def start_qgis() -> list[Any]:
    """Start QGIS with Processing and the plugin; what is returned has to be kept."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QgsApplication([], False)
    application.initQgis()
    sys.path += [f"{QgsApplication.pkgDataPath()}/python/plugins", str(CHECKOUT / "tests")]
    from processing.core.Processing import Processing

    Processing.initialize()
    import conftest  # noqa: F401 - imports the checkout under the package's name

    from training_data_exporter.provider import TrainingDataProvider

    provider = TrainingDataProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    return [application, provider]


def model() -> QgsProcessingModelAlgorithm:
    """Return the model."""
    from training_data_exporter.writers import LABEL_FORMATS

    made = QgsProcessingModelAlgorithm("Export training data and check it", "Examples")
    label_types = [QgsProcessing.SourceType.TypeVectorPolygon]
    formats = list(LABEL_FORMATS)
    integer = QgsProcessingParameterNumber.Type.Integer
    inputs = (
        QgsProcessingParameterRasterLayer("imagery", "Imagery"),
        # Vector layers only: QGIS up to 3.44 at least dies of a field box below a box that holds a raster.
        QgsProcessingParameterVectorLayer("labels", "Labels", types=label_types),
        QgsProcessingParameterField(
            "classfield", "Class field", parentLayerParameterName="labels", optional=True
        ),
        QgsProcessingParameterNumber("tilesize", "Tile size", type=integer, defaultValue=256, minValue=2),
        QgsProcessingParameterEnum(
            "labelformat", "Label format", options=formats, defaultValue=formats[0], usesStaticStrings=True
        ),
    )
    for row, each in enumerate(inputs):
        component = QgsProcessingModelParameter(each.name())
        component.setPosition(QPointF(150, 80 + 90 * row))
        made.addModelParameter(each, component)
    made.setParameterOrder([each.name() for each in inputs])  # else the dialog has them by their names
    for column, child in enumerate(steps()):
        child.setPosition(QPointF(450 + 260 * column, 160))
        made.addChildAlgorithm(child)
    made.setHelpContent(HELP)
    return made


def steps() -> list[QgsProcessingModelChildAlgorithm]:
    """Return the steps: export, the chips without labels, the warning."""
    export = {
        "IN_RASTER": Source.fromModelParameter("imagery"),
        "IN_CLASS_DATA": Source.fromModelParameter("labels"),
        "CLASS_VALUE_FIELD": Source.fromModelParameter("classfield"),
        "TILE_SIZE_X": Source.fromModelParameter("tilesize"),
        "TILE_SIZE_Y": Source.fromModelParameter("tilesize"),
        "STRIDE_X": Source.fromExpression("ceil(coalesce(@tilesize, 256) / 2)"),
        "STRIDE_Y": Source.fromExpression("ceil(coalesce(@tilesize, 256) / 2)"),
        "METADATA_FORMAT": Source.fromModelParameter("labelformat"),
        "OUTPUT_NOFEATURE_TILES": Source.fromStaticValue("ALL_TILES"),
        "IMAGE_CHIP_FORMAT": Source.fromStaticValue("TIFF"),
        "START_INDEX": Source.fromStaticValue(0),
        "BUFFER_RADIUS": Source.fromStaticValue(0),
    }
    made = {"Training data": "OUT_FOLDER", "Report": "REPORT", "Chip index": "CHIP_INDEX"}
    empty = {
        "INPUT": Source.fromChildOutput("export", "CHIP_INDEX"),
        "EXPRESSION": Source.fromStaticValue('"objects" = 0'),
    }
    branch = child("native:condition", "few", "Few chips?", {})
    branch.setConfiguration({"conditions": [{"name": "few", "expression": f"@export_CHIP_COUNT < {FEW}"}]})
    warning = {"MESSAGE": Source.fromStaticValue(f"Fewer than {FEW} chips: too few for most models.")}
    last = child("native:raisewarning", "warn", "Warn", warning)
    last.setDependencies([dependency("few", "few")])
    return [
        child(EXPORT, "export", "Export training data", export, made),
        child(
            "native:extractbyexpression", "empty", "Chips without labels", empty, {"Empty chips": "OUTPUT"}
        ),
        branch,
        last,
    ]


def child(
    algorithm: str, name: str, title: str, sources: dict[str, Source], outputs: dict[str, str] | None = None
) -> QgsProcessingModelChildAlgorithm:
    """Return a step.

    Args:
        algorithm: its id.
        name: what other steps call it.
        title: what people read.
        sources: where its parameters come from.
        outputs: outputs of the model by what people read: name of the step's output.
    """
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(name)
    step.setDescription(title)
    for parameter, source in sources.items():
        step.addParameterSources(parameter, [source])
    finals = {}
    for row, (label, output) in enumerate((outputs or {}).items()):
        final = QgsProcessingModelOutput(label, label)
        final.setChildId(name)
        final.setChildOutputName(output)
        # Later steps need them: made for the run where nobody says where to keep them.
        final.setMandatory(True)
        final.setDefaultValue(QgsProcessing.TEMPORARY_OUTPUT)
        final.setPosition(QPointF(450 + 180 * row, 330))
        finals[label] = final
    step.setModelOutputs(finals)
    return step


def dependency(name: str, branch: str) -> Any:
    """Return that a step waits for a branch of another."""
    from qgis.core import QgsProcessingModelChildDependency

    return QgsProcessingModelChildDependency(name, branch)


def main() -> int:
    """Write the model; return the exit code."""
    kept = start_qgis()
    made = model()
    TARGET.parent.mkdir(exist_ok=True)
    written = made.toFile(str(TARGET))
    sys.stdout.write(f"{TARGET}: {'written' if written else 'not written'}\n{made.validate()}\n")
    sys.stdout.flush()
    os._exit(0 if written and kept else 1)  # QGIS would free things in the wrong order


if __name__ == "__main__":
    sys.exit(main())
