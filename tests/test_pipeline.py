from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import casualties
from casualties.model import Document, Figures, Reconciliation
from casualties.readers import read_text

BODY = "A ferry sank on Sunday, killing 12 people."
COPY = f"Nine drown off Orlo\n\n{BODY}"


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


def test_documents_as_one_are_held_against_each_other() -> None:
    story = read_text(f"Ferry sinks off Orlo\n\n{BODY}", "story.txt")
    sheet = read_text("Photo: The ferry on which nine people died. (Photo / Vey)", "sheet.txt")
    assert not casualties.check(story).findings
    assert not casualties.check(sheet).findings
    report = casualties.check_as_one([story, sheet])
    assert report.document.path is None
    (finding,) = report.findings
    assert finding.code == "CAS101"
    assert [(figure.path, figure.place.where) for figure in finding.figures] == [
        ("sheet.txt", "1:27"),
        ("story.txt", "3:33"),
    ]


def test_figures_as_one_are_those_of_each_with_an_id_of_their_own() -> None:
    documents = [read_text(text, f"{n}.txt") for n, text in enumerate([COPY, "No one died.", COPY])]
    report = casualties.check_as_one(documents)
    assert [figure.id for figure in report.figures] == ["f1", "f2", "f3", "f4", "f5"]
    alone = [figure for document in documents for figure in casualties.extract(document)]
    assert [replace(figure, id="") for figure in report.figures] == [
        replace(figure, id="") for figure in alone
    ]
    held = {figure for item in report.line_items for figure in item.figures}
    assert held == set(report.figures)


def test_one_document_as_one_is_that_document() -> None:
    document = read_text(COPY, "orlo.txt")
    alone, as_one = casualties.check(document), casualties.check_as_one([document])
    assert (as_one.figures, as_one.findings) == (alone.figures, alone.findings)
    assert (as_one.line_items, as_one.totals) == (alone.line_items, alone.totals)


def test_a_comment_silences_in_its_own_document() -> None:
    comment = "# casualties: ignore[CAS101] kept as it was\n"
    story = read_text("The ferry killed 12 people. The ferry killed 12 people.", "story.txt")
    post = read_text(f"{comment}The ferry killed nine people.", "post.txt")
    assert casualties.check_as_one([story, post]).findings == ()
    other = read_text(f"{comment}The ferry killed 12 people.", "other.txt")
    codes = [(f.place.path, f.code) for f in casualties.check_as_one([other, story, post]).findings]
    assert codes == [("other.txt", "CAS901")]
