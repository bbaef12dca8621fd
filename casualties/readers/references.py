"""Character references, such as "&amp;" and "&#8211;", and what cannot be seen in a text."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from casualties.readers.composer import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_pieces", "find_visible"]

_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});?")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]+")
"""Soft hyphens and characters without a width: they part no words."""


def find_pieces(text: str, start: int) -> Iterator[Piece]:
    """The pieces of a text with references; ``start`` is where it stands.

    >>> [piece.text for piece in find_pieces("Elin &amp; Sons", 0)]
    ['Elin ', '&', ' Sons']
    """
    last = 0
    for reference in _REFERENCE.finditer(text):
        yield from find_visible(text[last : reference.start()], start + last)
        last = reference.end()
        words = _INVISIBLE.sub("", html.unescape(reference[0]))
        yield Piece(words, start + reference.start(), start + last)
    yield from find_visible(text[last:], start + last)


def find_visible(text: str, start: int) -> Iterator[Piece]:
    """The pieces of a text that can be seen; ``start`` is where it stands."""
    last = 0
    for hidden in _INVISIBLE.finditer(text):
        if hidden.start() > last:
            yield Piece(text[last : hidden.start()], start + last, start + hidden.start())
        last = hidden.end()
    if text[last:]:
        yield Piece(text[last:], start + last, start + len(text))
