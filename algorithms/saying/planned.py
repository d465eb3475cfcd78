"""What the log says of the chips that are planned."""

from __future__ import annotations

from ...chipping.plan.centred import FIXED_SIZE, CentredChips
from ...chipping.plan.turned_grid import TurnedGrid
from ...export.job import ExportJob
from ..translation import tr


def planned_text(job: ExportJob) -> str:
    """Return how many chips are planned, where and how large."""
    options, grid, listed = job.options, job.grid, job.listed
    size = {"total": job.total, "width": options.tile_x, "height": options.tile_y}
    if isinstance(listed, TurnedGrid):
        text = tr(
            "Chips planned: {total} ({columns} across, {rows} down, at {angles} angles), {width} x {height} "
            "pixels each."
        )
        angles = len(listed.angles)
        return text.format(columns=grid.columns, rows=grid.rows, angles=angles, **size)
    if isinstance(listed, CentredChips):
        if options.crop_mode == FIXED_SIZE:
            text = tr(
                "Chips planned: {total} (around {features} features, at {angles} angles), {width} x {height} "
                "pixels each."
            )
        else:
            text = tr(
                "Chips planned: {total} (around {features} features, at {angles} angles), as large as the "
                "features' envelopes."
            )
        return text.format(features=len(listed.fids), angles=len(listed.angles), **size)
    text = tr("Chips planned: {total} ({columns} across, {rows} down), {width} x {height} pixels each.")
    return text.format(columns=grid.columns, rows=grid.rows, **size)
