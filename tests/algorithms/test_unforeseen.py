"""What nobody foresaw is one sentence, its traceback is in QGIS's message log, and the same call goes on.

Each stage of an export is made to raise something odd.
"""

from __future__ import annotations

import importlib
import inspect
import platform
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from label_scenes import DATASET_FILES, contents, write_class_raster
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsVectorLayer,
)
from scenes import Log, limit, noise, on_map, rectangle, run, with_copy, write_polygons, write_raster

from training_data_exporter.chipping.errors import Cancelled, ExportError
from training_data_exporter.chipping.steps import Step, UnforeseenError
from training_data_exporter.export.storage.journal import JOURNAL_FILE
from training_data_exporter.imagery.services.daemon_pool import DaemonPool
from training_data_exporter.version import TRACKER, VERSION

pytest_plugins = ["programs"]
pytestmark = pytest.mark.usefixtures("qgis_app")

SIZE, TILE = 48, 16
BATCH = 3 * SIZE * TILE
AREA = r"at columns 0 to 48, rows \d+ to \d+"
BOW_TIE = on_map("POLYGON((20 20, 40 40, 40 20, 20 40, 20 20))")


class Stage(NamedTuple):
    """A stage of an export.

    Attributes:
        place: module and function, or class and method, that is made to raise.
        call: the call that raises first; 1 before anything stands.
        step: what the sentence begins with, a regular expression.
        complete: the dataset files stand by then.
    """

    place: str
    call: int
    step: str
    complete: bool = False


STAGES = [
    Stage("algorithms.export_training_data:read_inputs", 1, "Checking the parameters"),
    Stage("algorithms.export_training_data:check_report", 1, "Checking the parameters"),
    Stage("algorithms.exports.one_export:prepare", 1, "Preparing the export"),
    Stage("algorithms.looking.report_outputs:run_facts", 1, "Preparing the export"),
    Stage("imagery.open:open_file", 1, "Opening the raster in"),
    Stage("labels.open:LayerClasses.of", 1, "Opening the class data labels"),
    Stage("algorithms.preparation:describe_call", 1, "Preparing the export"),
    Stage("labels.features.feature_labels:FeatureLabels.open", 1, "Reading the classes"),
    Stage("algorithms.checks.room:estimated_bytes", 1, "Exporting"),
    Stage("algorithms.chip_index.layer:index_fields", 1, "Opening the chip index"),
    Stage("algorithms.exports.one_export:say_before", 1, "Exporting"),
    Stage("algorithms.running:describe_classes", 1, "Opening the journal"),
    Stage("algorithms.running:Export", 1, "Taking up the journal"),
    Stage("labels.features.feature_labels:FeatureLabels.read", 1, f"Reading labels {AREA}"),
    Stage("labels.shape_cutter:Spreader", 1, f"Reading labels {AREA}"),
    Stage("labels.features.objects_ahead:ObjectsAhead.of", 3, f"Reading labels {AREA}"),
    Stage("labels.features.areas:label_area", 1, "Reading the geometry of feature 5"),
    Stage("imagery.file:FilePixels.read", 1, f"Reading pixels {AREA}"),
    Stage("imagery.file:FilePixels.read", 3, f"Reading pixels {AREA}"),
    Stage("export.batches.chip_work:valid_pixels", 2, f"Adding up pixels {AREA}"),
    Stage("export.batches.chip_work:batch_statistics", 2, f"Adding up pixels {AREA}"),
    Stage("export.batches.cutting:GridCutter.chip", 1, "Cutting chip 000000000"),
    Stage("export.batches.cutting:GridCutter.chip", 5, r"Cutting chip 00000000\d"),
    Stage("writers.images.png_jpeg:PngFormat.encode", 5, r"Encoding the pixels of chip 00000000\d"),
    Stage("writers.labels.kitti:KittiFormat.encode", 5, r"Encoding the labels of chip 00000000\d"),
    Stage("export.storage.folder:_fill", 1, r"Writing images/000000000\.png and its labels"),
    Stage("export.storage.folder:_fill", 14, r"Writing images/00000000\d\.png and its labels"),
    Stage("export.outcome:SetState.add", 2, r"Counting the labels of batch \d+"),
    Stage("export.storage.journal:append_line", 2, "Writing the journal"),
    Stage("labels.features.feature_labels:FeatureLabels.finish", 1, "Looking for features without geometry"),
    Stage("algorithms.running:check_export", 1, "Checking the chips in .*"),
    Stage("writers.dataset.set_files:EsriFiles.write", 1, "Writing the dataset files"),
    Stage("writers.dataset.set_files:model_definition", 1, "Writing the dataset files"),
    Stage("algorithms.exports.one_export:say_after", 1, "Exporting", complete=True),
    Stage("writers.dataset.exported_set:ExportedSet.read", 1, "Reading the export back", complete=True),
    Stage("writers.labels.kitti:KittiFormat.read", 1, "Reading the export back", complete=True),
    Stage("algorithms.chip_index.index:ChipIndex.add", 4, "Adding chip 000000003 to .*", complete=True),
    Stage("algorithms.looking.report_outputs:build_report", 1, "Making the report", complete=True),
]


