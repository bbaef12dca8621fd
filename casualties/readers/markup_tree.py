"""XML of unknown origin as a tree: no entity of its own, nothing fetched, no depth without end."""

from __future__ import annotations

from html.entities import entitydefs
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from casualties.readers.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casualties.readers.limits import Limits

__all__ = ["local_name", "parse_xml", "require_parser"]


def require_parser(path: str, extra: str) -> None:
    """Look whether XML can be read; ``extra`` is what to install if not.

    Raises:
        ReadError: if defusedxml is missing.
    """
    try:
        import defusedxml  # noqa: F401, PLC0415 - in an extra
    except ImportError as error:
        message = f"{path}: to read {extra}, run: pip install 'casualties[{extra}]'."
        raise ReadError(message) from error


def parse_xml(content: bytes, path: str, limits: Limits) -> Element:
    """The root of an XML file, which declares its encoding itself.

    A document type may stand in it and is not fetched; of its entities those of HTML are known,
    as in "&nbsp;".

    Raises:
        ReadError: if it is no XML, declares entities, or is nested too deeply.
    """
    from defusedxml import DefusedXmlException  # noqa: PLC0415 - in an extra
    from defusedxml.ElementTree import DefusedXMLParser  # noqa: PLC0415

    parser = DefusedXMLParser(target=_Builder(path, limits))
    parser.entity.update(entitydefs)
    try:
        parser.feed(content)
        root: Element = parser.close()
    except ParseError as error:
        raise ReadError(f"{path} is no well-formed XML: {error}.") from error
    except DefusedXmlException as error:
        message = "declares entities of its own, which are not read: they can be made to harm."
        raise ReadError(f"{path} {message}") from error
    except (LookupError, UnicodeError) as error:
        raise ReadError(f"{path} names an encoding that XML cannot have: {error}.") from error
    except ValueError as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(f"{path} could not be read as XML: {error}.") from error
    return root


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


class _Builder(TreeBuilder):
    """Builds the tree, and counts how deep it is."""

    def __init__(self, path: str, limits: Limits) -> None:
        super().__init__()
        self._path, self._limits = path, limits
        self._depth = 0

    def start(self, tag: str, attrs: Mapping[str, str], /) -> Element:
        self._depth += 1
        if self._depth > self._limits.depth:
            raise ReadError(f"{self._path} has {self._limits.beyond('depth')}.")
        return super().start(tag, dict(attrs))

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)
