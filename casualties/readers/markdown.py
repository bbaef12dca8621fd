"""Markdown: CommonMark with tables, footnotes, front matter and the HTML in it."""

from __future__ import annotations

from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from casualties.readers.composer import Piece
from casualties.readers.front_matter import find_entries
from casualties.readers.html import PageWriter
from casualties.readers.inline_markdown import Mark, find_marks, label_start, make_parser
from casualties.readers.markdown_lines import MarkdownLines
from casualties.readers.references import find_visible
from casualties.readers.story import headline_first, make_document, with_headline
from casualties.readers.toml_front_matter import find_toml_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token

    from casualties.model import Document
    from casualties.readers.places import Places

__all__ = ["read"]

_CODE = frozenset({"fence", "code_block", "code_inline"})
_TEXT = frozenset({"text", "text_special", "softbreak"})
_BEFORE_TITLE = frozenset({"front_matter", "html_block"})
_EMPHASIS = frozenset({"em_open", "strong_open"})
_AROUND_IMAGES = frozenset({"image", "link_open", "link_close", "softbreak", "hardbreak"})


def read(text: str, path: str, _options: object) -> list[Document]:
    """The one document of a Markdown file."""
    reader = _Reader(text)
    reader.read()
    blocks = with_headline(headline_first(reader.page.blocks))
    return [make_document(text, path, blocks, reader.writer.remarks)]


class _Reader:
    """Tells a page of the blocks of a text."""

    def __init__(self, text: str) -> None:
        self.writer = PageWriter()
        self.page = self.writer.page
        self._lines = MarkdownLines(text)
        self._footnotes: dict[int, dict[str, list[Token]]] = {}
        self._notes: list[
            tuple[Iterator[Mark], Places]
        ] = []  # inline footnotes of the block that is read
        self._has_image_above = False

    def read(self) -> None:
        """Read all of it."""
        env: dict[str, dict[str, dict[int, dict[str, list[Token]]]]] = {}
        tokens = make_parser().parse(self._lines.text, env)
        self._footnotes = env.get("footnotes", {}).get("list", {})
        title = _title(tokens)
        for number, token in enumerate(tokens):
            if token.type == "inline":
                self._inline(token, self._lines.places(token, tokens[number - 1].markup))
            elif token.nesting > 0:
                if token.type == "tr_open":
                    for cell in self._lines.read_row(_row(tokens, number)):
                        self.page.drop("cell beyond the table", [cell])
                self.page.open(title.get(number) or _tag(token))
            elif token.nesting < 0:
                self.page.close(title.get(number) or _tag(token))
                if token.level == 0:
                    self._read_notes()
            else:
                self._leaf(token)
        self.page.end()
        for why, line in self._lines.unread(tokens):
            self.page.drop(why, [line])

    def _leaf(self, token: Token) -> None:
        """A block without words of Markdown in it."""
        if token.type == "html_block":
            self.writer.write(token.content, self._lines.places(token))
        elif token.type == "front_matter":
            find = find_toml_entries if self._lines.has_toml else find_entries
            for entry in find(*self._lines.front_matter(token)):
                if entry.kind is None:
                    self.page.drop("front matter", entry.pieces)
                else:
                    self.page.add(entry.kind, entry.pieces)
        elif token.type in _CODE:
            self.page.open("div")
            self.page.drop("code", self._lines.places(token).pieces([_piece(token.content, 0)]))
            self.page.close("div")
        else:
            self.page.open(_tag(token))
        self._has_image_above = False

    def _inline(self, token: Token, places: Places) -> None:
        marks = [mark for mark in find_marks(token.children or ()) if not _is_empty(mark.token)]
        images = _count_images(marks)
        words = marks[images:]
        is_below_image = images > 0 or self._has_image_above
        self._has_image_above = images > 0 and not words
        self._tell(marks[:images], places)
        is_caption = is_below_image and _is_one_emphasis(words)
        if is_caption:
            self.page.open("figcaption")
        self._tell(words, places)
        if is_caption:
            self.page.close("figcaption")

    def _tell(self, marks: Iterable[Mark], places: Places) -> None:
        link_target: int | None = None
        for mark in marks:
            token = mark.token
            if token.type == "link_open" and token.info == "auto":
                link_target = mark.end
            elif token.type == "link_close" and link_target is not None:
                written = self._lines.input[places.at(link_target) : places.at(mark.start)]
                self.page.drop("link target", [_piece(written, places.at(link_target))])
                link_target = None
            elif link_target is None:
                self._mark(mark, places)

    def _mark(self, mark: Mark, places: Places) -> None:
        token = mark.token
        if token.type in _TEXT:
            self.page.say(places.pieces(_text(mark)))
        elif token.type == "code_inline":
            piece = Piece(token.content, mark.start, mark.end)
            self.page.drop("code", places.pieces([piece]))
        elif token.type == "html_inline":
            self.writer.write(token.content, places, mark.start)
        elif token.type == "image":
            self._image(mark, places)
        elif token.type == "footnote_ref":
            note = self._footnotes[token.meta["id"]].get("tokens")
            if note is not None:
                self._notes.append((find_marks(note, label_start(mark)), places))
        elif token.nesting > 0:
            self._drop_title(mark, places)
            self.page.open(token.tag)
        elif token.nesting < 0:
            self.page.close(token.tag)
        elif token.type == "hardbreak":
            self.page.open("br")

    def _image(self, mark: Mark, places: Places) -> None:
        label = find_marks(mark.token.children or (), label_start(mark))
        said = [piece for each in label if each.token.type in _TEXT for piece in _text(each)]
        self.page.caption(places.pieces(said))
        self._drop_title(mark, places)

    def _drop_title(self, mark: Mark, places: Places) -> None:
        """Leave out what is shown when the pointer rests on a link or an image."""
        title = str(mark.token.attrs.get("title", ""))
        self.page.drop("link title", places.pieces([Piece(title, mark.start, mark.end)]))

    def _read_notes(self) -> None:
        """The footnotes that stand in the words of the block above, a paragraph each."""
        while self._notes:
            marks, places = self._notes.pop(0)
            self.page.open("p")
            self._tell(marks, places)
            self.page.close("p")