class Fault:
    """Stands in for a function and raises from some call on."""

    def __init__(self, patch: pytest.MonkeyPatch, place: str, call: int, error: Exception) -> None:
        module, _, path = place.partition(":")
        owner: Any = importlib.import_module(f"training_data_exporter.{module}")
        *outer, name = path.split(".")
        for each in outer:
            owner = getattr(owner, each)
        self._left, self._error = call, error
        found = inspect.getattr_static(owner, name)
        if isinstance(found, classmethod):
            patch.setattr(owner, name, classmethod(self._around(found.__func__)))
        else:
            patch.setattr(owner, name, self._around(found))

    def _around(self, function: Any) -> Any:
        def failing(*arguments: Any, **named: Any) -> Any:
            self._left -= 1
            if self._left <= 0:
                raise self._error
            return function(*arguments, **named)

        return failing


@pytest.fixture
def messages(qgis_app) -> Iterator[list[tuple[str, str, int]]]:
    """What reaches QGIS's message log: text, tag and level."""
    found: list[tuple[str, str, int]] = []

    def keep(*message: Any) -> None:
        found.append(message)

    QgsApplication.messageLog().messageReceived.connect(keep)
    yield found
    QgsApplication.messageLog().messageReceived.disconnect(keep)


@pytest.fixture(scope="module")
def scene(tmp_path_factory) -> dict[str, Any]:
    """Nine chips in three batches, labels in each, one of them a bow tie."""
    folder = tmp_path_factory.mktemp("scene")
    shapes = [
        (on_map(rectangle(11 * place, 11 * place, 11 * place + 9, 11 * place + 9)), {}) for place in range(4)
    ]
    return {
        "IN_RASTER": write_raster(folder / "in.tif", noise(3, SIZE, SIZE)),
        "IN_CLASS_DATA": write_polygons(folder / "labels.gpkg", [*shapes, (BOW_TIE, {})]),
        "IMAGE_CHIP_FORMAT": "PNG",
        **dict.fromkeys(("TILE_SIZE_X", "TILE_SIZE_Y", "STRIDE_X", "STRIDE_Y"), TILE),
    }


@pytest.fixture(scope="module")
def whole(qgis_app, scene, tmp_path_factory) -> dict[str, bytes]:
    """What an undisturbed run writes."""
    return contents(run(tmp_path_factory.mktemp("whole") / "out", **scene).path)


def failure(folder: Path, values: dict[str, Any]) -> str:
    """Run an export that has to fail, and return the one sentence that says why."""
    log = Log()
    with pytest.raises(QgsProcessingException) as caught:
        run(folder, log, **values)
    sentences = [*log.errors, str(caught.value)]
    assert not any("Traceback" in each or "line " in each for each in sentences), sentences
    sentence = sentences[0].replace("Unable to execute algorithm\n", "")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: f"{stage.place} {stage.call}")
def test_a_stage_that_raises(scene, whole, tmp_path, monkeypatch, messages, stage):
    limit(monkeypatch, batch_bytes=BATCH)
    folder = tmp_path / "out"
    looks = {"REPORT": tmp_path / "report.html", "CHIP_INDEX": str(tmp_path / "chips.gpkg")}
    with pytest.MonkeyPatch.context() as patch:
        Fault(patch, stage.place, stage.call, ZeroDivisionError("odd"))
        sentence = failure(folder, {**scene, **looks})
    assert re.fullmatch(
        rf"{stage.step}: an error that was not foreseen \(ZeroDivisionError: odd\); please report it, with "
        "the details in QGIS's message log, under Training Data Exporter.",
        sentence,
    )
    check_details(messages, sentence)
    check_left(folder, whole, stage.complete)
    exported = run(folder, **{**scene, **looks})
    assert contents(folder) == whole
    assert set(exported.outputs) >= set(looks)
    assert looks["REPORT"].read_text("utf-8").startswith("<!DOCTYPE html>")
    assert QgsVectorLayer(looks["CHIP_INDEX"]).featureCount() == 9


