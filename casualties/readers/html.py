"""Web pages: the story of a page, without what stands around it."""

from __future__ import annotations

import re
from html import unescape
from math import inf
from typing import TYPE_CHECKING

from casualties.model import Kind
from casualties.readers.composer import Piece
from casualties.readers.markup import Comment, Doubt, Tag, Words, find_markup
from casualties.readers.page import Page
from casualties.readers.places import Places
from casualties.readers.references import find_pieces, find_visible
from casualties.readers.remarks import REMARK
from casualties.readers.story import headline_first, in_article, make_document

if TYPE_CHECKING:
    from casualties.model import Document

__all__ = ["PageWriter", "read"]

_REMARK = re.compile(rf"<!--\s*(?P<words>{REMARK})", re.DOTALL)
_TITLES = frozenset({"og:title", "twitter:title"})
_IMAGES = frozenset({"img", "amp-img"})
_SUMMARIES = frozenset({"description", "og:description", "twitter:description"})


def read(text: str, path: str, _options: object) -> list[Document]:
    """The one document of a web page."""
    writer = PageWriter()
    writer.write(text, Places())
    writer.page.end()
    blocks = headline_first(in_article(writer.page.blocks))
    return [make_document(text, path, blocks, writer.remarks)]


class PageWriter:
    """Tells a page of the markup in a text, and gathers the remarks for this tool."""

    def __init__(self) -> None:
        """Begin with an empty page."""
        self.page = Page()
        self.remarks: list[tuple[str, int, int]] = []
        self._sure_from: float = 0
        self._unsure_until = ""

    def write(self, text: str, places: Places, start: int = 0) -> None:
        """Write a text that begins at ``start`` in the one whose characters have the places."""
        if self._sure_from != inf:
            self._sure_from = 0
        for each in find_markup(text):
            if isinstance(each, Doubt):
                self._doubt(each)
                continue
            at = start + each.start
            words = text[each.start : each.end]
            if isinstance(each, Words):
                find = find_visible if each.is_literal else find_pieces
                self.page.say(places.pieces(find(words, at)))
            elif isinstance(each, Comment):
                is_sure = each.start >= self._sure_from and not self._unsure_until
                self._comment(words, at, places, is_sure=is_sure)
            elif each.is_end:
                self._close(each.name)
            else:
                self._open(each, places, start)

    def _doubt(self, doubt: Doubt) -> None:
        """What looks like a comment may be words in a browser, and somebody else's."""
        if doubt.until:
            self._unsure_until = self._unsure_until or doubt.until
        else:
            self._sure_from = inf if doubt.end is None else max(self._sure_from, doubt.end)

    def _close(self, name: str) -> None:
        if name == self._unsure_until:
            self._unsure_until = ""
        self.page.close(name)

    def _comment(self, text: str, start: int, places: Places, *, is_sure: bool) -> None:
        """A comment, which may be a remark for this tool; not one that the story only shows."""
        remark = _REMARK.match(text)
        if remark is None or not (is_sure and self.page.is_story):
            words = text.strip("<>!-") if text.startswith("<!--") else ""
            first = start + text.find(words)
            self.page.drop("comment", places.pieces([Piece(words, first, first + len(words))]))
            return
        words = remark["words"].removesuffix(">").removesuffix("!").removesuffix("--").rstrip()
        end = places.at(start + len(text) - 1)
        self.remarks.append((words, places.at(start + remark.start("words")), end))

    def _open(self, tag: Tag, places: Places, start: int) -> None:
        attributes = {name: unescape(value.text) for name, value in tag.attributes.items()}
        said = tag.attributes.get("content" if tag.name == "meta" else "alt")
        pieces = places.pieces(find_pieces(said.text, start + said.start)) if said else ()
        if tag.name == "meta":
            name = (attributes.get("property") or attributes.get("name", "")).lower()
            if name in _TITLES:
                self.page.add(Kind.HEADLINE, pieces)
            elif name in _SUMMARIES:
                self.page.add(Kind.PARAGRAPH, pieces)
        elif tag.name in _IMAGES:
            self.page.caption(pieces)
        if title := tag.attributes.get("title"):
            written = find_pieces(title.text, start + title.start)
            self.page.drop("title of an element", places.pieces(written))
        self.page.open(tag.name, attributes)
        if tag.is_closed:
            self.page.close(tag.name)
