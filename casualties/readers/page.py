"""A page as it is laid out: what opens, what is said, what closes, to blocks of words.

HTML and Markdown tell it the same events, so that both are read by the same rules.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from casualties.model import Kind
from casualties.readers.blocks import Block, Row, blank_at, said
from casualties.readers.html_tags import (
    BLOCKS,
    CELL_SCOPE,
    CELLS,
    IMPLIED_ENDS,
    VOID,
    find_kind,
    why_dropped,
)
from casualties.readers.kinds import kind_of_words
from casualties.readers.text import goes_on
from casualties.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from casualties.readers.composer import Piece

__all__ = ["Page"]

_CODE = ("pre", "code", "samp", "kbd", "listing", "xmp", "plaintext")
_NOT_OURS = (*_CODE, "blockquote", "q")
_DEEPEST_ROWS = 20
"""Rows within rows; what is nested deeper, as in no page, is of the cell around it."""
_NOTE_NUMBER = re.compile(r"[\[(]?\d{1,3}[\])]?")


class _Element(NamedTuple):
    """An element that is open, with what it has from those around it."""

    tag: str
    kind: Kind | None = None
    why: str | None = None
    article: int = 0
    in_main: bool = False


@dataclass(slots=True)
class _Words:
    """The words since the last block, where lines break in them, and captions of images."""

    pieces: list[Piece] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    captions: list[Block] = field(default_factory=list)


class Page:
    """Takes events in the order of the input, and makes ``blocks`` of them."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        self.blocks: list[Block] = []
        self._stack: list[_Element] = [_Element("")]
        self._places: dict[str, list[int]] = defaultdict(list)  # where in the stack a tag is
        self._block_places: list[int] = []
        self._words = _Words()
        self._set_aside: dict[int, _Words] = {}  # by the place of the element that interrupts them
        self._rows: dict[int, Row] = {}
        self._articles = 0

    @property
    def is_story(self) -> bool:
        """Whether what comes is said by the page itself: no quotation, no code, nothing dropped."""
        return self._stack[-1].why is None and not self._nearest(_NOT_OURS)

    def open(self, tag: str, attrs: Mapping[str, str] | None = None) -> None:
        """An element begins."""
        attrs = attrs or {}
        if tag in BLOCKS:
            self._begin_line()
            self._end_implied(tag)
        if tag == "br":
            self._words.breaks.append(len(self._words.pieces))
        if tag in VOID:
            return
        element = self._element(tag, attrs)
        place = len(self._stack)
        if tag == "sup" or (element.why is not None and self._stack[-1].why is None):
            self._set_aside[place] = self._words
            self._words = _Words()
        self._stack.append(element)
        self._places[tag].append(place)
        if tag in BLOCKS:
            self._block_places.append(place)
        if tag == "tr" and len(self._rows) < _DEEPEST_ROWS:
            self._rows[place] = Row()
        elif tag in CELLS and (row := self._rows.get(self._places["tr"][-1])) is not None:
            row.begin_cell(attrs.get("colspan", ""))

    def close(self, tag: str) -> None:
        """An element ends; one that has not begun does not end."""
        if tag in BLOCKS:
            self._begin_line()
        place = self._nearest((tag,))
        if place == 0 or (tag not in BLOCKS and place < self._nearest_block()):
            return  # as "</b>" in "<b><p>12 died</b> on Monday": the paragraph goes on
        self._pop_to(place)

    def say(self, pieces: Iterable[Piece]) -> None:
        """Words, or blanks between them."""
        self._words.pieces.extend(pieces)

    def caption(self, pieces: Iterable[Piece]) -> None:
        """What an image shows; it stands behind the words around the image."""
        self._words.captions.append(self._block(Kind.CAPTION, pieces))

    def add(self, kind: Kind, pieces: Iterable[Piece]) -> None:
        """A passage of the head of the page."""
        self.blocks.append(Block(kind, tuple(pieces), in_head=True))

    def drop(self, why: str, pieces: Iterable[Piece]) -> None:
        """What is no passage, whatever is around it."""
        self.blocks.append(Block(Kind.PARAGRAPH, tuple(pieces), why))

    def end(self) -> None:
        """Nothing more comes."""
        self._begin_line()
        self._pop_to(1)

    def _element(self, tag: str, attrs: Mapping[str, str]) -> _Element:
        around = self._stack[-1]
        article = around.article
        if tag == "article" and not article:
            self._articles += 1
            article = self._articles
        in_main = around.in_main or tag == "main"
        is_cited = tag == "footer" and around.kind is Kind.QUOTE
        why = around.why
        if why is None and not is_cited:
            why = why_dropped(tag, attrs, in_article=bool(article or in_main))
        kind = find_kind(tag, attrs) or (None if tag == "table" else around.kind)
        return _Element(tag, kind, why, article, in_main)

    def _end_implied(self, tag: str) -> None:
        """End what needs no end tag before an element that begins; a cell begins a row."""
        self._end_nearest(("p", "title"), CELL_SCOPE)
        if tag in IMPLIED_ENDS:
            self._end_nearest(*IMPLIED_ENDS[tag])
        if tag in CELLS and self._nearest(("tr",)) <= self._nearest(("table",)):
            self.open("tr")

    def _end_nearest(self, tags: Iterable[str], within: Iterable[str]) -> None:
        limit = self._nearest(within)
        while (place := self._nearest(tags)) > limit:
            self._pop_to(place)

    def _nearest(self, tags: Iterable[str]) -> int:
        """Where in the stack the innermost of some elements is; 0 where there is none."""
        return max((self._places[tag][-1] for tag in tags if self._places[tag]), default=0)

    def _nearest_block(self) -> int:
        return self._block_places[-1] if self._block_places else 0

    def _pop_to(self, place: int) -> None:
        """End all that has begun since an element, and that element."""
        while len(self._stack) > place:
            at = len(self._stack) - 1
            element = self._stack[-1]
            if element.tag in BLOCKS:
                self._end_block()
                self._block_places.pop()
            if at in self._set_aside:
                self._take_back(self._set_aside.pop(at))
            self._stack.pop()
            self._places[element.tag].pop()
            if at in self._rows:
                for block in self._rows.pop(at).blocks():
                    self._emit(block)

    def _take_back(self, words: _Words) -> None:
        """Go on with the words before something dropped, or before a raised "1" or "th"."""
        raised = self._words
        if self._stack[-1].why is not None:
            self._end_block()
        elif _NOTE_NUMBER.fullmatch(said(raised.pieces)):
            self.drop("note number", raised.pieces)
        else:
            words.pieces += raised.pieces
        words.captions += raised.captions
        self._words = words

    def _begin_line(self) -> None:
        """End the block that is being read, and what is raised in it."""
        while (place := self._nearest(("sup",))) > self._nearest_block():
            self._pop_to(place)
        self._end_block()

    def _end_block(self) -> None:
        words, self._words = self._words, _Words()
        kind = self._stack[-1].kind
        for pieces in _lines(words, is_one=kind in {Kind.HEADLINE, Kind.CAPTION}):
            if text := said(pieces):
                self._emit(self._block(_kind(kind, text), pieces))
        for caption in words.captions:
            self._emit(caption)

    def _block(self, kind: Kind, pieces: Iterable[Piece]) -> Block:
        top = self._stack[-1]
        why = None if kind is Kind.CORRECTION and _may_correct(top) else top.why
        in_head = top.tag == "title" and why is None
        return Block(kind, tuple(pieces), why, top.article, top.in_main, in_head)

    def _emit(self, block: Block) -> None:
        """Add a block to the page, or to the cell that it stands in."""
        row = self._rows[next(reversed(self._rows))] if self._rows else None
        if row is None or not row.cells or block.why is not None:
            self.blocks.append(block)
        else:
            row.cells[-1].append(block)


def _may_correct(element: _Element) -> bool:
    """Whether a note that corrects the story may stand in an element that is dropped."""
    in_story = element.article > 0 or element.in_main
    return element.why == "aside" or (element.why == "footer" and in_story)


def _kind(kind: Kind | None, text: str) -> Kind:
    """The kind of a passage, of what it stands in and of what it says."""
    if kind is not None and kind is not Kind.LIST:
        return kind
    of_words = kind_of_words(text)
    is_item = kind is Kind.LIST and of_words not in {Kind.CORRECTION, Kind.CAPTION}
    return Kind.LIST if is_item else of_words


def _lines(words: _Words, *, is_one: bool) -> Iterator[list[Piece]]:
    """The words between line breaks; two lines are one passage where a sentence goes on."""
    bounds = zip([0, *words.breaks], [*words.breaks, len(words.pieces)], strict=True)
    lines = [words.pieces[start:end] for start, end in bounds]
    passage, above = lines[0], said(lines[0])
    for line in lines[1:]:
        below = said(line)
        if above and below and (is_one or goes_on(above, below)):
            passage += [blank_at(passage[-1].end), *line]
        else:
            yield passage
            passage = line
        above = below
    yield passage