def check_details(messages: list[tuple[str, str, int]], sentence: str) -> None:
    """The message log has the sentence, the versions, where to report, and the traceback."""
    ((text, _, level),) = [message for message in messages if message[1] == "Training Data Exporter"]
    assert level == Qgis.MessageLevel.Critical
    first, versions, tracker, *_ = text.splitlines()
    assert sentence.startswith(f"{first}: ")
    assert tracker == TRACKER
    assert (
        f"Training Data Exporter {VERSION}, QGIS {Qgis.QGIS_VERSION}, GDAL {gdal.__version__}, " in versions
    )
    assert platform.python_version() in versions
    assert "Traceback (most recent call last):" in text
    assert "ZeroDivisionError: odd" in text
    assert ", in failing" in text


def check_left(folder: Path, whole: dict[str, bytes], complete: bool) -> None:
    """Whole files stand, dataset files only behind the last chip, and a journal wherever anything stands."""
    found = contents(folder) if folder.exists() else {}
    journal = found.pop(JOURNAL_FILE, None)
    assert (journal is not None) == bool(found)
    assert not {name for name, data in found.items() if whole[name] != data}
    assert set(found) & set(DATASET_FILES) == (set(DATASET_FILES) if complete else set())


RASTER_STAGES = [
    Stage("labels.open:raster_names", 1, "Opening the class data classes"),
    Stage("labels.raster.class_raster:ClassRaster.classes", 1, "Reading the classes"),
    Stage("labels.raster.class_pixels:valid_pixels", 3, f"Reading labels {AREA}"),
    Stage("labels.raster.map_cutter:Regions.of", 3, f"Reading labels {AREA}"),
]


@pytest.mark.parametrize("stage", RASTER_STAGES, ids=lambda stage: stage.place)
def test_a_stage_of_a_class_raster_that_raises(scene, tmp_path, monkeypatch, messages, stage):
    limit(monkeypatch, batch_bytes=BATCH)
    classes = write_class_raster(tmp_path / "classes.tif", noise(1, SIZE, SIZE)[0] % 4)
    values = {**scene, "IN_CLASS_DATA": classes}
    expected = contents(run(tmp_path / "expected", **values).path)
    with pytest.MonkeyPatch.context() as patch:
        Fault(patch, stage.place, stage.call, ZeroDivisionError("odd"))
        sentence = failure(tmp_path / "out", values)
    assert re.match(rf"{stage.step}: an error that was not foreseen ", sentence)
    check_details(messages, sentence)
    check_left(tmp_path / "out", expected, complete=False)
    assert contents(run(tmp_path / "out", **values).path) == expected


