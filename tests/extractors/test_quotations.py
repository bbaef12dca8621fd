"""Which stretch of a text stands in quotation marks."""

from casualties.extractors.quotations import (
    has_quotation,
    is_left_open,
    is_within_quotation,
    leads_to_quotation,
    text_behind,
)
from casualties.extractors.segment import find_sentences
from casualties.extractors.tokens import tokenize
from casualties.model import Kind, Passage

PASSAGE = Passage(Kind.PARAGRAPH, 1, 7, "The mayor faulted the count. “Nine died. We knew them.”")


def test_a_quotation_is_left_open_where_its_marks_are_odd() -> None:
    assert is_left_open("“Nine died.")
    assert is_left_open("We knew them.”")
    assert not is_left_open("“Nine died,” she said.")


def test_a_sentence_has_a_quotation_where_it_does_not_open_with_it() -> None:
    assert has_quotation("The mayor called it “a disgrace”")
    assert not has_quotation("“A disgrace,” she said")
    assert not has_quotation("The mayor called it a disgrace")


def test_a_sentence_leads_to_the_quotation_right_behind_it() -> None:
    assert [leads_to_quotation(s) for s in find_sentences(PASSAGE)] == [True, False, False]


def test_what_stands_behind_a_sentence() -> None:
    behind = [text_behind(sentence) for sentence in find_sentences(PASSAGE)]
    assert behind == [" “Nine died. We knew them.”", " We knew them.”", ""]


def test_a_token_within_the_quotation_that_a_sentence_opens_with() -> None:
    tokens = tokenize("“Nine died,” she said of the nine")
    assert [token.text for at, token in enumerate(tokens) if is_within_quotation(tokens, at)] == [
        "nine",
        "died",
        ",",
        '"',
    ]
