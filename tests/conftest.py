"""The package under its name, and QGIS, started once and only for the tests that ask for it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "training_data_exporter"

# The same examples each time, so that a change is judged by itself; HYPOTHESIS_PROFILE=explore draws others.
settings.register_profile(
    "suite",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("explore", settings.get_profile("suite"), derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


def _import_package() -> None:
    """Import the repository root as the package, whatever the checkout's folder is called."""
    spec = importlib.util.spec_from_file_location(
        PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = package
    spec.loader.exec_module(package)


_import_package()

_running = {}  # application and provider live as long as the process


def _start_qgis() -> None:
    """Start QGIS without a display and with a profile that is thrown away."""
    home = tempfile.mkdtemp(prefix="qgis-tests-")
    os.environ.update(
        HOME=home,
        XDG_CONFIG_HOME=f"{home}/config",
        XDG_DATA_HOME=f"{home}/data",
        XDG_CACHE_HOME=f"{home}/cache",
        QGIS_CUSTOM_CONFIG_PATH=f"{home}/qgis",
        QT_QPA_PLATFORM="offscreen",
    )
    from qgis.core import QgsApplication

    app = QgsApplication([], False)
    app.initQgis()
    sys.path.append(f"{QgsApplication.pkgDataPath()}/python/plugins")
    from processing.core.Processing import Processing

    Processing.initialize()
    from training_data_exporter.provider import TrainingDataProvider

    provider = TrainingDataProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    _running.update(app=app, provider=provider, home=home)


def pytest_sessionfinish(exitstatus: int) -> None:
    """Keep the exit code for the end."""
    _running["exitstatus"] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """End the process as soon as its work is done and told.

    Frames of failed tests hold layers until Python's very end, and Python would
    free them after QGIS has gone, which crashes: the exit code would be lost.
    Before that it would wait for every thread that a test of a silent server
    left behind.
    """
    if "app" not in _running:
        return
    shutil.rmtree(_running["home"], ignore_errors=True)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(_running["exitstatus"])


@pytest.fixture(scope="session")
def qgis_app():
    """QGIS with Processing and the plugin's provider."""
    if "app" not in _running:
        _start_qgis()
    return _running["app"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden", action="store_true", help="write tests/golden anew instead of comparing with it"
    )
