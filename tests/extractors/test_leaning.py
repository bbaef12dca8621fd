"""A sentence that is passed over by its words would have given no figure."""

from pathlib import Path

import pytest

from casualties import Figures, extract
from casualties.extractors import figures
from casualties.model import Unread

TESTS = Path(__file__).parents[1]
ARTICLES = sorted(TESTS.glob("planted/articles/*.txt"))
CORPORA = sorted(TESTS.glob("corpus/*.txt"))


def found(text: str) -> tuple[Figures, tuple[Unread, ...]]:
    read = extract(text)
    return read, tuple(read.unread)


@pytest.mark.parametrize("path", [*ARTICLES, *CORPORA], ids=lambda path: path.stem)
def test_what_is_passed_over_has_no_figure(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    quick = found(text)
    monkeypatch.setattr(figures, "_may_begin", lambda *_: True)
    monkeypatch.setattr(figures, "_may_tell", lambda *_: True)
    assert found(text) == quick
