"""Write docs/help.html, the page behind the dialog's Help button, from the texts of the dialog.

Usage: scripts/help_page.py [FILE]
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from configparser import ConfigParser
from html import escape
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent
TARGET = CHECKOUT / "docs" / "help.html"

STYLE = """
body { font: 15px/1.5 "Noto Sans", "DejaVu Sans", "Segoe UI", Helvetica, sans-serif; color: #222;
       max-width: 860px; margin: 24px auto; padding: 0 16px; }
h1 { font-size: 25px; } h2 { font-size: 19px; margin-top: 32px; }
table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: 5px 14px 5px 0;
border-bottom: 1px solid #ddd; } code, pre { font: 13px "DejaVu Sans Mono", Consolas, monospace; }
pre { background: #f4f4f4; padding: 10px; overflow-x: auto; } small { color: #666; }
"""

FOLDER = """\
OUT_FOLDER/
  images/000000000.tif  000000000.tfw  …    the chips, row by row, numbered from START_INDEX
  labels/000000000.txt  …                   one label file per chip (RCNN_Masks: one per class that it shows)
  map.txt                                   the image and the label files of each chip
  stats.txt                                 chips, labels and their sizes per class, to read
  esri_accumulated_stats.json               the same, and statistics of each band
  esri_model_definition.emd                 chip size, classes and bands, for the training program
"""

SHELL = """\
qgis_process run trainingdata:exporttrainingdatafordeeplearning -- \\
    IN_RASTER=image.tif IN_CLASS_DATA=labels.shp CLASS_VALUE_FIELD=Classvalue \\
    METADATA_FORMAT=PASCAL_VOC_rectangles OUT_FOLDER=chips REPORT=report.html
"""


def start_qgis() -> list[Any]:
    """Start QGIS and import the checkout under the package's name; what is returned has to be kept."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path += [f"{QgsApplication.pkgDataPath()}/python/plugins", str(CHECKOUT / "tests")]
    import conftest

    return [application, conftest]


def page() -> str:
    """Return the page; QGIS has to be running."""
    from training_data_exporter.algorithms.export_training_data import ExportTrainingData

    algorithm = ExportTrainingData().create()
    metadata = ConfigParser(interpolation=None)
    metadata.read(CHECKOUT / "metadata.txt", encoding="utf-8")
    repository = metadata["general"]["repository"]
    parts = [
        f"<h1>{escape(algorithm.displayName())}</h1>",
        f"<p>{escape(metadata['general']['about'])}</p>",
        f'<p>Tutorial, formats, questions: <a href="{repository}/tree/main/docs">{repository}</a></p>',
        "<h2>Parameters</h2>",
        f"<table>{''.join(parameter_rows(algorithm))}</table>",
        "<h2>Outputs</h2>",
        f"<table>{''.join(output_rows())}</table>",
        f"<h2>The output folder</h2><pre>{escape(FOLDER)}</pre>",
        f"<h2>From a shell</h2><pre>{escape(SHELL)}</pre>",
    ]
    head = (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{algorithm.displayName()}'
    )
    return (
        f"{head}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def parameter_rows(algorithm: Any) -> Iterator[str]:
    """Yield a row for each parameter."""
    for each in algorithm.parameterDefinitions():
        default = (
            ""
            if each.defaultValue() is None
            else f"<br><small>default {escape(str(each.defaultValue()))}</small>"
        )
        choices = f"<br><small>{', '.join(each.options())}</small>" if hasattr(each, "options") else ""
        yield (
            f"<tr><th>{escape(each.description())}<br><code>{each.name()}</code>{default}</th>"
            f"<td>{escape(each.help())}{choices}</td></tr>\n"
        )


def output_rows() -> Iterator[str]:
    """Yield a row for each number."""
    from training_data_exporter.algorithms.parameters import table

    for each in table.outputs():
        name = f"{escape(each.label)}<br><code>{each.name}</code>"
        yield f"<tr><th>{name}</th><td>{escape(each.help)}</td></tr>\n"


def main(arguments: list[str]) -> int:
    """Write the page; return the exit code."""
    kept = start_qgis()
    target = Path(arguments[0]) if arguments else TARGET
    target.write_text(page(), "utf-8")
    sys.stdout.write(f"{target}\n")
    sys.stdout.flush()
    os._exit(0 if kept else 1)  # QGIS would free things in the wrong order


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
