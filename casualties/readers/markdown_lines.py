"""The lines of a Markdown file, and where in them the text of a block stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casualties.model import TOO_DEEP
from casualties.readers.composer import Piece
from casualties.readers.places import Places
from casualties.readers.toml_front_matter import blank_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token

__all__ = ["MarkdownLines"]

_LINE_END = re.compile(r"\r\n?|\n")
_BLANKS = " \t"
_BAR = re.compile(r"(?<!\\)\|")
_ESCAPED_BAR = "\\|"
_LINK_TARGET = re.compile(r"[\s>]*\[[^\]]+\]:")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LEAVES = frozenset(
    "inline fence code_block html_block front_matter heading_open table_open".split()
)


class MarkdownLines:
    """The lines of an input as the parser counts them; a byte order mark is none of its text."""

    def __init__(self, input_: str) -> None:
        """Find where they begin and end."""
        self.input = input_
        first = int(input_.startswith("\ufeff"))
        self.text, self.has_toml = blank_out(input_[first:])
        ends = [match.span() for match in _LINE_END.finditer(input_)]
        starts = [first, *(end for _, end in ends)]
        self._spans = list(zip(starts, [*(start for start, _ in ends), len(input_)], strict=True))
        self._cells: dict[int, Places] = {}

    def places(self, token: Token, markup: str = "") -> Places:
        """Where the content of a block stands; ``markup`` is that of its heading."""
        if id(token) in self._cells:
            return self._cells[id(token)]
        stretches = []
        offset = 0
        number, behind = token.map or (0, 0)
        number += token.type == "fence"
        for part in token.content.split("\n"):
            words = part.strip(_BLANKS)
            while number + 1 < behind and words not in self._line(number):
                number += 1  # the parser takes a line of nothing but odd blanks for none
            if words:
                at = offset + part.index(words)
                stretches.append((at, self._find(words, number, markup)))
            offset += len(part) + 1
            number += 1
        return Places(stretches or [(0, self._spans[token.map[0] if token.map else 0][0])])

    def read_row(self, cells: Sequence[Token]) -> Iterator[Piece]:
        """Find where the cells of a row stand; gives the words beyond the last of them."""
        if not cells or cells[0].map is None:
            return
        start, end = self._spans[cells[0].map[0]]
        parts = list(_parts(self.input[start:end], start))
        is_open = not _fits(parts, cells, 1) and _fits(parts, cells, 0)
        first = 0 if is_open else 1
        for token, part in zip(cells, parts[first:], strict=False):
            self._cells[id(token)] = Places(_cell(token.content, part))
        for part in parts[first + len(cells) :]:
            yield part

    def front_matter(self, token: Token) -> tuple[str, int]:
        """The text between the lines that enclose front matter, and where it begins."""
        first, behind = token.map or (0, 0)
        start, end = self._spans[first + 1][0], self._spans[behind - 1][0]
        return self.input[start:end], start

    def unread(self, tokens: Iterable[Token]) -> Iterator[tuple[str, Piece]]:
        """The lines with words of which the parser has made nothing, and why."""
        read = [False] * len(self._spans)
        for token in tokens:
            if token.map and token.type in _LEAVES:
                first, behind = token.map
                read[first:behind] = [True] * (behind - first)
        for is_read, (start, end) in zip(read, self._spans, strict=False):
            line = self.input[start:end]
            if not is_read and _LETTER_OR_DIGIT.search(line):
                why = "link target" if _LINK_TARGET.match(line) else TOO_DEEP
                yield why, Piece(line, start, end)

    def _line(self, number: int) -> str:
        start, end = self._spans[number]
        return self.input[start:end]

    def _find(self, words: str, number: int, markup: str) -> int:
        """Where words stand in a line: at its end, but for what closes a heading."""
        start, _ = self._spans[number]
        line = self._line(number).rstrip(_BLANKS)
        if line.endswith(words):
            return start + len(line) - len(words)
        opened = line.find(markup) + len(markup) if markup.startswith("#") else 0
        return start + max(line.find(words, opened), 0)


def _parts(line: str, start: int) -> Iterator[Piece]:
    """What stands between the bars of a line."""
    at = 0
    for bar in [*(match.start() for match in _BAR.finditer(line)), len(line)]:
        yield Piece(line[at:bar], start + at, start + bar)
        at = bar + 1


def _fits(parts: Sequence[Piece], cells: Sequence[Token], first: int) -> bool:
    """Whether the cells are what stands behind the first bar, or already before it.

    What stands before the first cell of a line without a bar at its head may be the mark of a list.
    """
    found = [part.text.strip().replace(_ESCAPED_BAR, "|") for part in parts[first:]]
    found += [""] * (len(cells) - len(found))
    said = [cell.content.strip() for cell in cells]
    starts_so = found[0].endswith(said[0]) if first == 0 else found[0] == said[0]
    return starts_so and found[1 : len(said)] == said[1:]


def _cell(content: str, part: Piece) -> list[tuple[int, int]]:
    """The stretches of a cell, in which a bar with a backslash is a bar."""
    written = content.replace("|", _ESCAPED_BAR)
    place = part.start + max(part.text.rfind(written), 0)
    stretches, offset = [(0, place)], 0
    for words in content.split("|")[:-1]:
        offset += len(words)
        place += len(words) + 1
        stretches.append((offset, place))
        offset += 1
        place += 1
    return stretches
