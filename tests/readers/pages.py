"""What tests of readers look at: passages, what was dropped, and whether places are right."""

import html
import re

from casualties import check, extract
from casualties.model import Document, Figure, Lines
from casualties.readers import read_bytes


def read(text: str, path: str) -> Document:
    return read_bytes(text.encode(), path)


def told(document: Document) -> list[str]:
    """The passages, each as ``kind: words``."""
    return [f"{passage.kind}: {passage.text}" for passage in document.passages]


def dropped(document: Document) -> list[str]:
    """What was left out, each as ``why: words``."""
    return [f"{each.why}: {each.text}" for each in document.dropped]


def silenced(text: str, path: str) -> list[str]:
    """The codes of the findings that are left."""
    return [finding.code for finding in check(read(text, path)).findings]


def figures(text: str, path: str) -> list[tuple[Figure, str]]:
    """The figures, each with what stands at its place; their lines and columns lead there too."""
    found = []
    for figure in extract(read(text, path)):
        assert (figure.line, figure.column) == Lines(text).place(figure.start)
        found.append((figure, text[figure.start : figure.end]))
    return found


def assert_places_hold(text: str, document: Document) -> None:
    """Every run stands in the input letter by letter, or for a reference, blanks or nothing.

    Blanks may stand for the end of a line and the marks of a quote on the next one.
    """
    origin = document.origin
    assert origin is not None
    assert origin.input == text
    end = 0
    for run in origin.runs:
        assert 0 <= run.input_start <= run.input_end <= len(text)
        assert end <= run.start < run.end <= len(document.text)
        end = run.end
        words = document.text[run.start : run.end]
        written = text[run.input_start : run.input_end]
        stands_for = "".join(html.unescape(written).split())
        is_bar = words == "|" and not written
        if words == written or (words == "\ufffd" and re.fullmatch("&#.*;", written)):
            continue  # of a reference to no character Markdown and HTML make different things
        if "\\" in written and text.startswith("---"):
            continue  # of an escape in front matter the rest of the value is one run
        if not words.strip():
            stands_for = stands_for.replace(">", "")
        assert is_bar or "".join(words.split()) == stands_for, (words, written)
