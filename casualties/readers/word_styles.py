"""What the styles of a Word document make of a paragraph or a run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from casualties.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

__all__ = ["Styles", "attribute", "find", "is_on", "value", "word_name"]

_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
}
_HEADING = re.compile(r"heading [1-9]\Z")
_KINDS = {
    "title": Kind.HEADLINE,
    "subtitle": Kind.HEADLINE,
    "caption": Kind.CAPTION,
    "quote": Kind.QUOTE,
    "intense quote": Kind.QUOTE,
    "block text": Kind.QUOTE,
}


class _Style(NamedTuple):
    name: str
    based_on: str | None
    numbering: str | None
    hides: bool | None


class Styles:
    """The styles of a document; one that is not defined has its id for a name."""

    def __init__(self, root: Element | None) -> None:
        """Read the part with the styles, None where there is none."""
        self._styles: dict[str, _Style] = {}
        for each in root if root is not None else ():
            id_ = attribute(each, "styleId")
            if word_name(each) == "w:style" and id_:
                self._styles[id_] = _Style(
                    name=(value(each, "w:name") or id_).lower(),
                    based_on=value(each, "w:basedOn"),
                    numbering=value(each, "w:pPr", "w:numPr", "w:numId"),
                    hides=is_on(find(each, "w:rPr", "w:vanish")),
                )

    def kind(self, style: str | None, numbering: str | None) -> Kind | None:
        """The kind of a paragraph, None where its words must tell."""
        heads = False
        for each in self._lineage(style):
            if each.name in _KINDS:
                return _KINDS[each.name]
            heads = heads or _HEADING.match(each.name) is not None
            if each.name.startswith("list") and not heads:
                return Kind.LIST
            numbering = numbering or each.numbering
        return Kind.LIST if numbering not in {None, "0"} and not heads else None

    def is_heading(self, style: str | None) -> bool:
        """Whether a paragraph is a heading, of the text or within it."""
        return any(_HEADING.match(each.name) for each in self._lineage(style))

    def is_contents(self, style: str | None) -> bool:
        """Whether a paragraph is a line of a table of contents."""
        names = (each.name for each in self._lineage(style))
        return any(name.startswith(("toc ", "table of figures")) for name in names)

    def hides(self, style: str | None) -> bool:
        """Whether text in a style is hidden."""
        said = (each.hides for each in self._lineage(style) if each.hides is not None)
        return next(said, False)

    def _lineage(self, id_: str | None) -> Iterator[_Style]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        while id_ is not None and id_ not in seen:
            seen.add(id_)
            style = self._styles.get(id_, _Style(id_.lower(), None, None, None))
            yield style
            id_ = style.based_on


def word_name(element: Element) -> str:
    """The name of an element with its usual prefix, in both the forms that Word saves."""
    namespace, _, name = element.tag.removeprefix("{").rpartition("}")
    return f"{_NAMESPACES.get(namespace, '')}:{name}"


def find(element: Element | None, *names: str) -> Element | None:
    """The element at the end of a chain of children, the first of each name."""
    for name in names:
        if element is None:
            return None
        element = next((child for child in element if word_name(child) == name), None)
    return element


def attribute(element: Element, name: str) -> str | None:
    """An attribute, whatever its namespace."""
    found = (text for key, text in element.items() if key.rpartition("}")[2] == name)
    return next(found, None)


def value(element: Element | None, *names: str) -> str | None:
    """What the element at the end of a chain of children is set to."""
    found = find(element, *names)
    return None if found is None else attribute(found, "val")


def is_on(element: Element | None) -> bool | None:
    """Whether a property is switched on; None where nothing is said of it."""
    if element is None:
        return None
    return attribute(element, "val") not in {"0", "false", "off"}
