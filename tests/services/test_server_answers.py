"""Answers of servers, piece by piece: bodies that unpack, JSON and XML with bounds, windows with holes."""

from __future__ import annotations

import gzip
import json
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training_data_exporter.chipping.frame import PixelFrame
from training_data_exporter.chipping.retry import TroubleError
from training_data_exporter.chipping.untrusted.bounded_json import bounded_json
from training_data_exporter.chipping.window import Window
from training_data_exporter.imagery.services.bounded_body import Body, image_bytes
from training_data_exporter.imagery.services.server_words import server_words, shown
from training_data_exporter.imagery.services.server_xml import xml_root
from training_data_exporter.imagery.services.tiles import TileLevel, TilePixels
from training_data_exporter.imagery.services.windows import WindowPixels
from training_data_exporter.imagery.source import RGB, Bands, UnreadableError, empty_block


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def twice(data: bytes) -> bytes:
    return gzip.compress(data[:9]) + gzip.compress(data[9:])


PACKED = {"": bytes, "gzip": gzip.compress, "x-gzip": twice, "deflate": zlib.compress, " Deflate": bare}


def fed(body: Body, data: bytes, step: int) -> bytes:
    for start in range(0, len(data), step):
        body.add(data[start : start + step])
    return body.content()


@given(st.binary(max_size=4000), st.sampled_from(sorted(PACKED)), st.integers(1, 700))
def test_a_body_is_what_was_packed(data, encoding, step):
    assert fed(Body(4000, encoding), PACKED[encoding](data), step) == data


@given(st.sampled_from(sorted(PACKED)), st.integers(1, 700))
def test_a_body_that_is_one_byte_too_long_is_refused(encoding, step):
    packed = PACKED[encoding](bytes(4001))
    assert len(fed(Body(4001, encoding), packed, step)) == 4001
    with pytest.raises(TroubleError, match="more than the 0"):
        fed(Body(4000, encoding), packed, step)


def test_what_follows_a_packed_body_is_passed_over_and_counted():
    assert fed(Body(4000, "gzip"), gzip.compress(b"all") + bytes(900), 50) == b"all"
    with pytest.raises(TroubleError, match="more than the"):
        fed(Body(4000, "gzip"), gzip.compress(b"all") + bytes(90000), 5000)
    nothing = b"\x00\x00\x00\xff\xff"  # a stored block without bytes, and more follow
    with pytest.raises(TroubleError, match="more than the"):
        fed(Body(4000, "deflate"), nothing * 20000, 5000)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_packed_body_without_its_end_is_refused(encoding):
    packed = PACKED[encoding](np.random.default_rng(1).bytes(3000))
    with pytest.raises(TroubleError, match="only a part"):
        fed(Body(4000, encoding), packed[:-9], 500)
    with pytest.raises(TroubleError, match="cannot be unpacked"):
        fed(Body(4000, encoding), b"no archive at all", 500)


def test_packings_that_nobody_asked_for_are_refused():
    with pytest.raises(TroubleError, match="not asked for"):
        Body(4000, "gzip, gzip")


def test_a_file_that_is_not_compressed_has_room():
    assert image_bytes(256, 256, 4) > 256 * 256 * 4 * 4 // 3 + 300_000
    assert image_bytes(2048, 2048, 4) < 45e6


class Forgetful:
    """A server that answers all but some of the requests."""

    def __init__(self, forgotten):
        self.forgotten = forgotten

    def each(self, requests, read, stop):
        for number, request in enumerate(requests):
            if number not in self.forgotten:
                shape = (4 if request.window.width == 256 else 1, request.window.height, request.window.width)
                yield request, np.full(shape, 9, dtype="uint8")


def forgetful_window(forgotten):
    bands = Bands("uint8", (7,), ("",), (1,))
    frame = PixelFrame(0.0, 100.0, 1.0, 1.0, 100, 100)
    return WindowPixels(frame, bands, 0, lambda *place: "", (64, 64), Forgetful(forgotten)), bands


