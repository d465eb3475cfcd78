"""Take out of texts what nobody else should read."""

from __future__ import annotations

import re

_NAMES = "password|passwd|pwd|authcfg|token|access_token|api_?key|key|secret|sig|signature"
_SECRET = re.compile(rf"""(?i)\b({_NAMES})=(\\?'[^']*'|\\?"[^"]*"|[^&'"\s|;]+)""")
_USER = re.compile(r"://[^/@\s]+@")


def without_secrets(text: str) -> str:
    """Return a text, such as a layer's source, without passwords, keys and users of addresses."""
    return _USER.sub("://…@", _SECRET.sub(r"\1=…", text))