def _title(tokens: Sequence[Token]) -> dict[int, str]:
    """The numbers of the tokens of a heading that is the headline though it is of lower rank."""
    if any(token.type == "heading_open" and _tag(token) == "h1" for token in tokens):
        return {}
    blocks = (
        number
        for number, token in enumerate(tokens)
        if token.level == 0 and token.type not in _BEFORE_TITLE
    )
    first = next(blocks, None)
    if first is None or tokens[first].type != "heading_open":
        return {}
    return {first: "h1", first + 2: "h1"}


def _tag(token: Token) -> str:
    """The element that a token stands for; what is quoted or listed is no headline."""
    if token.tag == "h1" and token.level > 0:
        return "h2"
    return token.tag or "div"


def _row(tokens: Sequence[Token], number: int) -> list[Token]:
    """The words of the cells of a row that begins with a token."""
    rest = (tokens[place] for place in range(number, len(tokens)))  # islice would begin at the top
    row = takewhile(lambda token: token.type != "tr_close", rest)
    return [token for token in row if token.type == "inline"]


def _text(mark: Mark) -> Iterator[Piece]:
    """The words of a text, without the backslash before a sign, and an entity as what it means."""
    content = mark.token.content
    if mark.token.type == "softbreak":
        yield Piece(" ", mark.start, mark.end)
    elif mark.token.info == "entity":
        yield Piece(content, mark.start, mark.end)
    else:
        yield from find_visible(content, mark.end - len(content))


def _piece(text: str, start: int) -> Piece:
    return Piece(text, start, start + len(text))


def _is_empty(token: Token) -> bool:
    return token.type == "text" and not token.content


def _count_images(marks: Sequence[Mark]) -> int:
    """How many marks at the start of a block are images, with what is around them."""
    types = [mark.token.type for mark in marks]
    if "image" not in types:
        return 0
    around = takewhile(lambda mark: _is_around_images(mark.token), marks)
    count = sum(1 for _ in around)
    return count if "image" in types[:count] else 0


def _is_around_images(token: Token) -> bool:
    is_blank = token.type == "text" and not token.content.strip()
    return token.type in _AROUND_IMAGES or is_blank


def _is_one_emphasis(marks: Sequence[Mark]) -> bool:
    """Whether all words are within one pair of signs: "*Rescuers at the quay.*"."""
    if not marks or marks[0].token.type not in _EMPHASIS:
        return False
    depths = list(accumulate(mark.token.nesting for mark in marks))
    return depths.index(0) == len(depths) - 1 if 0 in depths else False
