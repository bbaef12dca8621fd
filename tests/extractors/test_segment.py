"""Passages fall into sentences, each a stretch of the passage as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualties.extractors.segment import find_sentences
from casualties.model import Kind, Passage


def sentences(text: str, kind: Kind = Kind.PARAGRAPH) -> list[str]:
    return [sentence.text for sentence in find_sentences(Passage(kind, 1, 0, text))]


@pytest.mark.parametrize(
    "text",
    [
        "Two died. | Three were hurt.",
        "“Two died.” | She wept.",
        "Two died! | Were more hurt? | Nobody knows.",
        "Dr. Lee and Mrs. Orr counted 12 dead. | They wept.",
        "Gen. A. B. Stroud said two died. | He left.",
        "The U.S. Army lost 12 men. | It withdrew.",
        "It struck at 7 a.m. | The blast killed two.",
        "It struck at 7 a.m. and killed two.",
        "He met Lt. Col. Rask on St. John Ave. in Velm.",
        "Some 1.2 million people died. | 12 were found.",
        "Bus No. 9 crashed. | Two died.",
        "The quake measured 6.1. | Forty died.",
        "Two died (three, by another count). | All were miners.",
        "Two died… | Then it was quiet.",
        "«Two died.» | «Three were hurt.»",
        "Two died.) | Three lived.",
        "Deaths: 12. | Injured: 40.",
        "Two died, e.g. Ann Lee.",
        "Two died in Jan. 2011. | Three in May.",
        "The firm, Orr Inc., lost 12 men.",
        "THE BLAST KILLED 12. | THREE GEN. RASK'S MEN WERE HURT.",
    ],
)
def test_where_a_sentence_ends(text: str) -> None:
    assert sentences(text.replace(" | ", " ")) == text.split(" | ")


@pytest.mark.parametrize("kind", Kind)
def test_no_passage_is_lost(kind: Kind) -> None:
    assert sentences("Blast in Orlo kills 12", kind) == ["Blast in Orlo kills 12"]


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_blanks_are_no_sentence(text: str) -> None:
    assert sentences(text) == []


@given(
    st.text() | st.text(st.sampled_from('aA1 .!?…"”’)\n\u00a0Mr')),
    st.sampled_from(list(Kind)),
    st.integers(0, 99),
)
def test_sentences_stand_where_they_say(text: str, kind: Kind, start: int) -> None:
    passage = Passage(kind, 1, start, text)
    end = 0
    for sentence in find_sentences(passage):
        place = sentence.start - start
        assert text[place : place + len(sentence.text)] == sentence.text
        assert not text[end:place].strip(), "only blanks lie between sentences"
        assert sentence.text == sentence.text.strip()
        end = place + len(sentence.text)
    assert not text[end:].strip()
