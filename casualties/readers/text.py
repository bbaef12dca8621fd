"""Plain text: blocks between blank lines, hard-wrapped or one paragraph a line.

Nothing in the text marks what is a caption or a list, so a passage's kind is read from how it
looks on the page. Where the look leaves a doubt, the passage is a paragraph.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from casualties.model import Document, Kind, Lines, Passage
from casualties.patterns import pattern
from casualties.readers.kinds import (
    CREDIT,
    LONGEST_CREDIT,
    headline_place,
    is_label,
    kind_of_words,
    may_credit,
)
from casualties.readers.remarks import REMARK, find_comments, find_quoted
from casualties.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["goes_on", "read", "read_text"]

_INVISIBLE = "\ufeff\u200b\u2060"  # byte order mark, zero-width space, word joiner
_LONGEST_LEADER = 60
_NARROWEST_WRAP, _WIDEST_WRAP = 30, 120
_WORD_WIDTH = 10  # about as much as one wrapped line is longer than another

_COMMENT = pattern(rf"(?:\r\n|\A\ufeff?|[\r\n])[ \t]*[#%]+[ \t]*({REMARK})")
"""A line with a remark for this tool; one that says anything else after a "#" is a passage."""

_LETTER_OR_DIGIT = pattern(r"[^\W_]")
_SENTENCE_END = tuple(".!?:…")
_CLOSING = "\"'”’»)]"
_QUOTED_LINE = pattern(r">\s*")
_BULLET = pattern(r"[•‣◦▪●·*]\s+(?=\S)")
_DASH_OR_NUMBER = pattern(r"(?:[-–]|\(?\d{1,3}[.)])\s+(?=\S)")
_LEADER = pattern(r"\w:?[ \u00a0.…·_]{3,}\d[\d,.\s]*\+?$")
_UNFINISHED = pattern(
    r"(?:,|\b(?:an?|the|at|by|for|from|of|to|with|and|but|or|as|that|than|least|most|about"
    r"|nearly|almost|some|over|under|was|were|is|are|has|have|had|been|killing|injuring|wounding"
    r"|leaving))$",
    regex.IGNORECASE,
)
"""The end of a line that cannot be the end of a paragraph, nor of a headline."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its outer blanks; ``start`` is where ``text`` stands in the document.

    ``is_item`` says whether it opens with a bullet, a dash or a number.
    """

    start: int
    indent: int
    text: str
    is_item: bool

    @property
    def width(self) -> int:
        return self.indent + len(self.text)

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def read_text(text: str, path: str | None = None, *, with_comments: bool = True) -> Document:
    r"""The document of a plain text, every passage a span of the text as it stands.

    A byte order mark, line ends of any sort, bullets and ruled lines are left out of passages, and
    so are comments: within a passage they are blanks. Within a quotation a comment is words like
    any other, and so it is in a text that somebody else has written, ``with_comments=False``.

    >>> for passage in read_text("Blast in Orlo kills 12\n\n- Two held\n- Inquiry opens").passages:
    ...     print(passage.start, passage.kind, passage.text)
    0 headline Blast in Orlo kills 12
    26 list Two held
    37 list Inquiry opens
    """
    comments = list(_COMMENT.finditer(text)) if with_comments and "casualties:" in text else []
    remarks = [(comment[1], *comment.span(1)) for comment in comments]
    quoted = find_quoted(text, ((start, end) for _, start, end in remarks))
    comments = [comment for comment in comments if comment.start(1) not in quoted]
    readable = _blanked(text, comments) if comments else text
    blocks = list(_blocks(readable))
    width = _wrap_width(blocks)
    found: list[tuple[Kind, int, str]] = []
    for block in blocks:
        rows = _rows(block)
        for piece in _pieces(block, rows, width):
            start = _content_start(piece[0])
            words = readable[start : piece[-1].end]
            kind = Kind.TABLE if piece[0].start in rows else _kind(words, piece[0])
            found.append((kind, start, words))
    headline = headline_place([(kind, words) for kind, _, words in found])
    if len(found) == 1 and is_label(found[0][2]):
        found = [(Kind.PARAGRAPH, *found[0][1:])]  # "Blast in Orlo: 12 dead" is all of a post
    passages = tuple(
        Passage(Kind.HEADLINE if place == headline else kind, place + 1, start, words)
        for place, (kind, start, words) in enumerate(found)
    )
    spans = ((each.start, each.start + len(each.text)) for each in passages)
    found_comments = find_comments(remarks, spans, Lines(text), quoted) if remarks else ()
    return Document(path, text, passages, tuple(found_comments))


def _blanked(text: str, comments: list[regex.Match[str]]) -> str:
    """The text with blanks for comments and the line ends before them: their lines join."""
    pieces: list[str] = []
    at = 0
    for comment in comments:
        pieces += text[at : comment.start()], " " * len(comment[0])
        at = comment.end()
    return "".join([*pieces, text[at:]])


def read(text: str, path: str, _options: object) -> list[Document]:
    """The one document of a text file."""
    return [read_text(text, path)]


def _blocks(text: str) -> Iterator[list[_Line]]:
    """The lines between two blank ones; a ruled line ("***") is as good as a blank one."""
    block: list[_Line] = []
    offset = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words[:1].isalnum() or _LETTER_OR_DIGIT.search(words):
            if not words.isascii():
                words = words.strip(_INVISIBLE).strip()
            indent = raw.index(words)
            block.append(_Line(offset + indent, indent, words, _is_item(words)))
        elif block:
            yield block
            block = []
        offset += len(raw)
    if block:
        yield block


def _wrap_width(blocks: list[list[_Line]]) -> int | None:
    """The width that the text is hard-wrapped to, None for a text that is not.

    A line that stops in mid-sentence before a small letter has been wrapped. The longest such line
    tells the width, unless more lines run far beyond it than lines of that sort there are.
    """
    wrapped = [
        line.width
        for block in blocks
        for line, following in pairwise(block)
        if _NARROWEST_WRAP <= line.width <= _WIDEST_WRAP
        and following.text[0].islower()
        and not _ends_sentence(line.text)
    ]
    width = max(wrapped, default=0)
    beyond = sum(line.width > width + _WORD_WIDTH for block in blocks for line in block)
    return width if wrapped and beyond <= len(wrapped) else None


def _rows(block: list[_Line]) -> frozenset[int]:
    """Where the rows of tables start: lines with a dotted leader, or with bars or tabs.

    A single bar makes a row where another line of the block has one too.
    """
    borders = {
        line.start: line.text.count("|") + line.text.count("\t")
        for line in block
        if "|" in line.text or "\t" in line.text
    }
    enough = 2 if len(borders) == 1 else 1
    return frozenset(
        [
            line.start
            for line in block
            if borders.get(line.start, 0) >= enough or _has_leader(line.text)
        ]
    )


def _has_leader(text: str) -> bool:
    """Whether blanks or dots lead to the number at the end of a line: "Velm ..... 12"."""
    ends_with_number = text.rstrip("+,. \t")[-1:].isdecimal()
    return ends_with_number and _LEADER.search(text[-_LONGEST_LEADER:]) is not None


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_SENTENCE_END)


def _pieces(block: list[_Line], rows: frozenset[int], width: int | None) -> Iterator[list[_Line]]:
    """The lines of each passage of a block."""
    piece = block[:1]
    for line in block[1:]:
        if rows.isdisjoint((piece[-1].start, line.start)) and _continues(piece, line, width):
            piece.append(line)
        else:
            yield piece
            piece = [line]
    yield piece


def _continues(piece: list[_Line], line: _Line, width: int | None) -> bool:
    """Whether a line, no row of a table, goes on with the passage of the lines before it."""
    first, last = piece[0], piece[-1]
    if _is_quoted(line) or _is_quoted(last):
        return _is_quoted(line) and _is_quoted(last)
    if line.is_item and _BULLET.match(line.text):
        return False
    if len(line.text) <= LONGEST_CREDIT and may_credit(line.text) and CREDIT.match(line.text):
        return True  # the credit under a caption makes the lines above it one
    wrapped = width is not None and _fills(last, line, width)
    if line.is_item or is_label(line.text):
        return wrapped and not _ends_sentence(last.text) and not first.is_item
    is_within = first.is_item and line.indent > first.indent
    return wrapped or is_within or goes_on(last.text, line.text)


def goes_on(line: str, following: str) -> bool:
    """Whether a sentence goes on in the line below, whatever the width: "at least" + "12 died"."""
    is_open = not _ends_sentence(line)
    return is_open and bool(following[0].islower() or _UNFINISHED.search(line))


def _fills(line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of the following line had no room on the line."""
    first_word = following.text.split(maxsplit=1)[0]
    return line.width - _WORD_WIDTH <= width < line.width + 1 + len(first_word)


def _is_quoted(line: _Line) -> bool:
    return line.text.startswith(">")


def _is_item(text: str) -> bool:
    if text[0].isalpha():  # as nearly always
        return False
    return bool(_BULLET.match(text) or _DASH_OR_NUMBER.match(text))


def _content_start(line: _Line) -> int:
    """Where the words of a passage start, after its bullet, number or quote mark."""
    if line.text[0].isalpha() or not (line.is_item or _is_quoted(line)):
        return line.start
    for marker in (_QUOTED_LINE, _BULLET, _DASH_OR_NUMBER):
        if match := marker.match(line.text):
            return line.start + match.end()
    return line.start


def _kind(words: str, first: _Line) -> Kind:
    if _is_quoted(first):
        return Kind.QUOTE
    kind = kind_of_words(words)
    is_item = first.is_item and kind in {Kind.PARAGRAPH, Kind.QUOTE}
    return Kind.LIST if is_item else kind
