"""Sentences: one line each, whatever their values hold."""

from __future__ import annotations

from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.chipping.messages import Message


def test_a_reason_of_several_lines_is_said_in_one():
    reason = "band 1: IReadBlock failed.\nMay be caused by: TIFFReadEncodedTile() failed.\r\n"
    said = "{name} cannot be read at column {column:d}: {reason}"
    error = ExportError(said, name="in  two\n  parts.tif", column=7, reason=reason)
    assert str(error) == (
        "in  two parts.tif cannot be read at column 7: band 1: IReadBlock failed. "
        "May be caused by: TIFFReadEncodedTile() failed."
    )
    assert str(error.said_of("IN_RASTER")).startswith("IN_RASTER: in  two parts.tif cannot")


def test_a_template_keeps_its_own_lines():
    assert str(Message("one:\n{what}", what="two\nthree")) == "one:\ntwo three"


def test_an_error_as_a_reason_is_said_in_one_line_too():
    reason = OSError("() failed.\nMay be caused by: a read error")
    assert (
        str(Message("it failed: {what}", what=reason))
        == "it failed: () failed. May be caused by: a read error"
    )
