"""A fragment of a web page within another format."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from casualties.model import Document, Kind
from casualties.readers.composer import Composer, Piece
from casualties.readers.grid import row_words
from casualties.readers.kinds import kind_of_words

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["read_fragment"]

_KINDS = {
    "h1": Kind.HEADLINE,
    "title": Kind.HEADLINE,
    "figcaption": Kind.CAPTION,
    "caption": Kind.CAPTION,
    "li": Kind.LIST,
    "blockquote": Kind.QUOTE,
}
_BLOCKS = frozenset(
    "p div section article ul ol table tr td th h2 h3 h4 h5 h6 figure br pre".split()
)
_SILENT = frozenset({"script", "style"})


def read_fragment(text: str) -> Document:
    """The document of a piece of HTML or XHTML."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end()
    return reader.composer.document(None)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.composer = Composer(None)
        self._words: list[str] = []
        self._kinds: list[tuple[str, Kind]] = []
        self._row: list[str] | None = None
        self._silent = False

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _KINDS or tag in _BLOCKS:
            self.end()
        if tag in _KINDS:
            self._kinds.append((tag, _KINDS[tag]))
        self._silent = tag in _SILENT
        if tag == "tr":
            self._row = []
        if tag == "img":
            words = dict(attrs).get("alt") or ""
            self.composer.passage(Kind.CAPTION, [Piece(words)])

    def handle_endtag(self, tag: str) -> None:
        self._silent = False
        if tag in {"td", "th"} and self._row is not None:
            self._row.append("".join(self._words))
            self._words.clear()
        if tag in _KINDS or tag in _BLOCKS:
            self.end()
        if self._kinds and self._kinds[-1][0] == tag:
            self._kinds.pop()
        if tag == "tr" and self._row is not None:
            words = row_words((cell, None) for cell in self._row)
            self.composer.passage(Kind.TABLE, [Piece(words)])
            self._row = None

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    def end(self) -> None:
        if self._row is not None:
            return
        words = "".join(self._words).strip()
        self._words.clear()
        if words:
            kind = self._kinds[-1][1] if self._kinds else kind_of_words(words)
            self.composer.passage(kind, [Piece(words)])
