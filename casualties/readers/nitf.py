"""NITF, the News Industry Text Format of the IPTC, alone in a file or within NewsML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import Document, Kind
from casualties.readers.composer import Composer, Piece
from casualties.readers.editors_notes import add_editors_note
from casualties.readers.errors import ReadError
from casualties.readers.grid import row_words
from casualties.readers.kinds import kind_of_words
from casualties.readers.markup_tree import local_name, parse_xml, require_parser
from casualties.readers.repeats import Said
from casualties.readers.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from casualties.readers import ReadOptions

    _Passage = tuple[Kind, str]

__all__ = ["read"]

_KINDS = {
    "hl1": Kind.HEADLINE,
    "caption": Kind.CAPTION,
    "media-caption": Kind.CAPTION,
    "li": Kind.LIST,
    "dt": Kind.LIST,
    "dd": Kind.LIST,
    "bq": Kind.QUOTE,
    "blockquote": Kind.QUOTE,
}
"""What stands in such an element; of anything else the words tell."""

_INLINE = frozenset(
    """
    a alt-code b br chron classifier copyrite-holder copyrite-year city country em event frac
    frac-den frac-num frac-sep function i inline lang location money name.family name.given num
    object.title org person postaddr pronounce q region span state strong sub sublocation sup u
    virtloc
    """.split()
)
"""Elements within a line; any other begins a passage."""

_LEFT_OUT = {
    "byline": "byline",
    "bytag": "byline",
    "credit": "credit",
    "copyrite": "rights",
    "dateline": "dateline",
    "distributor": "credit",
    "media-producer": "credit",
    "rights": "rights",
    "series": "series",
    "tagline": "tagline",
}
_NO_TEXT = frozenset({"media-metadata", "media-object"})


def read(content: bytes, path: str, options: ReadOptions) -> list[Document]:
    """The document of a NITF item; one for each, ``FILE#1``, where a file holds several.

    Raises:
        ReadError: if it is no XML, could do harm, or has no NITF in it.
    """
    require_parser(path, "nitf")
    root = parse_xml(content, path, options.limits)
    items = [each for each in root.iter() if local_name(each) == "nitf"]
    if not items:
        name = local_name(root)
        raise ReadError(f"{path} is no NITF: its outermost element is {name!r}, not 'nitf'.")
    if len(items) == 1:
        return [_document(items[0], path)]
    return [_document(item, f"{path}#{number}") for number, item in enumerate(items, 1)]


def _document(item: Element, path: str) -> Document:
    """Headlines, summary, text, and at the end the notes that correct it."""
    story, composer = _Story(), Composer(None)
    text = [passage for part in _text_parts(item) for passage in story.passages(part)]
    for kind, words in [*_above(item, story, text), *text]:
        composer.passage(kind, [Piece(words)])
    for why, words in story.dropped:
        composer.drop(why, words)
    for note in _below(item, "head", "docdata", "correction"):
        composer.passage(Kind.CORRECTION, [Piece(note.get("info", ""))])
    for note in _below(item, "head", "docdata", "ed-msg"):
        add_editors_note(composer, note.get("info", ""))
    return composer.document(path)


def _text_parts(item: Element) -> list[Element]:
    return [part for name in ("body.content", "body.end") for part in _below(item, "body", name)]


def _above(item: Element, story: _Story, text: list[_Passage]) -> Iterator[_Passage]:
    """What stands above the text: headlines, and of the rest what the text does not say as well."""
    for part in [*_below(item, "body", "body.head", "hedline"), *_below(item, "head", "title")]:
        for _, words in story.passages(part):
            yield Kind.HEADLINE, words
    said = Said()
    for _, words in text:
        said.add(words)
    for part in _below(item, "body", "body.head"):
        for each in part:
            if local_name(each) != "hedline":
                for passage in story.block(each, None):
                    if not said.holds(passage[1]):
                        yield passage


class _Story:
    """Makes passages of elements, and keeps in ``dropped`` what is none, with the reason."""

    def __init__(self) -> None:
        self.dropped: list[tuple[str, str]] = []
        self._words: list[str] = []

    def passages(self, element: Element, kind: Kind | None = None) -> Iterator[_Passage]:
        """The passages in an element, of a kind unless what is in it has one of its own."""
        yield from self._within(element, kind)
        yield from self._said(kind)

    def block(self, element: Element, kind: Kind | None) -> Iterator[_Passage]:
        """The passages of an element that begins on a line of its own."""
        name = local_name(element)
        if name in _LEFT_OUT:
            self.dropped.append((_LEFT_OUT[name], _text(element)))
        elif name == "note" and element.get("noteclass") in {"cpyrt", "trademk"}:
            self.dropped.append(("rights", _text(element)))
        elif name == "tr":
            yield from self._row(element)
        elif name == "pre":
            for passage in read_text(_text(element), with_comments=False).passages:
                is_headline = passage.kind is Kind.HEADLINE
                yield Kind.PARAGRAPH if is_headline else passage.kind, passage.text
        elif name == "media":
            yield from self._media(element)
        elif name not in _NO_TEXT:
            yield from self.passages(element, _KINDS.get(name, kind))

    def _within(self, element: Element, kind: Kind | None) -> Iterator[_Passage]:
        self._words.append(element.text or "")
        for child in element:
            name = local_name(child)
            if name == "br":
                self._words.append("\n")
            elif name in _INLINE:
                yield from self._within(child, kind)
            else:
                yield from self._said(kind)
                yield from self.block(child, kind)
            self._words.append(child.tail or "")

    def _said(self, kind: Kind | None) -> Iterator[_Passage]:
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words:
            yield kind or kind_of_words(words), words

    def _row(self, element: Element) -> Iterator[_Passage]:
        """A row as one passage; one that has words in one cell only is no row."""
        cells = [
            (" ".join(words for _, words in self.passages(cell)), cell.get("colspan"))
            for cell in element
        ]
        said = [words for words, _ in cells if words]
        if len(said) == 1:
            yield kind_of_words(said[0]), said[0]
        elif said:
            yield Kind.TABLE, row_words(cells)

    def _media(self, element: Element) -> Iterator[_Passage]:
        """What stands under a picture, and what is said in its place if that is something else."""
        captions = list(self.passages(element))
        said = Said()
        for _, words in captions:
            said.add(words)
        for reference in _below(element, "media-reference"):
            words = reference.get("alternate-text", "")
            if words.strip() and not said.holds(words):
                yield Kind.CAPTION, words
        yield from captions


def _below(element: Element, *names: str) -> list[Element]:
    """The elements at the ends of a chain of children."""
    found = [element]
    for name in names:
        found = [child for each in found for child in each if local_name(child) == name]
    return found


def _text(element: Element) -> str:
    return "".join(element.itertext())
