"""The text of a part of a Word document: paragraphs, rows of tables, boxes, pictures' captions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from casualties.model import Kind
from casualties.readers.grid import row_words
from casualties.readers.word_styles import attribute, find, is_on, value, word_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from casualties.readers.word_styles import Styles

__all__ = ["Block", "WordText"]

_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
}
_WITHOUT_TEXT = frozenset(
    """
    w:pPr w:rPr w:tblPr w:tblGrid w:trPr w:tcPr w:sectPr w:sdtPr w:sdtEndPr w:instrText
    w:delInstrText w:softHyphen m:rPr
    """.split()
)
"""What has no text of the copy in it."""

_LEFT_OUT = {"w:moveFrom": "moved", "w:rt": "reading aid"}
"""What is left out, and why; what is moved away stands where it was moved to."""

_MADE_UP = ("Description automatically generated", "AI-generated content")
"""What Word writes under a description of a picture that nobody has written."""

_LONGEST_CELL = 300
"""More than this in a cell, and the table only lays out the page."""

_SYMBOLS = {"\uf0b1": "±", "\uf0a3": "≤", "\uf0b3": "≥", "\uf0bb": "≈", "\uf02d": "−"}
"""Characters of the font Symbol that say something of a number."""


class Block(NamedTuple):
    """A passage to be; its kind is None where its words must tell."""

    kind: Kind | None
    words: str
    is_heading: bool = False


class WordText:
    """Reads parts, and keeps in ``dropped`` what it leaves out, with the reason."""

    def __init__(self, styles: Styles) -> None:
        """Begin, with what the styles mean."""
        self.dropped: list[tuple[str, str]] = []
        self._styles = styles
        self._carried: list[str] = []  # of a paragraph that goes on in the next: its end is deleted
        self._below: list[Element | Block] = []  # boxes and pictures that stand in a paragraph
        self._in_hidden_style = False
        self._fields: list[bool] = []  # of the fields that are open, whether the result has begun

    def blocks(self, element: Element) -> Iterator[Block]:
        """The blocks in an element, in the order of the text."""
        yield from self._within(element)
        yield from self._rest()

    def _rest(self) -> Iterator[Block]:
        """What was to go on in a paragraph that does not come."""
        words, self._carried = "".join(self._carried), []
        yield from self._said(None, None, words)

    def _within(self, element: Element) -> Iterator[Block]:
        for child in element:
            match word_name(child):
                case "w:p":
                    yield from self._paragraph(child)
                case "w:tbl":
                    yield from self._table(child)
                case "w:del" | "w:sdt" | "mc:AlternateContent":
                    kept = self._kept(child)
                    if kept is not None:
                        yield from self._within(kept)
                case name if name in _LEFT_OUT:
                    self.dropped.append((_LEFT_OUT[name], _all_text(child)))
                case name if name not in _WITHOUT_TEXT:
                    yield from self._within(child)

    def _kept(self, element: Element) -> Element | None:
        """The part of an element that stands for it in the copy."""
        match word_name(element):
            case "w:del":
                self.dropped.append(("deleted", _all_text(element)))
                return None
            case "w:sdt":
                content = find(element, "w:sdtContent")
                if content is not None and is_on(find(element, "w:sdtPr", "w:showingPlcHdr")):
                    self.dropped.append(("placeholder", _all_text(content)))
                    return None
                return content
            case "mc:AlternateContent":
                choice = find(element, "mc:Choice")
                return find(element, "mc:Fallback") if choice is None else choice
        return None

    def _paragraph(self, element: Element) -> Iterator[Block]:
        """A paragraph, and after it the boxes and the pictures that are anchored in it."""
        properties = find(element, "w:pPr")
        style = value(properties, "w:pStyle")
        numbering = value(properties, "w:numPr", "w:numId")
        self._in_hidden_style = self._styles.hides(style)
        self._fields = [has_result for has_result in self._fields if has_result]
        words: list[str] = []
        self._inline(element, words)
        words = [*self._carried, *words]
        marks = find(properties, "w:rPr")
        goes_on = any(find(marks, name) is not None for name in ("w:del", "w:moveFrom"))
        self._carried = words if goes_on else []
        if not goes_on:
            yield from self._said(style, numbering, "".join(words))
        below, self._below = self._below, []
        for each in below:
            if isinstance(each, Block):
                yield each
            else:
                yield from self._within(each)

    def _said(self, style: str | None, numbering: str | None, words: str) -> Iterator[Block]:
        if not words.strip():
            return
        if self._styles.is_contents(style):
            self.dropped.append(("table of contents", words))
            return
        is_heading = self._styles.is_heading(style)
        yield Block(self._styles.kind(style, numbering), words, is_heading)

    def _inline(self, element: Element, words: list[str]) -> None:
        """Add the words in an element, which are part of a paragraph."""
        for child in element:
            name = word_name(child)
            characters = _characters(child, name)
            if characters is not None:
                if all(self._fields):
                    words.append(characters)
            elif name == "w:fldChar":
                self._field(attribute(child, "fldCharType"))
            elif why := self._why_left_out(child, name):
                self.dropped.append((why, _all_text(child)))
            elif name == "w:txbxContent":
                self._below.append(child)
            elif name in {"w:del", "w:sdt", "mc:AlternateContent"}:
                kept = self._kept(child)
                if kept is not None:
                    self._inline(kept, words)
            elif name not in _WITHOUT_TEXT:
                self._caption(child, name)
                self._inline(child, words)

    def _field(self, mark: str | None) -> None:
        """Begin a field, its result, or end it; of a field only the result is part of the copy."""
        if mark == "begin":
            self._fields.append(False)
        elif self._fields and mark == "separate":
            self._fields[-1] = True
        elif self._fields and mark == "end":
            self._fields.pop()

    def _why_left_out(self, element: Element, name: str) -> str | None:
        if name != "w:r":
            return _LEFT_OUT.get(name)
        if self._is_hidden(element):
            return "hidden"
        properties = find(element, "w:rPr")
        is_struck = any(is_on(find(properties, mark)) for mark in ("w:strike", "w:dstrike"))
        return "struck" if is_struck else None

    def _is_hidden(self, run: Element) -> bool:
        properties = find(run, "w:rPr")
        is_hidden = is_on(find(properties, "w:vanish"))
        if is_hidden is None:
            return self._in_hidden_style or self._styles.hides(value(properties, "w:rStyle"))
        return is_hidden

    def _caption(self, element: Element, name: str) -> None:
        """Note what a picture is said to show; its title is seen by nobody."""
        if name == "wp:docPr":
            self.dropped.append(("picture title", element.get("title", "")))
        described = {"wp:docPr": "descr", "v:shape": "alt", "v:rect": "alt"}.get(name)
        words = element.get(described, "") if described else ""
        if any(mark in words for mark in _MADE_UP):
            self.dropped.append(("automatic description", words))
        elif words.strip():
            self._below.append(Block(Kind.CAPTION, words))

    def _table(self, element: Element) -> Iterator[Block]:
        yield from self._rest()
        for row in _children(element, "w:tr"):
            if find(row, "w:trPr", "w:del") is None:
                yield from self._row(row)
            else:
                self.dropped.append(("deleted", _all_text(row)))

    def _row(self, row: Element) -> Iterator[Block]:
        """A row as one passage, or what is in its cells where they only lay out the page."""
        cells = [(cell, list(self.blocks(cell))) for cell in _children(row, "w:tc")]
        within = [block for _, blocks in cells for block in blocks]
        own = [[block for block in blocks if _is_of_row(block)] for _, blocks in cells]
        is_small = all(len(block.words) <= _LONGEST_CELL for blocks in own for block in blocks)
        if sum(map(bool, own)) > 1 and is_small:
            widths = [value(cell, "w:tcPr", "w:gridSpan") for cell, _ in cells]
            words = [" ".join(block.words for block in blocks) for blocks in own]
            yield Block(Kind.TABLE, row_words(zip(words, widths, strict=True)))
            within = [block for block in within if not _is_of_row(block)]
        yield from within


def _is_of_row(block: Block) -> bool:
    """Whether a block is said in the row that it stands in, and not below it."""
    return block.kind not in {Kind.TABLE, Kind.CAPTION}


def _children(element: Element, name: str) -> Iterator[Element]:
    """The rows or cells in an element, which may be wrapped."""
    for child in element:
        found = word_name(child)
        if found == name:
            yield child
        elif found in {"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"}:
            yield from _children(child, name)


def _all_text(element: Element) -> str:
    """All words in an element, also those that are deleted."""
    texts = (each.text or "" for each in element.iter() if word_name(each) in {"w:t", "w:delText"})
    return "".join(texts)


def _characters(element: Element, name: str) -> str | None:
    """What an element says by itself, None for one that says nothing or holds others."""
    if name in {"w:t", "m:t"}:
        return (element.text or "").replace("\u00ad", "")
    return _symbol(element) if name == "w:sym" else _CHARACTERS.get(name)


def _symbol(element: Element) -> str:
    """The character of a symbol, a blank where it is an ornament."""
    try:
        character = chr(int(attribute(element, "char") or "20", 16))
    except (OverflowError, ValueError):
        return " "
    if character in _SYMBOLS:
        return _SYMBOLS[character]
    return character if character.isprintable() else " "
