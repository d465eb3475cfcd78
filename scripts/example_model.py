"""Write the model that ships with the plugin, once in each language: models/export_and_check*.model3.

QGIS opens a model file as it is, and translates nothing in it. So there is a file for each language, made
from the catalogues that translate the plugin; what calls name the model's parameters and outputs is the same
in all of them.

Run it with the oldest QGIS that is supported (3.22): models of older versions run in newer ones, not the
other way round. Usage: scripts/example_model.py
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from lxml import etree
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
FOLDER = CHECKOUT / "models"
LANGUAGES = ("en", "de", "es", "fr", "pt")
EXPORT = "trainingdata:exporttrainingdatafordeeplearning"
ATTRIBUTES = ("name", "value", "type")
FEW = 100


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


def path_of(language: str) -> Path:
    """Return the file of a language."""
    return FOLDER / ("export_and_check.model3" if language == "en" else f"export_and_check_{language}.model3")


def formats() -> list[str]:
    """Return the label formats that need no more than the model asks for, by their names."""
    from training_data_exporter.writers import LABEL_FORMATS

    return [
        name
        for name, each in LABEL_FORMATS.items()
        if each.has_labels and each.instances is None and not each.needs_second
    ]


def help_texts() -> dict[str, str]:
    """Return what the model and its parameters say of themselves, by what help is kept under."""
    from training_data_exporter.algorithms.translation import tr

    text = tr(
        "Cuts imagery into overlapping chips with their labels, draws the chip index, lists the chips that "
        "show no label, writes the report, and warns when fewer than {count} chips came out.\n\n"
        "An example of the export as a step of a model: its folder, layer and numbers feed the next steps."
    )
    return {
        "ALG_DESC": text.format(count=FEW),
        "imagery": tr("The raster layer that is cut into chips."),
        "labels": tr("A layer of polygons."),
        "classfield": tr("The field that tells classes apart."),
        "tilesize": tr("Width and height of a chip in pixels; chips overlap by half of it."),
        "labelformat": tr("How labels are written."),
    }


def inputs() -> list[Any]:
    """Return the parameters of the model, in the order of its dialog."""
    from training_data_exporter.algorithms.translation import tr

    choices = formats()
    integer = QgsProcessingParameterNumber.Type.Integer
    made = (
        QgsProcessingParameterRasterLayer("imagery", tr("Imagery")),
        # Vector layers only: QGIS up to 3.44 at least dies of a field box below a box that holds a raster.
        QgsProcessingParameterVectorLayer(
            "labels", tr("Labels"), types=[QgsProcessing.SourceType.TypeVectorPolygon]
        ),
        QgsProcessingParameterField(
            "classfield", tr("Class field"), parentLayerParameterName="labels", optional=True
        ),
        QgsProcessingParameterNumber("tilesize", tr("Tile size"), type=integer, defaultValue=256, minValue=2),
        QgsProcessingParameterEnum(
            "labelformat",
            tr("Label format"),
            options=choices,
            defaultValue=choices[0],
            usesStaticStrings=True,
        ),
    )
    texts = help_texts()
    for each in made:
        each.setHelp(texts[each.name()])  # a tooltip, and a line of qgis_process
    return list(made)


def model() -> QgsProcessingModelAlgorithm:
    """Return the model in the language that the plugin speaks."""
    from training_data_exporter.algorithms.translation import tr

    made = QgsProcessingModelAlgorithm(tr("Export training data and check it"), tr("Examples"))
    parameters = inputs()
    for row, each in enumerate(parameters):
        component = QgsProcessingModelParameter(each.name())
        component.setPosition(QPointF(150, 80 + 90 * row))
        made.addModelParameter(each, component)
    made.setParameterOrder([each.name() for each in parameters])  # else the dialog has them by their names
    for column, child in enumerate(steps()):
        child.setPosition(QPointF(450 + 260 * column, 160))
        made.addChildAlgorithm(child)
    made.setHelpContent(help_texts())
    return made


def steps() -> list[QgsProcessingModelChildAlgorithm]:
    """Return the steps: export, the chips without labels, the warning."""
    from training_data_exporter.algorithms.translation import tr

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
    made = {
        "Training data": ("OUT_FOLDER", tr("Training data")),
        "Report": ("REPORT", tr("Report")),
        "Chip index": ("CHIP_INDEX", tr("Chip index")),
    }
    empty = {
        "INPUT": Source.fromChildOutput("export", "CHIP_INDEX"),
        "EXPRESSION": Source.fromStaticValue('"objects" = 0'),
    }
    branch = child("native:condition", "few", tr("Few chips?"), {})
    branch.setConfiguration({"conditions": [{"name": "few", "expression": f"@export_CHIP_COUNT < {FEW}"}]})
    text = tr("Fewer than {count} chips: too few for most models.").format(count=FEW)
    last = child("native:raisewarning", "warn", tr("Warn"), {"MESSAGE": Source.fromStaticValue(text)})
    last.setDependencies([dependency("few", "few")])
    return [
        child(EXPORT, "export", tr("Export training data"), export, made),
        child(
            "native:extractbyexpression",
            "empty",
            tr("Chips without labels"),
            empty,
            {"Empty chips": ("OUTPUT", tr("Empty chips"))},
        ),
        branch,
        last,
    ]


def child(
    algorithm: str,
    name: str,
    title: str,
    sources: dict[str, Source],
    outputs: dict[str, tuple[str, str]] | None = None,
) -> QgsProcessingModelChildAlgorithm:
    """Return a step.

    Args:
        algorithm: its id.
        name: what other steps call it.
        title: what people read.
        sources: where its parameters come from.
        outputs: outputs of the model by what calls name them: the step's output, and what people read.
    """
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(name)
    step.setDescription(title)
    for parameter, source in sources.items():
        step.addParameterSources(parameter, [source])
    finals = {}
    for row, (called, (output, label)) in enumerate((outputs or {}).items()):
        final = QgsProcessingModelOutput(called, label)
        final.setChildId(name)
        final.setChildOutputName(output)
        # Later steps need them: made for the run where nobody says where to keep them.
        final.setMandatory(True)
        final.setDefaultValue(QgsProcessing.TEMPORARY_OUTPUT)
        final.setPosition(QPointF(450 + 180 * row, 330))
        finals[called] = final
    step.setModelOutputs(finals)
    return step


def dependency(name: str, branch: str) -> Any:
    """Return that a step waits for a branch of another."""
    from qgis.core import QgsProcessingModelChildDependency

    return QgsProcessingModelChildDependency(name, branch)


def write(language: str) -> bool:
    """Write the model in a language; return whether that went well."""
    from training_data_exporter import translation

    translator = translation.install(language)
    made = model()
    written = made.toFile(str(path_of(language)))
    translation.remove(translator)
    put_in_order(path_of(language))
    valid, faults = made.validate()
    sys.stdout.write("".join(f"{each}\n" for each in (path_of(language), *faults)))
    return bool(written and valid)


def put_in_order(path: Path) -> None:
    """Write the attributes of a file's elements in one order; Qt's is another with every run."""
    tree = etree.parse(str(path))
    for element in tree.iter():
        values = dict(element.attrib)
        element.attrib.clear()
        element.attrib.update({name: values[name] for name in ATTRIBUTES if name in values})
    text = etree.tostring(tree.getroot(), encoding="unicode", doctype="<!DOCTYPE model>")
    path.write_bytes(f"{text}\n".encode())


def main() -> int:
    """Write the model in all languages; return the exit code."""
    kept = start_qgis()
    FOLDER.mkdir(exist_ok=True)
    written = [write(language) for language in LANGUAGES]
    sys.stdout.flush()
    os._exit(0 if all(written) and kept else 1)  # QGIS would free things in the wrong order


if __name__ == "__main__":
    sys.exit(main())
