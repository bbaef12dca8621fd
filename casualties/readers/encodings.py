"""The encoding that a web page declares for itself."""

from __future__ import annotations

import codecs
import re

__all__ = ["encoding_of_page"]

_DECLARED = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})"
    rb"|<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_HEAD = 4_096  # bytes; browsers look at the first 1,024
_LATIN_1 = frozenset({"ascii", "iso8859-1"})
_PROBE = b"<meta>"


def encoding_of_page(content: bytes, encoding: str) -> str:
    r"""The encoding that a page declares, where UTF-8 is expected and it is none.

    >>> encoding_of_page(b'<meta charset="iso-8859-1">caf\xe9', "utf-8")
    'cp1252'
    """
    declared = _DECLARED.search(content, 0, _HEAD)
    if declared is None or not _is(encoding, {"utf-8"}):
        return encoding
    try:
        content.decode()
    except UnicodeDecodeError:
        name = (declared[1] or declared[2]).decode("ascii")
        if not _is_text(name):
            return encoding
        return "cp1252" if _is(name, _LATIN_1) else name  # as browsers take them
    return encoding


def _is(encoding: str, names: frozenset[str] | set[str]) -> bool:
    try:
        return codecs.lookup(encoding).name in names
    except (LookupError, ValueError):
        return False


def _is_text(encoding: str) -> bool:
    """Whether it is an encoding in which a declaration can be read as it was."""
    try:
        return _PROBE.decode(encoding) == _PROBE.decode()
    except (LookupError, ValueError):
        return False
