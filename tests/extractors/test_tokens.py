"""Tokens stand where they say, whatever the text is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualties.extractors.tokens import tokenize

NEWS = st.text(
    st.sampled_from("aAéßİ0129,.:;-–—’'\"“” \u00a0\u2009\u202f\u2007\n\t()%$€½²٣火🚒e\u0301")
)

PIECES = st.lists(
    st.sampled_from("St. Osk, said. J. U.S. 1 204 8 p.m. 8:30 12-year it's 20s end;".split())
).map(" ".join)


@given(st.text() | NEWS)
def test_spans_are_true_and_in_order(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert end <= token.start < token.end <= len(text)
        assert not text[end : token.start].strip(), "only blanks lie between tokens"
        assert len(token.text) == token.end - token.start
        end = token.end
    assert not text[end:].strip()


@given(st.text() | NEWS)
def test_text_is_the_span_unified_one_to_one(text: str) -> None:
    for token in tokenize(text):
        span = text[token.start : token.end]
        for written, unified in zip(span, token.text, strict=True):
            if written.isascii() and written != "`":
                assert unified == written.lower()


@given(NEWS | PIECES)
def test_a_sentence_with_an_age_has_the_same_tokens_before_it(text: str) -> None:
    with_age = tokenize(f"{text} , 35 years old")
    assert with_age[:-2] == tokenize(text)


@pytest.mark.parametrize(
    ("written", "unified"),
    [
        ("Orlo’s", "orlo's"),
        ("‘12’", "'12'"),
        ("“12”", '"12"'),
        ("«12»", '"12"'),
        ("20–30", "20–30"),
        ("20—30", "20–30"),
        ("35‑year‑old", "35-year-old"),
        ("1\u00a0204", "1 204"),
        ("1\u2009204", "1 204"),
        ("1\u202f204", "1 204"),
        ("İzmir", "İzmir"),
    ],
)
def test_marks_of_one_sort_are_one_mark(written: str, unified: str) -> None:
    texts = [token.text for token in tokenize(written)]
    assert "".join(texts) == unified


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("At least 1,204 died.", ["at", "least", "1,204", "died", "."]),
        ("a 35-year-old man", ["a", "35-year-old", "man"]),
        ("a 35 year old man", ["a", "35 year old", "man"]),
        ("a four-year-old", ["a", "four-year-old"]),
        ("a 62-seater", ["a", "62-seater"]),
        ("7.8 on the scale", ["7.8", "on", "the", "scale"]),
        ("at 6.30 pm", ["at", "6.30 pm"]),
        ("at 18:45", ["at", "18:45"]),
        ("the 3rd one", ["the", "3rd", "one"]),
        ("U.S. soldiers", ["u.s.", "soldiers"]),
        ("300-odd", ["300-odd"]),
        ("12k", ["12k"]),
        ("50+ hurt", ["50+", "hurt"]),
        ("5,6 and 7", ["5", ",", "6", "and", "7"]),
        ("3, 000", ["3, 000"]),
        ("in 2024, 12 died", ["in", "2024", ",", "12", "died"]),
        ("on May 3, 12 died", ["on", "may", "3", ",", "12", "died"]),
        ("12 300 people", ["12 300", "people"]),
        ("Unit 4 200 people", ["unit", "4 200", "people"]),
        ("the driver's mate", ["the", "driver's", "mate"]),
        ("twenty-one", ["twenty-one"]),
        ("12-year sentence", ["12-year", "sentence"]),
        ("(40)", ["(", "40", ")"]),
        ("", []),
    ],
)
def test_what_is_one_token(text: str, texts: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == texts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1,204", "numeral"),
        ("twelve", "word"),
        ("18:45", "clock"),
        ("7 pm", "clock"),
        ("3rd", "ordinal"),
        ("62-seater", "compound"),
        ("35-year-old", "age"),
        ("35-year-olds", "age"),
        ("six-month-old", "age"),
        ("!", "mark"),
        ("火", "word"),
        ("🚒", "mark"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [token.kind for token in tokenize(text)] == [kind]


def test_capitals_are_remembered() -> None:
    capitals = [token.is_capital for token in tokenize("Ana Rill saw 12 UN men")]
    assert capitals == [True, True, False, False, True, False]
