"""How deep JSON is, before it is made anything of: a parser may give up on it in its own way."""

from __future__ import annotations

import re

__all__ = ["is_deeper"]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


def is_deeper(text: str, most: int) -> bool:
    """Whether more than so many objects and lists stand in one another.

    >>> is_deeper('[{"a": "[[["}]', 2), is_deeper('[{"a": []}]', 2)
    (False, True)
    """
    if text.count("[") + text.count("{") <= most:
        return False
    depth = 0
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
            if depth > most:
                return True
        elif token[0] in "]}":
            depth -= 1
    return False
