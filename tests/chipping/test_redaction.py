"""No text of ours holds what lets somebody in, and each can be written."""

from __future__ import annotations

import time
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training_data_exporter.chipping.errors import ExportError
from training_data_exporter.chipping.redaction import shown, without_secrets, writable

SECRET = "s3cr3tWORD+/=="
ADDRESSES = (
    "https://me:{}@tiles.org/0/0/0.png",
    "https://tiles.org/{{z}}/{{x}}/{{y}}.png?a=1&token={}&b=2",
    "https://tiles.org/wms?access_token={}",
    "https://tiles.org/wms?apikey={}",
    "https://tiles.org/wms?api_key={}",
    "https://tiles.org/wms?API-KEY={}",
    "https://tiles.org/wms?key={}",
    "https://tiles.org/wms?tk={}",
    "https://tiles.org/wms?password={}",
    "https://tiles.org/wms?subscription-key={}",
    "https://bucket.s3.amazonaws.com/a.tif?X-Amz-Credential={}&X-Amz-Expires=60",
    "https://bucket.s3.amazonaws.com/a.tif?X-Amz-Signature={}",
    "https://bucket.s3.amazonaws.com/a.tif?X-Amz-Security-Token={}",
    "https://bucket.s3.amazonaws.com/a.tif?AWSAccessKeyId={}&Signature={}",
    "https://storage.googleapis.com/a.tif?X-Goog-Signature={}",
    "https://d1.cloudfront.net/a.tif?Policy={}&Signature={}&Key-Pair-Id={}",
    "https://a.blob.core.windows.net/c/a.tif?sv={}&sr={}&se={}&sp={}&sig={}",
)
SOURCES = (
    "dbname='db' host=h user='me' password='{}' authcfg={} key='id' table=\"public\".\"t\" (geom)",
    "dbname='db' password='it\\'s {} here' sslmode=disable",
    'PG:dbname=db password="{}"',
    "MSSQL:server=s;database=d;UID=me;PWD={};tables=t",
    "MYSQL:db,host=h,user=me,password={}",
    "OCI:me/{}@db",
    "/vsicurl?userpwd={}&url=https://a.org/b.tif",
    "/vsicurl?header.Authorization=Bearer%20{}&url=https://a.org/b.tif",
    "contextualWMSLegend=0&http-header:X-Api-Key={}&url=https://a.org",
    '{{"error": {{"code": 498, "token": "{}", "message": "Invalid token: {}"}}}}',
    "Authorization: Bearer {}",
    "the server says: invalid token {}",
)


@pytest.mark.parametrize("template", [*ADDRESSES, *SOURCES])
def test_what_lets_somebody_in_is_taken_out(template):
    text = template.format(*[SECRET] * 5)
    for wrapped in (text, f"GDAL failed: HTTP 403 for {text}", f"({text}).", repr(text), f"<{text}>"):
        found = without_secrets(wrapped)
        assert SECRET not in found
        assert "WORD" not in found
        assert "…" in found


@pytest.mark.parametrize("template", ADDRESSES)
@pytest.mark.parametrize("times", [1, 2])
def test_an_address_inside_an_address_is_looked_through(template, times):
    address = template.format(*[quote(SECRET, safe="")] * 5)
    for _ in range(times):
        address = quote(address, safe=":/")
    found = without_secrets(f"type=xyz&url={address}&zmax=18")
    assert "WORD" not in found
    assert found.endswith("&zmax=18")


def test_a_password_in_a_call_from_python_is_taken_out_whole():
    # as QGIS writes a text of the source password='it\'s hid\\den' into a call
    source = r"dbname=\'d\' password=\'it\\\'s hid\\\\den\' table=\'t\'"
    assert without_secrets(source) == r"dbname=\'d\' password=… table=\'t\'"


@pytest.mark.parametrize(
    "text",
    [
        "Chips planned: 36 (6 across, 6 down), 256 x 256 pixels each.",
        "https://tiles.org:8080/{z}/{x}/{y}@2x.png?style=a&monkey=b",
        "/data/tokens/keys.gpkg|layername=author",
        "Classes: 3 (1 = token, 2 = key, 3 = password).",
        "write to a@b.org",
        "type=xyz&url=https://a.org/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=18&zmin=0",
        "se=1, sp=2",
        "basic geometries, bearer tokens",
    ],
)
def test_other_texts_stay(text):
    assert shown(text) == text


def test_what_stands_beside_a_secret_stays():
    text = "url=https://me:hidden@tiles/{z}?key=abc123&token=XYZ password='s3 cret' authcfg=abcdefg zmax=18"
    assert without_secrets(text) == "url=https://…@tiles/{z}?key=…&token=… password=… authcfg=… zmax=18"


@pytest.mark.parametrize(
    "address", ["http://a.org?key=abc%2B123&b=1", "http://abc+123@a.org", "key='abc+123'"]
)
def test_a_server_that_repeats_the_key_in_its_words_gives_nothing_away(address):
    found = without_secrets(f"Forbidden: abc+123 is over its quota, not abc%2B123 ({address})")
    assert "abc" not in found
    assert found.startswith("Forbidden: … is over its quota, not ")


USERS = ("s3cr3tWORD", "s3cr3tWORD:", "me:s3cr3t@WORD", "me:s3cr3t/WORD", "m%40e:WORD")


@pytest.mark.parametrize("user", USERS)
def test_users_of_addresses_are_taken_out(user):
    assert without_secrets(f"see https://{user}@a.org:80/b?c=d@e.") == "see https://…@a.org:80/b?c=d@e."


def test_an_error_says_no_secret_in_any_of_its_texts():
    error = ExportError("IN_RASTER: {value} is not a raster layer.", value=f"http://a.org?token={SECRET}")
    said = error.said_of("X")
    for text in (str(error), error.translated(str), str(said), said.translated(str)):
        assert SECRET not in text
        assert "http://a.org?token=… is not a raster layer." in text


@given(st.text())
def test_a_shown_text_can_be_written_and_is_not_changed_again(text):
    found = shown(text)
    found.encode("utf-8")
    assert "\0" not in found
    assert shown(found) == found


def test_half_characters_and_control_characters_are_replaced():
    assert writable("a\udc80b\x00c\x1b[31md\te\r\nf\uffff😀") == "a�b�c�[31md\te\r\nf�😀"


@pytest.mark.parametrize("unit", ["token", "://a:", "password='", "a" * 10, "key=\\'", "%25", "token: ", "@"])
def test_no_text_takes_long(unit):
    started = time.perf_counter()
    without_secrets(unit * 20_000)
    assert time.perf_counter() - started < 2
