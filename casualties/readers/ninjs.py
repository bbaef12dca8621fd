"""Ninjs, the News in JSON of the IPTC, in its versions 1 to 3: an item, or a list of items."""

from __future__ import annotations

import json
import re
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from casualties.model import Document, Kind
from casualties.readers import html
from casualties.readers.composer import Composer, Piece
from casualties.readers.editors_notes import add_editors_note
from casualties.readers.errors import ReadError
from casualties.readers.json_depth import is_deeper
from casualties.readers.repeats import Said
from casualties.readers.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casualties.readers import ReadOptions
    from casualties.readers.limits import Limits

    _Item = dict[str, Any]
    _Passage = tuple[Kind, str]

__all__ = ["read"]

_TEXTS = re.compile(r"(?:headline|headlines|bodies|descriptions|(?:body|description)_\w+)\Z")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_STORIES = frozenset({"text", "composite", "event", "planning"})
_CREDITS = {
    "title": "title",
    "byline": "byline",
    "by": "byline",
    "slugline": "slugline",
    "located": "dateline",
}


class _Form(IntEnum):
    """How a text is written; the first tells most of what its passages are."""

    MARKED = 1
    PLAIN = 2
    OTHER = 3


class _Text(NamedTuple):
    form: _Form
    words: str


def read(content: bytes, path: str, options: ReadOptions) -> list[Document]:
    """The document of an item; one for each, ``FILE#URI``, where the file is a list of items.

    JSON is UTF-8, -16 or -32 and shows which, whatever the encoding of other files is.

    Raises:
        ReadError: if it is no JSON, nested too deeply, or no ninjs.
    """
    data = _json(content, path, options.limits)
    items = data.get("items") if isinstance(data, dict) and not _is_item(data) else data
    if not isinstance(items, list):
        return [_document(_item(data, path), path)]
    ids = [each.get("uri") if isinstance(each, dict) else None for each in items]
    documents = []
    for number, item in enumerate(items, 1):
        id_ = ids[number - 1]
        name = id_ if isinstance(id_, str) and ids.count(id_) == 1 else str(number)
        documents.append(_document(_item(item, path), f"{path}#{name}"))
    return documents


def _json(content: bytes, path: str, limits: Limits) -> object:
    """The value in the bytes of a file.

    Raises:
        ReadError: if it is no JSON, or nested too deeply.
    """
    encoding = json.detect_encoding(content)
    try:
        text = content.decode(encoding)
        if is_deeper(text, limits.depth):
            raise ReadError(f"{path} has {limits.beyond('depth')}.")
        return json.loads(text)
    except UnicodeError as error:
        raise ReadError(f"{path} is no JSON: it is not valid {encoding}.") from error
    except json.JSONDecodeError as error:
        raise ReadError(f"{path} is no JSON: {error}.") from error
    except ValueError as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(f"{path} has a number with more digits than can be read.") from error


def _is_item(data: _Item) -> bool:
    return "uri" in data or any(map(_TEXTS.match, data))


def _item(data: object, path: str) -> _Item:
    if isinstance(data, dict) and _is_item(data):
        return data
    raise ReadError(f"{path} is no ninjs: it has no uri, headline, body or description.")


def _document(item: _Item, path: str) -> Document:
    """Headlines, summary, body, captions of what goes with it, and a note that corrects it."""
    composer, said = Composer(None), Said()
    for kind, words in _story(item, composer):
        composer.passage(kind, [Piece(words)])
        said.add(words)
    for words in _captions(item, composer):
        if not said.holds(words):
            composer.passage(Kind.CAPTION, [Piece(words)])
            said.add(words)
    for key, why in _CREDITS.items():
        composer.drop(why, _string(item.get(key)))
    for key in ("ednote", "edNote"):
        add_editors_note(composer, _string(item.get(key)))
    return _sound(composer.document(path), path)


def _story(item: _Item, composer: Composer) -> Iterator[_Passage]:
    """Headlines, summary and body; of a summary, what the body does not say as well."""
    for text in _texts(item, "headline"):
        yield Kind.HEADLINE, text.words
    body = list(_once(composer, _texts(item, "body")))
    said = Said()
    for _, words in body:
        said.add(words)
    is_story = _is_story(item)
    for kind, words in _once(composer, _texts(item, "description")):
        if not said.holds(words):
            yield kind if is_story else Kind.CAPTION, words
    yield from body


def _once(composer: Composer, texts: Iterator[_Text]) -> Iterator[_Passage]:
    """The passages of one of several forms of a text; what another one has beyond it is left out.

    A plain text has its headline in a field of its own: what looks like one in it is a paragraph.
    """
    said = Said()
    for text in sorted(texts, key=lambda text: text.form):
        document = (
            read_text(text.words, with_comments=False)
            if text.form is _Form.PLAIN
            else html.read(text.words, "", None)[0]
        )
        is_first = not said
        new = [each for each in document.passages if is_first or not said.holds(each.text)]
        for each in new:
            if is_first:
                is_guess = text.form is _Form.PLAIN and each.kind is Kind.HEADLINE
                yield Kind.PARAGRAPH if is_guess else each.kind, each.text
            else:
                composer.drop("another form of the text", each.text)
        for dropped in document.dropped if is_first else ():
            composer.drop(dropped.why, dropped.text)
        for each in document.passages:
            said.add(each.text)


def _captions(item: _Item, composer: Composer) -> Iterator[str]:
    """What is said of the pictures that go with an item; stories that do are left out."""
    associations = item.get("associations")
    each_of = associations.values() if isinstance(associations, dict) else associations
    for each in each_of if isinstance(each_of, list | type({}.values())) else ():
        if not isinstance(each, dict):
            continue
        names = ("headline", "description", "body")
        words = [words for name in names for _, words in _once(composer, _texts(each, name))]
        if _is_story(each):
            composer.drop("related story", "\n".join(words))
        else:
            yield from words
            yield from _captions(each, composer)


def _is_story(item: _Item) -> bool:
    """Whether an item is a story, and not a picture; one that has a body is if no type is said."""
    kind = item.get("type")
    return (
        kind in _STORIES if isinstance(kind, str) else next(_texts(item, "body"), None) is not None
    )


def _texts(item: _Item, name: str) -> Iterator[_Text]:
    """The texts of a name: ``body_text`` and its like in version 1, ``bodies`` in the others."""
    for key, value in item.items():
        words = _string(value)
        if words and (key == name or key.startswith(f"{name}_")):
            yield _Text(_form(key, words), words)
    several = item.get("bodies" if name == "body" else f"{name}s")
    for each in several if isinstance(several, list) else ():
        words = _string(each.get("value")) if isinstance(each, dict) else ""
        if words:
            hints = (_string(each.get(key)) for key in ("role", "contenttype", "contentType"))
            yield _Text(_form(" ".join(hints), words), words)


def _form(hints: str, words: str) -> _Form:
    hints = hints.lower()
    if "html" in hints or (_TAG.match(words.lstrip()) and "nitf" not in hints):
        return _Form.MARKED
    return _Form.OTHER if any(hint in hints for hint in ("nitf", "xml", "json")) else _Form.PLAIN


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _sound(document: Document, path: str) -> Document:
    r"""The document, if its texts can be written.

    Raises:
        ReadError: if half a character stands in one of them, as "\ud83d" alone is.
    """
    for text in (document.path or "", document.text, *(each.text for each in document.dropped)):
        try:
            text.encode()
        except UnicodeEncodeError as error:
            half = error.object[error.start]
            raise ReadError(f"{path} has half a character in a text: {half!a}.") from error
    return document
