"""Fill the boxes of the dialog with layers and print what they hold, for test_dialog.py.

A process of its own: a mistake with widgets ends it, and with it all tests.
"""

import json
import sys

from qgis.core import QgsApplication, QgsProcessingContext, QgsProject, QgsRasterLayer, QgsVectorLayer


def main(plugins: str, raster: str, labels: str) -> None:
    """Open the dialog, choose a raster as class data, change to polygons, and back.

    Args:
        plugins: the folder that holds the plugin.
        raster: path of a raster.
        labels: path of a polygon layer.
    """
    application = QgsApplication([], True)
    application.initQgis()
    sys.path += [f"{QgsApplication.pkgDataPath()}/python/plugins", plugins]
    from processing.core.Processing import Processing
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    Processing.initialize()
    from training_data_exporter.provider import TrainingDataProvider

    provider = TrainingDataProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    project = QgsProject.instance()
    scene, tracts = QgsRasterLayer(raster, "a scene"), QgsVectorLayer(labels, "tracts")
    project.addMapLayers([scene, tracts])

    context = QgsProcessingContext()
    context.setProject(project)
    dialog = AlgorithmDialog(provider.algorithm("exporttrainingdatafordeeplearning").create())
    boxes = dialog.mainWidget().wrappers
    layer, field = boxes["IN_CLASS_DATA"], boxes["CLASS_VALUE_FIELD"]
    seen = []
    for choice in (None, scene, tracts, scene):
        if choice is not None:
            layer.setParameterValue(choice.id(), context)
        chosen = project.mapLayer(layer.parameterValue())
        names = [field.widget.itemText(row) for row in range(field.widget.count())]
        seen.append([chosen.name() if chosen else "", [name for name in names if name]])
    print(json.dumps(seen), flush=True)


main(*sys.argv[1:])
