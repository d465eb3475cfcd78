"""Who may import whom, and how large things may get."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {
    "chipping": (),
    "imagery": ("chipping",),
    "labels": ("chipping", "imagery"),
    "writers": ("chipping",),
    "export": ("chipping", "imagery", "labels", "writers"),
    "reports": ("chipping", "writers"),
    "algorithms": ("chipping", "imagery", "labels", "writers", "export", "reports"),
}
"""The rooms, each with the rooms that it may import: never one that stands below it here."""
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [*ROOT.glob("*.py"), *(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))]
)
FOLDERS = sorted({module.rpartition("/")[0] for module in MODULES if "/" in module})
LINES, FUNCTION_LINES, FOLDER_LINES, FOLDER_MODULES = 300, 50, 3000, 16
TABLES = (
    "algorithms/parameters/documented.py",
    "algorithms/parameters/advanced.py",
    "algorithms/parameters/lists.py",
    "algorithms/parameters/pixels.py",
)
MAY_KNOW_QGIS = (
    "__init__.py",
    "algorithms/*",
    "imagery/area.py",
    "imagery/bands.py",
    "imagery/file.py",
    "imagery/open.py",
    "imagery/provider.py",
    "imagery/services/download.py",
    "imagery/services/network.py",
    "imagery/services/open.py",
    "labels/features/areas.py",
    "labels/features/class_values.py",
    "labels/features/feature_labels.py",
    "labels/features/feature_reader.py",
    "labels/features/heavy.py",
    "labels/features/large.py",
    "labels/features/layer_classes.py",
    "labels/features/patches.py",
    "labels/features/projection.py",
    "labels/features/repair.py",
    "labels/features/transformed.py",
    "labels/open.py",
    "labels/pixel_space.py",
    "labels/raster/class_raster.py",
    "labels/raster/raster_labels.py",
    "labels/regions/areas_inside.py",
    "labels/regions/polygon_layer.py",
    "labels/regions/region.py",
    "labels/regions/region_cut.py",
    "labels/raster/raster_names.py",
    "labels/rows/layer_rows.py",
    "labels/rows/stored_layer.py",
    "labels/rows/stored_rows.py",
    "labels/selection.py",
    "provider.py",
    "translation.py",
    "writers/images/qt.py",
    "writers/images/qt_images.py",
)


def tree_of(module: str) -> ast.Module:
    return ast.parse((ROOT / module).read_text("utf-8"))


def imports_of(module: str) -> Iterator[str]:
    """Yield what a module imports: names inside the package without the package's own name.

    ``from ..chipping.chip import Chip`` in ``writers/base.py`` is ``chipping.chip``.
    """
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module
        elif isinstance(node, ast.ImportFrom):
            parts = Path(module).with_suffix("").parts[: -node.level]
            base = ".".join([*parts, *filter(None, [node.module])])
            inner = [f"{base}.{alias.name}".strip(".") for alias in node.names]
            yield from ([base] if node.module else inner)


def name_of(module: str) -> str:
    return module[: -len(".py")].replace("/", ".").removesuffix(".__init__")


KNOWN = frozenset(map(name_of, MODULES))


def inner(module: str) -> set[str]:
    """Return the modules of the package that a module imports while it is loaded or run."""
    return {name for name in imports_of(module) if name in KNOWN}


def is_free_of_qgis(module: str) -> bool:
    return not any(fnmatch(module, pattern) for pattern in MAY_KNOW_QGIS)


@pytest.mark.parametrize("module", filter(is_free_of_qgis, MODULES))
def test_only_the_algorithm_and_the_layer_readers_know_qgis(module):
    assert not [name for name in imports_of(module) if name.split(".")[0] in ("qgis", "processing", "PyQt5")]


def room_of(name: str) -> str:
    return name.replace("/", ".").partition(".")[0]


def test_rooms_import_only_rooms_above_them():
    order = list(ROOMS)
    for number, (room, allowed) in enumerate(ROOMS.items()):
        assert set(allowed) <= set(order[:number]), room


@pytest.mark.parametrize("module", [module for module in MODULES if "/" in module])
def test_a_room_imports_what_it_may(module):
    room = room_of(module)
    others = {name for name in inner(module) if room_of(name) != room}
    allowed = {name for name in others if room_of(name) in ROOMS[room]}
    knows_version = room == "algorithms" or module.startswith("export/workers/")
    assert others <= allowed | ({"version"} if knows_version else set())


def test_no_module_imports_itself_by_way_of_others():
    reached = {name_of(module): inner(module) for module in MODULES}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " imports ".join((*way[way.index(name) :], name))
        if name not in done:
            for other in sorted(reached[name]):
                visit(other, (*way, name))
            done.add(name)

    for name in sorted(reached):
        visit(name, ())


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_stays_small(folder):
    modules = [module for module in MODULES if module.rpartition("/")[0] == folder]
    assert len(modules) <= FOLDER_MODULES
    assert sum(len((ROOT / module).read_text("utf-8").splitlines()) for module in modules) <= FOLDER_LINES


@pytest.mark.parametrize("module", [module for module in MODULES if not module.startswith("algorithms/")])
def test_only_the_provider_knows_the_algorithm(module):
    found = {name for name in inner(module) if name.startswith("algorithms")}
    assert not found or module == "provider.py"


@pytest.mark.parametrize("module", MODULES)
def test_imports_inside_the_package_are_relative(module):
    names = {
        node.module
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.ImportFrom) and not node.level
    }
    assert not [name for name in names if name.split(".")[0] in (*ROOMS, "training_data_exporter")]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_stays_short(module):
    assert len((ROOT / module).read_text("utf-8").splitlines()) <= LINES


def functions_of(module: str) -> Iterator[tuple[str, int]]:
    """Yield each function's name and its lines without the docstring."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = node.end_lineno - node.lineno + 1
            if ast.get_docstring(node) is not None:
                lines -= node.body[0].end_lineno - node.body[0].lineno + 1
            yield node.name, lines


@pytest.mark.parametrize("module", MODULES)
def test_a_function_stays_short(module):
    # the table of parameters is what users read, not code
    if module not in TABLES:
        assert not [(name, lines) for name, lines in functions_of(module) if lines > FUNCTION_LINES]


@pytest.mark.parametrize("module", MODULES)
def test_gdal_s_global_switch_is_never_touched(module):
    tree = tree_of(module)
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not names & {"UseExceptions", "DontUseExceptions"}


def test_the_work_knows_neither_the_window_nor_the_project():
    for module in MODULES:
        if "/" in module:
            names = {
                getattr(node, "attr", getattr(node, "id", ""))
                for node in ast.walk(tree_of(module))
                if isinstance(node, (ast.Attribute, ast.Name))
            }
            assert not names & {"iface", "QgsProject"}, module


IMPORT_WITHOUT_QGIS = """
import importlib, importlib.util, sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("qgis", "PyQt5", "PyQt6", "processing"):
            raise ImportError(f"{name} is not there")

sys.meta_path.insert(0, Blocker())
root, *modules = sys.argv[1:]
spec = importlib.util.spec_from_file_location("tde", root + "/__init__.py", submodule_search_locations=[root])
sys.modules["tde"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sys.modules["tde"])
for module in modules:
    importlib.import_module("tde." + module)
"""


def test_modules_without_qgis_import_where_there_is_none():
    names = [name_of(module) for module in MODULES if is_free_of_qgis(module)]
    command = [sys.executable, "-c", IMPORT_WITHOUT_QGIS, str(ROOT), *names]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stderr
