from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import casualties
from casualties.model import Document, Figures, Reconciliation
from casualties.readers import read_text

COPY = "Nine drown off Orlo\n\nA ferry sank on Sunday, killing 12 people."


def test_a_text_and_its_document_give_the_same() -> None:
    document = read_text(COPY)
    assert casualties.extract(COPY) == casualties.extract(document)
    assert casualties.check(COPY) == casualties.check(document)


def test_figures_stand_where_they_say() -> None:
    figures = casualties.extract(COPY)
    assert isinstance(figures, Figures)
    assert [(str(f.range), f.line, f.column, COPY[f.start : f.end]) for f in figures] == [
        ("9", 1, 1, "Nine"),
        ("12", 3, 33, "12 people"),
    ]


def test_a_check_has_the_figures_the_document_and_the_findings() -> None:
    document = Document("orlo.txt", COPY, read_text(COPY).passages)
    reconciliation = casualties.check(document)
    assert isinstance(reconciliation, Reconciliation)
    assert reconciliation.document is document
    assert reconciliation.figures == casualties.extract(document)
    assert [finding.code for finding in reconciliation.findings] == ["CAS101"]
    assert {figure.path for figure in reconciliation.figures} == {"orlo.txt"}


@pytest.mark.parametrize("text", ["", "\ufeff \n", "Nobody was asked."])
def test_a_text_without_figures(text: str) -> None:
    reconciliation = casualties.check(text)
    assert reconciliation.figures == Figures()
    assert not reconciliation.line_items
    assert not reconciliation.totals
    assert not reconciliation.findings


@pytest.mark.parametrize("given", [Path("orlo.txt"), COPY.encode(), None])
def test_anything_else_is_refused_with_the_way_out(given: object) -> None:
    name = type(given).__name__
    for function in (casualties.check, casualties.extract):
        with pytest.raises(TypeError) as caught:
            function(given)  # type: ignore[arg-type]  # the point of the test
        expected = f"expected a Document or a text, not {name}; read_file(path) reads a file"
        assert str(caught.value) == expected


WORDS = st.sampled_from(
    "at least|more than|40|145|a|no one|two dozen|1 204|3,870|1.2 million|between|and|to|or|up|from"
    "|people|soldiers|children|others|another|more|of them|the dead|toll|were killed|killing|died"
    '|injured|wounding|missing|including|police|said|in 2004|Photo: |Deaths: |- |"|\u201d|.|,|;'
    "|\n|\n\n|\t|\u00a0|\x1b|\ud800".split("|")
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    reconciliation = casualties.check(text)
    figures = reconciliation.figures
    assert len({figure.id for figure in figures}) == len(figures)
    for figure in figures:
        assert figure.text
        assert text[figure.start : figure.end] == figure.text
        assert figure.text in figure.sentence
        assert figure.sentence in text
    for item in reconciliation.line_items:
        assert set(item.figures) <= set(figures)
        assert item.figures
    for finding in reconciliation.findings:
        assert set(finding.figures) <= set(figures)
        assert finding.figures
