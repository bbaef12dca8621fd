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

__all__ = ["Comment", "Doubt", "Markup", "Tag", "Words", "find_markup"]

_BLANK = r" \t\n\r\f"
"""Within a tag no other character is one: browsers take a no-break space for a letter."""

_TAG = re.compile(rf"<(/?)([A-Za-z][^{_BLANK}/>]*)")
_ATTRIBUTE = re.compile(
    rf"[{_BLANK}/]*+(?P<name>[^{_BLANK}/>=]++)"
    rf"(?:[{_BLANK}]*+=[{_BLANK}]*+"
    rf"(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^{_BLANK}>]*+)))?+"
    rf"|[{_BLANK}/]*+="  # an equals sign that has no name before it
)
_TAG_END = re.compile(rf"[{_BLANK}/]*+>")
_COMMENT_END = re.compile("--!?>")
_EMPTY_COMMENT = re.compile("<!---?>")
_IN_SCRIPT = re.compile(rf"<!--|-->|<(/?)script(?=[{_BLANK}/>])", re.IGNORECASE | re.ASCII)
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


class Doubt(NamedTuple):
    """From here on a browser takes for words, or for part of a tag, what is read as markup.

    It does so up to ``end``, or to the next end tag of ``until``, or else for good.
    """

    start: int
    end: int | None = None
    until: str = ""


Markup: TypeAlias = Tag | Words | Comment | Doubt


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
        if scan.doubt is not None:
            yield scan.doubt
            scan.doubt = None
        if isinstance(found, Tag) and found.name in _RAW and not found.is_end:
            end = None if found.is_closed else scan.raw_end(found.name, at)
            if end is None:
                yield Doubt(at, until=found.name)
                end = len(text) if found.name in _SCRIPTS and not found.is_closed else at
            if end > at:
                yield Words(at, end, is_literal=found.name in _SCRIPTS)
                at = end


class _Scan:
    """A text, and how far there are ends in it: no end is looked for twice in vain."""

    def __init__(self, text: str) -> None:
        self.last_end = text.rfind(">")
        self.doubt: Doubt | None = None
        self._text = text
        self._last_comment_end = max(text.rfind("-->"), text.rfind("--!>"))
        self._last_cdata_end = text.rfind(_CDATA_END)
        self._without_end: set[str] = set()

    def raw_end(self, name: str, at: int) -> int | None:
        """Where the end tag of an element of raw text begins, if it has one."""
        if name in self._without_end:
            return None
        end = self._script_end(at) if name == "script" else self._end_tag(name, at)
        if end is None:
            self._without_end.add(name)
        return end

    def _end_tag(self, name: str, at: int) -> int | None:
        tag = re.compile(rf"</{name}(?=[{_BLANK}/>])", re.IGNORECASE | re.ASCII)
        end = tag.search(self._text, at)
        return None if end is None else end.start()

    def _script_end(self, at: int) -> int | None:
        """As browsers have it: a script that begins in a comment in the script has its own end."""
        in_comment = in_script = False
        while found := _IN_SCRIPT.search(self._text, at):
            at = found.end()
            if found[0] == "<!--":
                in_comment = True
                at -= len("--")  # which may be those of its end, too
            elif found[0] == "-->":
                in_comment = in_script = False
            elif not found[1]:
                in_script = in_comment
            elif in_script:
                in_script = False
            else:
                return found.start()
        return None

    def markup(self, start: int) -> tuple[Markup, int]:
        """What begins with the "<" at a place, which has a ">" behind it, and where to go on."""
        text = self._text
        if text.startswith("<!--", start):
            end = self._comment_end(start)
            return Comment(start, end), end
        if text.startswith(_CDATA, start):
            first = start + len(_CDATA)
            if first > self._last_cdata_end:
                self.doubt = Doubt(first)
                return Comment(start, first), first
            end = text.index(_CDATA_END, first)
            if "<" in text[text.index(">", first) : end]:
                self.doubt = Doubt(end)  # outside of drawings it ends with the first ">"
            return Words(first, end, is_literal=True), end + len(_CDATA_END)
        tag = _TAG.match(text, start)
        if tag is not None:
            found = self._tag(tag)
            if isinstance(found, Tag) and found.name == "plaintext":
                self.doubt = Doubt(found.end)
            return found, found.end
        if text.startswith(("<!", "<?", "</"), start):
            end = text.index(">", start) + 1
            return Comment(start, end), end
        return Words(start, start + 1), start + 1

    def _comment_end(self, start: int) -> int:
        """Behind the end of a comment; one without an end goes up to the next ">"."""
        text = self._text
        if empty := _EMPTY_COMMENT.match(text, start):
            return empty.end()
        first = start + len("<!--")
        if first <= self._last_comment_end and (end := _COMMENT_END.search(text, first)):
            return end.end()
        first = text.find(">", start) + 1
        self.doubt = Doubt(first)
        return first

    def _tag_end(self, at: int) -> int | None:
        """Behind the end of a tag of which attributes may follow from here."""
        while not (end := _TAG_END.match(self._text, at)):
            attribute = _ATTRIBUTE.match(self._text, at)
            if attribute is None or _is_open(attribute):
                return None
            at = attribute.end()
        return end.end()

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
            if _is_open(attribute):
                self.doubt = Doubt(at)
            if name in _NO_TEXT and "<" in value.text and ">" in value.text:
                self.doubt = self.doubt or Doubt(at, self._tag_end(at))
                at = value.start + value.text.index(">")  # its quotation mark was forgotten
                value = Value(value.text[: at - value.start], value.start)
            attributes.setdefault(name, value)
        is_closed = "/" in end[0]
        return Tag(tag[2].lower(), tag.start(), end.end(), bool(tag[1]), is_closed, attributes)


def _is_open(attribute: re.Match[str]) -> bool:
    """Whether it has a quotation mark without an end, as far as the text goes."""
    return (attribute["bare"] or "").startswith(('"', "'"))
