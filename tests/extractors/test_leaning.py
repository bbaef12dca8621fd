"""What is passed over by its words would have given no figure."""

from pathlib import Path

import pytest

from casualties import Figures, extract
from casualties.extractors import figures, marks
from casualties.extractors.analysis import Analysis
from casualties.extractors.constructions.pattern import Matcher
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


class AnyWord:
    """In place of the words that hint at something: there is always one."""

    @staticmethod
    def isdisjoint(_: object) -> bool:
        return False


@pytest.mark.parametrize("path", [*ARTICLES, *CORPORA], ids=lambda path: path.stem)
def test_what_is_not_looked_for_is_not_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    quick = found(text)
    monkeypatch.setattr(Matcher, "_stands_in_order", lambda *_: True)
    monkeypatch.setattr(Analysis, "has_list", True)
    for name in ("WHEN", "MOMENTS"):
        monkeypatch.setattr(marks, name, AnyWord)
    assert found(text) == quick
