"""Texts as anybody may read them: without secrets, and of characters that every file can hold.

Log, report and chip index are passed on; the address of a layer in them must
not give away the key with which it is read.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

_HIDDEN = "…"
_WORDS = (
    "access[-_]?key|api[-_]?key|subscription[-_]?key|authorization|authcfg|authkey|credentials?|"
    "password|passwd|passphrase|pwd|secret|signature|token|AWSAccessKeyId|GoogleAccessId|Key-Pair-Id"
)
_NAMES = "app_?code|app_?id|auth|connectid|jwt|key|map_?key|pass|policy|pw|sessionid|sig|ticket|tk"
_SHARED_ACCESS = "se|sk[a-z]{1,4}|sp|spr|sr|st|sv"  # Azure's: too short to mean that outside a query
_EQUALS = "(?:=|%(?:25)*3D)"
_AND = "%(?:25)*(?:26|3B)"
_CLOSING = r"(?:(?<!\\)(?P=escape)(?P=quote))"
_QUOTED = rf"""(?P<escape>\\*)(?P<quote>['"])(?:(?!{_CLOSING}).)*{_CLOSING}?"""
_BARE = rf"""(?:(?!{_AND})[^&'"\s|;<>\\])+"""
_VALUE = rf"(?:{_QUOTED}|(?:(?:Bearer|Basic|Token)(?:\s|\+|%20)+)?{_BARE})"

_SECRETS = [
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        # password='it\'s' and ?access_token=abc&, also with a percent-encoded = and &
        rf"(?P<kept>(?:{_WORDS})[\w.-]{{0,40}}\s?{_EQUALS}\s?){_VALUE}",
        rf"(?P<kept>(?:\b|%(?:25)*(?:26|3B|3F))(?:{_NAMES}){_EQUALS}){_VALUE}",
        rf"(?P<kept>(?:[?&]|%(?:25)*(?:26|3B|3F))(?:{_SHARED_ACCESS}){_EQUALS}){_VALUE}",
        # {"token": "abc"} and Authorization: Bearer abc, as servers and headers have it
        rf"""(?P<kept>(?:{_WORDS})[\w.-]{{0,40}}\\*['"]?\s?:\s?){_VALUE}""",
        rf"(?P<kept>\b(?:Bearer|Basic|{_WORDS})\s+)(?=\S*\d)[\w.~+/=-]{{8,}}",
        # https://me:hidden@host, OCI:me/hidden@host
        r"""(?P<kept>:(?://|%(?:25)*2F%(?:25)*2F))[^/?#\s'"<>]{1,400}(?=@|%(?:25)*40)""",
        r"""(?P<kept>://)[^/?#@\s:'"<>]{1,100}:(?!\d+[/?#])[^@\s'"<>]{1,200}(?=@)""",
        r"""(?P<kept>\bOCI:)[^\s@'"]{1,200}(?=@)""",
    )
]
_PARTS = re.compile(r"""[:'"\\\s]+""")
_LEAST = 6  # characters of a secret that is looked for wherever else it stands
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def without_secrets(text: str) -> str:
    """Return a text, such as a layer's source, without the values of what lets somebody in.

    Passwords, tokens, keys, signatures of signed addresses, users of
    addresses and ids of authentication settings become "…"; their names stay.
    """
    found: set[str] = set()

    def hidden(match: re.Match[str]) -> str:
        found.update(_PARTS.split(match[0][len(match["kept"]) :]))
        return match["kept"] + _HIDDEN

    for secret in _SECRETS:
        text = secret.sub(hidden, text)
    for value in sorted(filter(_is_key, found), key=len, reverse=True):
        for spelled in (value, unquote(value), quote(value, safe="")):
            text = text.replace(spelled, _HIDDEN)
    return text


def _is_key(value: str) -> bool:
    """Return whether a value is no plain word: a server may repeat it elsewhere in what it says."""
    return len(value) >= _LEAST and any(letter.isdigit() for letter in value)


def whole_characters(text: str) -> str:
    """Return a text with U+FFFD for each half of a surrogate pair, which is no character."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def writable(text: str) -> str:
    """Return a text with U+FFFD for each character that XML, a terminal or Qt does not take.

    Those are control characters other than tab and line ends, and lone
    surrogates, which stand in names of files that are not UTF-8.
    """
    return _UNWRITABLE.sub("\ufffd", text)


def shown(text: object) -> str:
    """Return anything as a text for log, report and chip index: writable and without secrets."""
    return without_secrets(writable(str(text)))
