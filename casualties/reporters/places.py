"""Where findings and figures stand, as formats for machines take it: paths, and ends of words."""

from __future__ import annotations

import os
import re
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from casualties.records import dataclass

if TYPE_CHECKING:
    from casualties.model import Figure, Finding

__all__ = ["Region", "Root", "file_of", "region_of", "region_of_words", "uri_of"]

_STAND_INS = {None: "text", "-": "stdin"}
"""What a text that Python was given, and the standard input, go by where a file is asked for."""

_NO_BYTE = "[\ud800-\udc7f\udd00-\udfff]"


class Region(NamedTuple):
    """A stretch of words: lines and columns are 1-based, the end is excluded.

    Of what has no words, such as a comment that silences nothing, the start alone is known; what
    stands in a format without lines is at the top of its file.
    """

    line: int
    column: int
    end_line: int | None = None
    end_column: int | None = None


def region_of(finding: Finding) -> Region:
    """The words to look at."""
    if finding.figures:
        return region_of_words(finding.figures[0])
    return Region(finding.line or 1, finding.column or 1)


def region_of_words(figure: Figure) -> Region:
    """The words of a figure, which may run over several lines."""
    if figure.line is None or figure.column is None:
        return Region(1, 1)
    *above, last = figure.text.split("\n")
    column = 1 if above else figure.column
    return Region(figure.line, figure.column, figure.line + len(above), column + len(last))


@dataclass(frozen=True, slots=True)
class Root:
    """The ``folder`` that a run is in, and the one ``above`` that reports name files from.

    They are one unless a run is in a part of what it is for; both with "/" between their names.
    """

    folder: str
    above: str | None = None


def file_of(path: str | None, root: Root) -> str:
    """The path from the root, with "/" between its names; of a file elsewhere, all of it.

    >>> news, part = Root("/news"), Root("/news/drafts", "/news")
    >>> file_of("./drafts/../ferry.txt", news), file_of("/news/ferry.txt", news)
    ('ferry.txt', 'ferry.txt')
    >>> file_of("ferry.txt", part), file_of("../ferry.txt", part), file_of("../ferry.txt", news)
    ('drafts/ferry.txt', 'ferry.txt', '/ferry.txt')
    >>> file_of("-", news), file_of(None, news)
    ('stdin', 'text')
    """
    if path is None or path in _STAND_INS:
        return _STAND_INS[path]
    place, above = (
        PurePath(os.path.normpath(PurePath(root.folder, path))),
        root.above or root.folder,
    )
    return (place.relative_to(above) if place.is_relative_to(above) else place).as_posix()


def uri_of(path: str | None, root: Root) -> str:
    """The same as a URI, which a file elsewhere has with its scheme.

    A name that is no UTF-8 keeps its bytes.

    >>> uri_of("to do/50%.txt", Root("/news")), uri_of("/archive/ferry.txt", Root("/news"))
    ('to%20do/50%25.txt', 'file:///archive/ferry.txt')
    """
    file = re.sub(_NO_BYTE, "\ufffd", file_of(path, root)).encode("utf-8", "surrogateescape")
    if not PurePath(os.fsdecode(file)).is_absolute():
        return quote(file)
    return f"file:///{quote(file.removeprefix(b'/'), safe='/:')}"
