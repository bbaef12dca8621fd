"""The words of an article as they may stand in Markdown, and in HTML within it."""

from __future__ import annotations

import re

from casualties.reporters.printable import one_line

__all__ = ["escaped"]

_MARK = re.compile(
    r"""
    [&<>`*_~|\\$\[\]]
    | (?P<link> [@#] | (?i:(?<=gh))- | (?i:(?<=www))\. | :(?=//|[\w+-]+:) )
    """,
    re.VERBOSE,
)


def escaped(text: str) -> str:
    """The text on one line, with all that would be more than text.

    GitHub finds names, numbers and emoji (":100:" in "ferry.txt:100:7") in what it has rendered
    already: an empty comment keeps their sign apart from them.

    >>> print(escaped("*12* of @orlo | <b>"))
    &#42;12&#42; of &#64;<!-- -->orlo &#124; &#60;b&#62;
    """
    return _MARK.sub(
        lambda mark: f"&#{ord(mark[0])};" + ("<!-- -->" if mark["link"] else ""), one_line(text)
    )
