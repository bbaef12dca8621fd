"""What holds of the figures of any text whatever."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import casualties
from casualties import lexicon
from casualties.model import Qualifier
from casualties.ranges import Range
from tests.planted.planting import read_article

ARTICLES = Path(__file__).parents[1] / "planted" / "articles"

casualties.extract("")  # compiles the patterns, which takes longer than an example may

WORDS = (
    "12 40 1,204 one two dozens several a an the no nobody both at least more than up to about"
    " nearly people men soldiers others gunmen police man women dead killed wounded injured died"
    " missing killing hurt deaths toll bodies lives were was are of them whom in and or , . ; : ¶"
    " including among Monday 2004 said according ministry rose from to stands hit shot dozen"
    " hundred million another further more first 35-year-old ( ) “ ” - – — would not if"
).split()
LISTED = sorted(
    set(
        re.findall(
            r"[a-z][a-z'-]+",
            "".join(path.read_text() for path in Path(lexicon.__file__).parent.glob("*.toml")),
        )
    )
)
"""Every word of the word lists, each of which some rule looks for."""

SALAD = st.lists(st.sampled_from(WORDS) | st.sampled_from(LISTED), max_size=40).map(
    lambda words: " ".join(words).replace("¶", "\n\n")
)


@pytest.mark.parametrize("cut", range(9))
def test_a_text_may_break_off_anywhere(cut: int) -> None:
    for path in sorted(ARTICLES.glob("*.txt"))[cut::9]:
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", read_article(path).text):
            ends = [each.end() for each in re.finditer(r"\w\b|[,;:—–]", sentence)]
            casualties.extract("\n\n".join(sentence[:end] for end in ends[cut::9]))
    for text in ("The dead came from five", "The dead were Ana Rill, 45,"):
        casualties.extract(text)


@given(st.text() | SALAD)
def test_any_text_is_read_and_its_figures_stand_in_it(text: str) -> None:
    figures = casualties.extract(text)
    end = 0
    for figure in figures:
        assert text[figure.start : figure.end] == figure.text
        assert figure.text == figure.text.strip() != ""
        assert figure.sentence in text
        assert figure.start >= end, "figures stand in the order of the text and never overlap"
        end = figure.end
        lines = text[: figure.start].split("\n")
        assert (figure.line, figure.column) == (len(lines), len(lines[-1]) + 1)
    assert [figure.id for figure in figures] == [f"f{n}" for n in range(1, len(figures) + 1)]


@given(SALAD)
def test_a_qualifier_and_its_range_agree(text: str) -> None:
    for figure in casualties.extract(text):
        number, low, high = figure.number, figure.range.low, figure.range.high
        match figure.qualifier:
            case Qualifier.EXACT:
                assert figure.range == Range.exactly(number or 0)
            case Qualifier.NONE:
                assert (low, high) == (0, 0)
            case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
                assert high is None
                assert number is None or low - number in (0, 1)
            case Qualifier.AT_MOST | Qualifier.FEWER_THAN:
                assert low == 0
                assert high is not None
            case Qualifier.BETWEEN:
                assert high is not None
                assert low < high
            case Qualifier.VAGUE:
                assert number is None


@given(SALAD)
def test_the_same_text_is_read_the_same_way(text: str) -> None:
    assert casualties.extract(text) == casualties.extract(text)
