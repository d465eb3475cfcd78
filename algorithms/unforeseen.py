"""No traceback reaches a user: a sentence does, which says where the details are."""

from __future__ import annotations

import platform
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable

from osgeo import gdal
from qgis.core import Qgis, QgsApplication, QgsMessageLog

from ..chipping.errors import ExportError
from ..chipping.redaction import without_secrets
from ..chipping.steps import Step, UnforeseenError
from ..version import TRACKER, VERSION
from .parameters.naming import named
from .translation import tr

LOG_TAG = "Training Data Exporter"
"""Under which QGIS's message log shows the details of an unforeseen error."""

_FILE = "training_data_exporter_error_"


def sentence(error: ExportError) -> str:
    """Return what a user reads of an error, and keep the details of one that nobody foresaw.

    Args:
        error: a refusal or failure.
    """
    if isinstance(error, UnforeseenError):
        error.kept_in(_keep(_details(error)))
        return without_secrets(error.translated(tr))
    return named(error.message)


def _keep(details: str) -> str:
    """Put details where a user finds them, and return what that place is called.

    What is logged in qgis_process goes to standard error, among what people
    read: there it is a file.
    """
    if QgsApplication.platform() != "qgis_process":
        QgsMessageLog.logMessage(details, LOG_TAG, Qgis.MessageLevel.Critical)
        return tr("QGIS's message log, under {tag}").format(tag=LOG_TAG)
    try:
        with tempfile.NamedTemporaryFile("wb", suffix=".txt", prefix=_FILE, delete=False) as file:
            file.write(details.encode("utf-8"))
    except OSError as error:
        return f"- ({error.strerror})"
    return file.name


@contextmanager
def survived(step: Step, say: Callable[[str], object] = str) -> Iterator[None]:
    """Let the rest go on where a step fails that nothing depends on.

    Args:
        step: what is done; only what was not foreseen in it is told and logged.
        say: takes the sentence, where somebody reads it.
    """
    try:
        with step:
            yield
    except UnforeseenError as error:
        say(sentence(error))


def _details(error: UnforeseenError) -> str:
    """Return all that a report needs: what was being done, versions, and the traceback."""
    versions = (
        f"Training Data Exporter {VERSION}, QGIS {Qgis.QGIS_VERSION}, GDAL {gdal.__version__}, "
        f"Python {platform.python_version()}, {platform.platform()}"
    )
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    text = without_secrets(f"{error.step.words()}\n{versions}\n{TRACKER}\n\n{''.join(lines)}")
    return text.encode("utf-8", "backslashreplace").decode("utf-8")  # names may hold half a character
