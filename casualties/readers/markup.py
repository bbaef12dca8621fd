"""The tags, the words and the comments in HTML, each with its place; what is broken stays as words.

The standard library's parser has places too. But it stops at a stray "&#", drops what follows an
unclosed element of raw text, raises an error on "<![x", takes quadratic time for comments that do
not end, and does all this otherwise from one patch release to the next.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from casualties.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Comment", "Markup", "Tag", "Words", "find_markup"]

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>[^\s/>=]++)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]*+)))?+"
    r"|[\s/]*+="  # an equals sign that has no name before it
)
_TAG_END = re.compile(r"[\s/]*+>")
_NO_TEXT = frozenset("class href id rel src".split())
_SCRIPTS = frozenset({"script", "style"})
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_RAW = frozenset("script style title textarea xmp iframe noembed noframes".split())
"""Elements in which a "<" is a letter like others, up to their end tag."""


class Value(NamedTuple):
    """The value of an attribute as it is written, and where."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag; ``is_closed`` is the one of an element that ends at once, as "<br/>"."""

    name: str
    start: int
    end: int
    is_end: bool = False
    is_closed: bool = False
    attributes: dict[str, Value] = field(default_factory=dict)


class Words(NamedTuple):
    """What is no markup; where ``is_literal``, "&amp;" means just that."""

    start: int
    end: int
    is_literal: bool = False


class Comment(NamedTuple):
    """A comment, or a declaration, which nobody sees; from its "<" to behind its ">"."""

    start: int
    end: int


Markup: TypeAlias = Tag | Words | Comment


def find_markup(text: str) -> Iterator[Markup]:
    """The markup and the words of a text, in its order.

    >>> [type(each).__name__ for each in find_markup("<b>4</b>0 < 50")]
    ['Tag', 'Words', 'Tag', 'Words']
    """
    scan = _Scan(text)
    at = 0
    while at < len(text):
        start = text.find("<", at)
        if start < 0 or start > scan.last_end:
            yield Words(at, len(text))
            return
        if start > at:
            yield Words(at, start)
        found, at = scan.markup(start)
        yield found
        if isinstance(found, Tag) and found.name in _RAW and not (found.is_end or found.is_closed):
            end = scan.raw_end(found.name, at)
            if end > at:
                yield Words(at, end, is_literal=found.name in _SCRIPTS)
                at = end


class _Scan:
    """A text, and how far there are ends in it: no end is looked for twice in vain."""

    def __init__(self, text: str) -> None:
        self.last_end = text.rfind(">")
        self._text = text
        self._last_comment_end = text.rfind("-->")
        self._last_cdata_end = text.rfind(_CDATA_END)
        self._without_end: set[str] = set()

    def raw_end(self, name: str, at: int) -> int:
        """Where the end tag begins; without one, the end of the text for a script, else -1."""
        if name not in self._without_end:
            end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self._text, at)
            if end is not None:
                return end.start()
            self._without_end.add(name)
        return len(self._text) if name in _SCRIPTS else -1

    def markup(self, start: int) -> tuple[Markup, int]:
        """What begins with the "<" at a place, which has a ">" behind it, and where to go on."""
        text = self._text
        if text.startswith("<!--", start):
            end = self._comment_end(start)
            return Comment(start, end), end
        if text.startswith(_CDATA, start):
            first = start + len(_CDATA)
            if first > self._last_cdata_end:
                return Comment(start, first), first
            end = text.index(_CDATA_END, first)
            return Words(first, end, is_literal=True), end + len(_CDATA_END)
        tag = _TAG.match(text, start)
        if tag is not None:
            found = self._tag(tag)
            return found, found.end
        if text.startswith(("<!", "<?", "</"), start):
            end = text.index(">", start) + 1
            return Comment(start, end), end
        return Words(start, start + 1), start + 1

    def _comment_end(self, start: int) -> int:
        """Behind the end of a comment; one without an end goes up to the next ">"."""
        text = self._text
        empty = next((each for each in ("<!-->", "<!--->") if text.startswith(each, start)), None)
        if empty is not None:
            return start + len(empty)
        first = start + len("<!--")
        if first <= self._last_comment_end:
            return text.index("-->", first) + len("-->")
        return text.find(">", start) + 1

    def _tag(self, tag: re.Match[str]) -> Tag | Words:
        """A tag with its attributes; one that is cut off stays as words."""
        text = self._text
        attributes: dict[str, Value] = {}
        at = tag.end()
        while not (end := _TAG_END.match(text, at)):
            attribute = _ATTRIBUTE.match(text, at)
            if attribute is None:
                return Words(tag.start(), len(text))
            at = attribute.end()
            name, group = (attribute["name"] or "").lower(), attribute.lastgroup or "name"
            value = Value(attribute[group] if group != "name" else "", attribute.start(group))
            if name in _NO_TEXT and "<" in value.text and ">" in value.text:
                at = value.start + value.text.index(">")  # its quotation mark was forgotten
                value = Value(value.text[: at - value.start], value.start)
            attributes.setdefault(name, value)
        is_closed = "/" in end[0]
        return Tag(tag[2].lower(), tag.start(), end.end(), bool(tag[1]), is_closed, attributes)