def test_a_window_with_a_hole_is_an_error_that_names_the_hole():
    window = Window(20, 10, 70, 80)
    pixels, bands = forgetful_window({3})
    with pytest.raises(UnreadableError, match="nothing came") as failure:
        pixels.read(window, empty_block(window, bands, 0), lambda: None)
    assert failure.value.window == Window(84, 74, 6, 16)
    whole, _ = forgetful_window(set())
    block = empty_block(window, bands, 0)
    whole.read(window, block, lambda: None)
    assert (block.values == 9).all()


def test_a_tile_that_never_came_is_an_error():
    frame = PixelFrame(0.0, 512.0, 1.0, 1.0, 512, 512)
    level = TileLevel(frame, 256, 256, lambda column, row: f"{column}/{row}", Window(0, 0, 2, 2))
    window = Window(0, 0, 512, 512)
    with pytest.raises(UnreadableError, match="nothing came") as failure:
        TilePixels(level, Forgetful({2})).read(window, empty_block(window, RGB, 1), lambda: None)
    assert failure.value.window == Window(256, 0, 256, 256)


@pytest.mark.parametrize("nodata", [(None, None), (7.0, None), (0.0, -9.0)])
@pytest.mark.parametrize("planes", [0, 1, 2])
def test_room_for_pixels_holds_nodata_and_not_what_lay_in_memory(nodata, planes):
    for _ in range(3):
        block = empty_block(Window(0, 0, 20, 30), Bands("int16", nodata, ("", ""), (0, 0)), planes)
        assert [set(plane.ravel()) for plane in block.values] == [{value or 0} for value in nodata]
        assert block.mask is None or not block.mask.any()
        block.values[:] = 1234


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.floats(-1e9, 1e9) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(VALUES)
def test_sane_json_is_read_as_python_reads_it(value):
    assert bounded_json(json.dumps(value).encode()) == value
    assert bounded_json(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")) == value


@pytest.mark.parametrize(
    "text",
    [
        "[" * 65 + "]" * 65,
        "[" + "1," * 400_000 + "1]",
        "NaN",
        "[Infinity]",
        '["' + " " * (8 << 20) + '"]',
        "",
    ],
    ids=["deep", "long", "NaN", "Infinity", "large", "empty"],
)
def test_json_without_measure_is_a_value_error(text):
    with pytest.raises(ValueError, match=r"."):
        bounded_json(text.encode())


def test_brackets_in_texts_are_no_depth():
    assert bounded_json(json.dumps(["[{" * 500 + '\\"[']).encode()) == ["[{" * 500 + '\\"[']


@pytest.mark.parametrize(
    "document",
    [
        b"<a " + b" ".join(b"b%d='1'" % number for number in range(9000)) + b"/>",
        b"<a>" + b"<b/>" * 260_000 + b"</a>",
        b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
    ],
    ids=["attributes", "elements", "entity"],
)
def test_xml_without_measure_is_a_value_error(document):
    with pytest.raises(ValueError, match=r"the document "):
        xml_root(document)


def test_layers_that_nobody_wants_do_not_count():
    layers = b"<Layer><Name>x</Name><Style><Name>y</Name></Style></Layer>" * 70_000
    root = xml_root(b"<a><b>c</b>" + layers + b"<d/></a>", lambda element: element.tag == "Layer")
    assert (root.findtext("b"), len(root.findall("d")), root.find(".//Style")) == ("c", 1, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("see http://me:key@host/a/b?token=x#y now", "see http://host/a/b now"),
        ("(https://host/a?x=1) and (http://host/)", "(https://host/a) and (http://host/)"),
        ("half a pair \ud800, a bell \a", "half a pair ?, a bell \ufffd"),
        ("one\n two\t three", "one two three"),
    ],
)
def test_what_is_shown_is_one_line_without_secrets(text, words):
    assert shown(text) == words


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"error": {"message": "No", "details": ["a", "b"]}}', "No a b"),
        (b'{"error": {"message": null, "details": 7}}', "7"),
        (b'{"error": "No"}', "No"),
        (b'{"error": {"message": {"a": [1]}, "details": "b"}}', '{"a": [1]} b'),
        (b"<a><b>It</b> <!-- not --><?no no?>burns</a>", "It burns"),
        (b"<html><body><h1>It</h1>burns", "It burns"),
        (b"<", ""),
        (b"\xff\xfe\x00<", ""),
    ],
)
def test_the_words_of_an_answer(content, words):
    assert server_words(content) == words
