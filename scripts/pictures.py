"""Draw the pictures of the documentation in a real QGIS: dialog, logs, Results Viewer, chip index.

QGIS executes this at start (scripts/pictures.sh) and is left without a clean
end: its exit code tells whether all pictures were drawn.
"""

import os
import sys
import traceback
from collections.abc import Generator
from pathlib import Path
from typing import Any, Callable

import processing
from qgis.core import (
    QgsApplication,
    QgsContrastEnhancement,
    QgsProcessingModelAlgorithm,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QProgressBar, QScrollArea, QWidget
from qgis.utils import iface

ALGORITHM = "trainingdata:exporttrainingdatafordeeplearning"
MODEL = Path(os.environ["PICTURE_MODEL"])
DATA = Path(os.environ["PICTURE_DATA"])
FOLDER = Path(os.environ["PICTURE_FOLDER"])
MODEL_ALONE = "PICTURE_MODEL_ALONE" in os.environ  # draw the dialogs of the model, and nothing else
WINDOW, DIALOG, HIGH_DIALOG = (1400, 850), (1000, 1010), (1000, 1150)  # pixels
SETTLE = 2000  # milliseconds until everything has drawn itself
LOOK = 20  # milliseconds between looks at a run
ENOUGH = 40  # percent of a run after which it is drawn
TUTORIAL = {
    "METADATA_FORMAT": "KITTI_rectangles",
    "TILE_SIZE_X": 64,
    "TILE_SIZE_Y": 64,
    "STRIDE_X": 32,
    "STRIDE_Y": 32,
    "OUTPUT_NOFEATURE_TILES": "ONLY_TILES_WITH_FEATURES",
    "OUT_FOLDER": str(DATA / "chips"),
    "REPORT": str(DATA / "report.html"),
}
DENSE = {"STRIDE_X": 4, "STRIDE_Y": 4, "OUT_FOLDER": str(DATA / "many_chips"), "REPORT": None}
"""A run that takes long enough to be drawn."""

INDEXED = {"OUTPUT_NOFEATURE_TILES": "ALL_TILES", "REPORT": None, "CHIP_INDEX": "TEMPORARY_OUTPUT"}
SPLIT = {"VALIDATION_PERCENT": 20, "TEST_PERCENT": 10, "SPLIT_BLOCK_SIZE": 128 * 28.5}
PLAN = {**INDEXED, **SPLIT, "PLAN_ONLY": True, "OUT_FOLDER": str(DATA / "planned_chips")}


def leave(code: int) -> None:
    """End QGIS at once; it would ask about the project otherwise."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def guarded(step: Callable[[], None]) -> Callable[[], None]:
    """Return a step that ends QGIS when it fails, instead of leaving it open."""

    def run() -> None:
        try:
            step()
        except BaseException:
            traceback.print_exc()
            leave(1)

    return run


def draw(widget: QWidget, name: str) -> None:
    """Write a picture of a widget."""
    if not widget.grab().save(str(FOLDER / f"{name}.png")):
        raise RuntimeError(f"{name}.png cannot be written")
    sys.stdout.write(f"{name}.png\n")


def load() -> tuple[QgsRasterLayer, QgsVectorLayer]:
    """Put the scene and its labels into the project."""
    scene = QgsRasterLayer(str(DATA / "L7_ETMs.tif"), "L7_ETMs")
    tracts = QgsVectorLayer(str(DATA / "olinda1.shp"), "olinda1")
    renderer = scene.renderer().clone()
    renderer.setRedBand(3)
    renderer.setGreenBand(2)
    renderer.setBlueBand(1)
    scene.setRenderer(renderer)
    scene.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
        QgsRasterMinMaxOrigin.Limits.CumulativeCut,
    )
    QgsProject.instance().setCrs(scene.crs())
    QgsProject.instance().addMapLayers([scene, tracts])
    return scene, tracts


def pictures() -> Generator[int, None, None]:
    """Draw one picture after the other; give how long to wait before the next (milliseconds)."""
    window = iface.mainWindow()
    window.resize(*WINDOW)
    scene, tracts = load()
    if MODEL_ALONE:
        yield from look_at_model({"raster": scene, "vector": tracts})
        return
    inputs = {"IN_RASTER": scene, "IN_CLASS_DATA": tracts, "CLASS_VALUE_FIELD": "TIPO"}
    yield from look_at_dialog({**inputs, **TUTORIAL})
    yield from look_at_run({**inputs, **TUTORIAL, **DENSE})
    dialog = opened({**inputs, **TUTORIAL, **INDEXED, "OUT_FOLDER": str(DATA / "all_chips")})
    yield from finished(dialog)
    dialog.hide()
    yield from look_at_results(window, tracts)
    yield from look_at_plan(window, {**inputs, **TUTORIAL, **PLAN})
    yield from look_at_model({"raster": scene, "vector": tracts})


def opened(values: dict[str, Any], algorithm: Any = ALGORITHM) -> Any:
    """Return the dialog of an algorithm, filled."""
    dialog = processing.createAlgorithmDialog(algorithm, values)
    dialog.resize(*DIALOG)
    dialog.show()
    return dialog


def finished(dialog: Any, writes: bool = True) -> Generator[int, None, None]:
    """Run what a dialog holds, to its end; check that chips are there where they are to be written."""
    yield SETTLE
    dialog.runButton().click()
    while not dialog.wasExecuted():
        yield LOOK
    yield SETTLE
    folder = dialog.results().get("OUT_FOLDER")
    if (folder is not None and (Path(folder) / "map.txt").exists()) != writes:
        raise RuntimeError("the run wrote " + ("no map.txt" if writes else "what it should only plan"))


def look_at_dialog(values: dict[str, Any]) -> Generator[int, None, None]:
    """Draw the dialog with its advanced group closed and open (its beginning and its end), and the log."""
    dialog = opened(values)
    yield SETTLE
    draw(dialog, "dialog")
    for group in dialog.findChildren(QWidget, "grpAdvanced"):
        group.setProperty("collapsed", False)
    dialog.resize(*HIGH_DIALOG)
    yield SETTLE
    draw(dialog, "dialog_advanced")
    for area in dialog.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    yield SETTLE
    draw(dialog, "dialog_advanced_end")
    dialog.resize(*DIALOG)
    yield from finished(dialog)
    draw(dialog, "log")
    dialog.hide()


def look_at_run(values: dict[str, Any]) -> Generator[int, None, None]:
    """Draw the log of a run that goes on."""
    dialog = opened(values)
    yield SETTLE
    bar = dialog.findChild(QProgressBar)
    dialog.runButton().click()
    while bar.value() < ENOUGH:
        if dialog.wasExecuted():
            raise RuntimeError("the run ended before its picture was drawn")
        yield LOOK
    draw(dialog, "running")
    while not dialog.wasExecuted():
        yield LOOK
    dialog.hide()


def look_at_results(window: QWidget, tracts: QgsVectorLayer) -> Generator[int, None, None]:
    """Draw the Results Viewer and the chip index over the image."""
    tree = QgsProject.instance().layerTreeRoot()
    tree.findLayer(tracts.id()).setItemVisibilityChecked(False)
    docks = {dock.objectName(): dock for dock in window.findChildren(QDockWidget)}
    for name, dock in docks.items():
        dock.setVisible(name in ("Layers", "ResultsViewer"))
    show_index()
    yield 2 * SETTLE
    viewer = docks["ResultsViewer"]
    items = viewer.treeResults
    if not items.topLevelItemCount():
        raise RuntimeError("the Results Viewer lists no report")
    items.setCurrentItem(items.topLevelItem(0))
    yield SETTLE
    draw(window, "results_viewer")
    viewer.hide()
    yield 2 * SETTLE
    draw(window, "chip_index")


def show_index() -> None:
    """Let the map show the chip index, which is loaded alone."""
    (index,) = QgsProject.instance().mapLayersByName("Chip index")
    iface.layerTreeView().expandAllNodes()
    extent = index.extent()
    extent.scale(1.05)
    iface.mapCanvas().setExtent(extent)
    iface.mapCanvas().refresh()


def look_at_plan(window: QWidget, values: dict[str, Any]) -> Generator[int, None, None]:
    """Draw what is planned on the map, and the log of the plan."""
    project = QgsProject.instance()
    project.removeMapLayers([each.id() for each in project.mapLayersByName("Chip index")])
    dialog = opened(values)
    yield from finished(dialog, writes=False)
    draw(dialog, "plan_log")
    dialog.hide()
    show_index()
    yield 2 * SETTLE
    draw(window, "plan")


def look_at_model(layers: dict[str, Any]) -> Generator[int, None, None]:
    """Draw the dialog of the example model, opened with either kind of layer active."""
    model = QgsProcessingModelAlgorithm()
    if not model.fromFile(str(MODEL)):
        raise RuntimeError(f"{MODEL} cannot be opened")
    model.setProvider(QgsApplication.processingRegistry().providerById("model"))  # as the model designer does
    for kind, layer in layers.items():
        iface.setActiveLayer(layer)
        dialog = opened({}, model)
        yield SETTLE
        draw(dialog, f"model_{kind}_active")
        dialog.hide()


@guarded
def start() -> None:
    """Start once QGIS's window stands."""
    steps = pictures()

    @guarded
    def go_on() -> None:
        try:
            QTimer.singleShot(next(steps), go_on)
        except StopIteration:
            leave(0)

    globals()["steps"] = steps  # lives as long as something holds it
    go_on()


QTimer.singleShot(SETTLE, start)
