"""The table of parameters, and the numbers that a run gives."""

from __future__ import annotations

from ..translation import tr
from . import names as p
from .advanced import advanced
from .documented import documented
from .row import Output, Parameter


def parameters() -> list[Parameter]:
    """Return the rows in the order of the dialog, with texts in the user's language."""
    return [*documented(), *advanced()]


def outputs() -> list[Output]:
    """Return the numbers."""
    return [
        Output(p.CHIP_COUNT, tr("Chips"), tr("Image chips written.")),
        Output(p.FEATURE_COUNT, tr("Features"), tr("Labels written, one per feature and chip.")),
        Output(p.CLASS_COUNT, tr("Classes"), tr("Classes of the class data.")),
        Output(p.EMPTY_CHIP_COUNT, tr("Empty chips"), tr("Image chips written that show no label.")),
    ]