def test_a_thread_that_cannot_begin_fails_its_calls():
    pool = DaemonPool(1, lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        pool.submit(lambda: 3).result(timeout=10)
    pool.close()


@pytest.mark.parametrize(
    "place", ["writers.images.png_jpeg:PngFormat.encode", "imagery.file:FilePixels.read"]
)
def test_too_little_memory(scene, whole, tmp_path, monkeypatch, messages, place):
    limit(monkeypatch, batch_bytes=BATCH)
    folder = tmp_path / "out"
    with pytest.MonkeyPatch.context() as patch:
        Fault(patch, place, 3, MemoryError())
        sentence = failure(folder, scene)
    assert re.fullmatch(
        r"(Encoding the pixels of chip 00000000\d|Reading pixels at columns 0 to 48, rows 32 to 48): "
        "there is not enough memory; make TILE_SIZE_X and TILE_SIZE_Y smaller, or close other programs "
        r"\(details: QGIS's message log, under Training Data Exporter\)\.",
        sentence,
    )
    assert "MemoryError" in messages[-1][0]
    run(folder, **scene)
    assert contents(folder) == whole


def test_an_addition_that_fails_leaves_the_first_export_whole(scene, whole, tmp_path, monkeypatch):
    limit(monkeypatch, batch_bytes=BATCH)
    values = with_copy(scene, START_INDEX=9)
    run(tmp_path / "expected", **scene)
    expected = contents(run(tmp_path / "expected", **values).path)
    folder = tmp_path / "out"
    run(folder, **scene)
    for place, call in (
        ("writers.labels.kitti:KittiFormat.encode", 6),
        ("writers.dataset.set_files:model_definition", 1),
    ):
        with pytest.MonkeyPatch.context() as patch:
            Fault(patch, place, call, ZeroDivisionError("odd"))
            failure(folder, values)
        found = contents(folder)
        assert {name: found[name] for name in whole} == whole
    run(folder, **values)
    assert contents(folder) == expected


def test_a_batch_row_and_the_chip_index_s_look_fail_without_a_traceback(tmp_path, monkeypatch, messages):
    from training_data_exporter.algorithms import export_training_data
    from training_data_exporter.algorithms.chip_index import style as chip_index_style

    def odd(*_: Any) -> Any:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr(export_training_data, "batch_values", odd)
    assert export_training_data.ExportTrainingData().autogenerateParameterValues({}, "", None) == {}
    assert messages[0][0].startswith("Proposing an output folder\n")
    monkeypatch.setattr(chip_index_style, "_renderer", odd)
    layer, log = QgsVectorLayer("Polygon?crs=EPSG:31985", "chips", "memory"), Log()
    chip_index_style.new_style().postProcessLayer(layer, QgsProcessingContext(), log)
    (warning,) = log.warnings
    assert warning.startswith(
        "Drawing the chip index: an error that was not foreseen (ZeroDivisionError: odd)"
    )
    assert messages[1][0].startswith("Drawing the chip index\n")


# Steps by themselves.


@pytest.mark.parametrize("error", [ExportError("{x} is wrong.", x=3), Cancelled(), KeyboardInterrupt()])
def test_what_was_foreseen_passes_untouched(error):
    with pytest.raises(type(error)) as caught, Step("Outer"), Step("Inner {place}", place=1):
        raise error
    assert caught.value is error


def test_the_innermost_step_is_named():
    with pytest.raises(UnforeseenError) as caught, Step("Outer"), Step("Inner {place}", place="{1}"):
        raise KeyError("a\nb")
    assert str(caught.value).startswith(r"Inner {1}: an error that was not foreseen (KeyError: 'a\nb'); ")
    assert caught.value.said_of("IN_RASTER") is caught.value


def test_a_reason_is_one_short_line():
    with pytest.raises(UnforeseenError) as caught, Step("Step"):
        raise ValueError("several\nlines " * 100)
    reason = re.search(r"not foreseen \((.*)\); please report", str(caught.value)).group(1)
    assert len(reason) == 200
    with pytest.raises(UnforeseenError, match=r"\(AssertionError\)"), Step("Step"):
        raise AssertionError


def test_the_sentence_is_translated_with_its_step():
    words = {"Reading {what}": "Lesen: {what}", "{step}: there is": "{step}: zu wenig Speicher."}

    def translate(text: str) -> str:
        return next((german for english, german in words.items() if text.startswith(english)), text)

    with pytest.raises(UnforeseenError) as caught, Step("Reading {what}", what="chips"):
        raise MemoryError
    assert caught.value.translated(translate) == "Lesen: chips: zu wenig Speicher."


def test_secrets_stay_out_of_the_details(scene, tmp_path, messages):
    with pytest.MonkeyPatch.context() as patch:
        error = ZeroDivisionError("https://me:hush@host/?token=hush2&x=1")
        Fault(patch, "algorithms.exports.one_export:prepare", 1, error)
        sentence = failure(tmp_path / "out", scene)
    assert not any("hush" in each for each in [sentence, *(text for text, *_ in messages)])
    assert "x=1" in sentence


# In other programs.

FAULTY_PLUGIN = """
def classFactory(iface):
    return Fault()

class Fault:
    def initProcessing(self):
        from training_data_exporter.writers.labels import kitti
        def odd(*_):
            raise ZeroDivisionError("odd")
        kitti.KittiFormat.encode = odd

    def initGui(self):
        self.initProcessing()

    def unload(self):
        pass
"""


def test_qgis_process_prints_a_sentence(scene, tmp_path):
    from programs import PLUGIN, QgisProcess

    program = QgisProcess(tmp_path)
    plugin = tmp_path / "plugins" / "zz_fault"
    plugin.mkdir()
    (plugin / "__init__.py").write_text(FAULTY_PLUGIN)
    keys = "name=Fault\nversion=1\nqgisMinimumVersion=3.22\ndescription=-\nauthor=-\nemail=-\nabout=-\n"
    (plugin / "metadata.txt").write_text(f"[general]\n{keys}hasProcessingProvider=yes\n")
    settings = tmp_path / "qgis" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.write_text(f"[PythonPlugins]\n{PLUGIN}=true\nzz_fault=true\n")
    done = program.algorithm(**scene, OUT_FOLDER=tmp_path / "out")
    assert (done.code, done.out) == (1, "")
    assert "Traceback" not in done.err
    (sentence,) = done.sentences
    beginning, _, path = sentence.rstrip(".").partition("with the details in ")
    assert beginning == (
        "Encoding the labels of chip 000000000: an error that was not foreseen (ZeroDivisionError: odd); "
        "please report it, "
    )
    details = Path(f"{path}.txt" if not path.endswith(".txt") else path)
    assert "Traceback" in details.read_text("utf-8")
    details.unlink()
