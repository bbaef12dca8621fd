"""A short run of the fuzzing: see ``python -m tests.fuzz`` for the long one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casualties.readers import INPUT_FORMATS, read_text
from tests.fuzz.inputs import articles, make_copy, make_input, tokens
from tests.fuzz.properties import UNRELATED, hold, hold_of_copy, hold_of_document

FEW = settings(derandomize=True, max_examples=300)
FORMATS = st.sampled_from(INPUT_FORMATS)
ANYTHING = st.text(st.characters())  # half characters, too
COPY = st.builds(
    lambda words, blank: blank.join(words),
    st.lists(st.sampled_from(tokens()), max_size=60),
    st.sampled_from([" ", " ", " ", "", "\n"]),
)


@FEW
@given(ANYTHING)
def test_arbitrary_text(text: str) -> None:
    hold_of_document(read_text(text), with_sheets=False)


@FEW
@given(st.binary(max_size=300), FORMATS)
def test_arbitrary_bytes(content: bytes, input_format: str) -> None:
    hold(content, input_format)


@FEW
@given(ANYTHING | COPY, FORMATS)
def test_arbitrary_text_as_a_file_of_any_format(text: str, input_format: str) -> None:
    hold(text.encode("utf-8", "replace"), input_format)


@FEW
@given(COPY)
def test_words_of_the_grammar_in_any_order(text: str) -> None:
    hold_of_document(read_text(text), with_sheets=False)


@settings(FEW, max_examples=30)
@given(COPY)
def test_workbooks_of_any_text(text: str) -> None:
    hold_of_document(read_text(text), with_sheets=True)


@FEW
@given(st.integers(0, 10**9))
def test_inputs_of_the_long_run(seed: int) -> None:
    hold(*make_input(seed))


@pytest.mark.parametrize(
    ("content", "input_format"),
    [
        # a mark that turns the direction of writing went into JSON as it was
        ("Two \u200emen died.".encode(), "text"),
    ],
)
def test_what_once_failed(content: bytes, input_format: str) -> None:
    hold(content, input_format)


@pytest.mark.parametrize("article", articles(), ids=lambda text: text[:40])
def test_an_unrelated_paragraph_changes_no_figure(article: str) -> None:
    last = len(article.strip().split("\n\n"))
    for place in range(2, last + 1):
        for paragraph in UNRELATED[place % 8 :: 8]:
            hold_of_copy(article, {place: paragraph})


@settings(FEW, max_examples=60)
@given(st.integers(0, 10**9))
def test_unrelated_paragraphs_at_several_places_change_no_figure(seed: int) -> None:
    hold_of_copy(*make_copy(seed))
