"""The words of an article as they may stand in Markdown, and in HTML within it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casualties.reporters.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

__all__ = ["escaped", "table_head", "table_row"]

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


def table_head(headers: Sequence[str], numbers: Container[str] = ()) -> str:
    """The header of a table in Markdown, and the line below it; numbers stand at the right.

    >>> print(table_head(["path", "low"], {"low"}))
    | path | low |
    | --- | ---: |
    """
    rules = ["---:" if header in numbers else "---" for header in headers]
    return f"{table_row(headers)}\n{table_row(rules)}"


def table_row(cells: Sequence[str]) -> str:
    """A row of a table in Markdown, of cells that are escaped."""
    return f"| {' | '.join(cells)} |"
