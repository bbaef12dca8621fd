"""Word: the copy as it stands, with insertions and without what is deleted, moved away or hidden.

The parts are read directly: what libraries make of them has no place for what was left out, for
captions of pictures or for hidden text, or takes XML on trust.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.model import Document, Kind
from casualties.readers.composer import Composer, Piece
from casualties.readers.errors import ReadError
from casualties.readers.kinds import headline_place, kind_of_words
from casualties.readers.package import Package
from casualties.readers.word_styles import Styles, word_name
from casualties.readers.word_text import WordText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from casualties.readers import ReadOptions
    from casualties.readers.word_text import Block

__all__ = ["read"]

_PARTS_BELOW = {"footnotes": "w:footnote", "endnotes": "w:endnote", "comments": "w:comment"}
"""The parts that are read after the copy, in this order, and what one text in them is called."""

_NO_NOTES = {"separator", "continuationSeparator", "continuationNotice"}

_TOP = 4
"""How many blocks from the top a heading is that of the whole; above it may stand date and slug."""


def read(content: bytes, path: str, options: ReadOptions) -> list[Document]:
    """The one document of a Word file.

    Footnotes and endnotes stand at the end, and after them the comments: as quotations, since they
    are what colleagues say of the copy and not what it says. Running heads and feet are left out.

    Raises:
        ReadError: if it is no Word file, or one that would do harm.
    """
    package = Package(content, path, "docx", options.limits)
    main = next(iter(package.related("").get("officeDocument", ())), "word/document.xml")
    root = package.part(main)
    body = None if root is None else next((e for e in root if word_name(e) == "w:body"), None)
    if body is None:
        raise ReadError(f"{path} is no Word document: it has no text part.")
    related = package.related(main)
    styles = Styles(next(_roots(package, related, "styles"), None))
    text = WordText(styles)
    composer = Composer(None)
    for kind, words in _headed(list(text.blocks(body))):
        composer.passage(kind, [Piece(words)])
    for part, name in _PARTS_BELOW.items():
        for each in _notes(package, related, part, name):
            for block in text.blocks(each):
                is_comment = part == "comments" and block.kind is not Kind.TABLE
                kind = Kind.QUOTE if is_comment else block.kind or kind_of_words(block.words)
                composer.passage(kind, [Piece(block.words)])
    for part in ("header", "footer"):
        for each in _roots(package, related, part):
            composer.drop(part, "\n".join(block.words for block in text.blocks(each)))
    for why, words in text.dropped:
        composer.drop(why, words)
    return [composer.document(path)]


def _roots(package: Package, related: dict[str, list[str]], part: str) -> Iterator[Element]:
    for name in related.get(part, ()):
        root = package.part(name)
        if root is not None:
            yield root


def _notes(
    package: Package, related: dict[str, list[str]], part: str, name: str
) -> Iterator[Element]:
    """The notes in a part, without the lines that are drawn above notes."""
    for root in _roots(package, related, part):
        for each in root:
            types = {text for key, text in each.items() if key.endswith("}type")}
            if word_name(each) == name and types.isdisjoint(_NO_NOTES):
                yield each


def _headed(blocks: list[Block]) -> Iterator[tuple[Kind, str]]:
    """The passages with their kinds: the first heading is the headline where nothing is a title.

    Where no style tells of headings, what looks like a headline is one.
    """
    kinds = [(block.kind or kind_of_words(block.words), block.words) for block in blocks]
    if all(kind is not Kind.HEADLINE for kind, _ in kinds):
        top = enumerate(blocks[:_TOP])
        place = next((place for place, block in top if block.is_heading), None)
        place = headline_place(kinds) if place is None else place
        if place is not None:
            kinds[place] = (Kind.HEADLINE, kinds[place][1])
    yield from kinds
