"""Each phrase around a number claims what its entry in the word list says."""

import pytest

from casualties.extractors.numbers import find_numbers
from casualties.extractors.qualifiers import claimed, find_qualified_numbers
from casualties.extractors.tokens import tokenize
from casualties.lexicon import load
from casualties.model import Qualifier
from casualties.ranges import Range

ENTRIES = load("qualifiers")["qualifier"]
BEFORE = [
    pytest.param(entry["name"], entry["claims"], phrase, id=phrase)
    for entry in ENTRIES
    for phrase in entry.get("before", ())
]
AFTER = [
    pytest.param(entry["name"], entry["claims"], phrase, id=phrase)
    for entry in ENTRIES
    for phrase in entry.get("after", ())
]


def qualified(text: str) -> list[tuple[str, str, str]]:
    """The words, the qualifier and the range of each number."""
    tokens = tokenize(text)
    return [
        (
            text[tokens[number.first].start : tokens[number.last - 1].end],
            str(number.qualifier),
            str(number.range),
        )
        for number in find_qualified_numbers(tokens, find_numbers(tokens))
    ]


@pytest.mark.parametrize(("name", "claims", "phrase"), BEFORE)
@pytest.mark.parametrize("number", ["10", "ten"])
def test_phrase_before(name: str, claims: str, phrase: str, number: str) -> None:
    words = f"{phrase} {number}"
    assert qualified(f"They found {words} people") == [(words, name, claims)]


@pytest.mark.parametrize(("name", "claims", "phrase"), BEFORE)
def test_phrase_in_capitals(name: str, claims: str, phrase: str) -> None:
    words = f"{phrase} 10".upper()
    assert qualified(f"{words} PEOPLE") == [(words, name, claims)]


@pytest.mark.parametrize(("name", "claims", "phrase"), AFTER)
def test_phrase_after(name: str, claims: str, phrase: str) -> None:
    words = f"10{phrase}" if phrase == "+" else f"10 {phrase}"
    assert qualified(f"They found {words}.") == [(words, name, claims)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_the_list_and_the_arithmetic_agree(entry: dict[str, str]) -> None:
    assert claimed(Qualifier(entry["name"]), 10) == Range.parse(entry["claims"])


@pytest.mark.parametrize("phrase", load("qualifiers")["additional"]["before"])
def test_words_that_add(phrase: str) -> None:
    tokens = tokenize(f"{phrase} 10 people")
    (number,) = find_qualified_numbers(tokens, find_numbers(tokens))
    assert number.is_additional


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at least another 130", [("at least another 130", "at_least", "130+")]),
        ("at least two dozen", [("at least two dozen", "at_least", "24+")]),
        ("more than a dozen", [("more than a dozen", "more_than", "13+")]),
        ("nearly a hundred", [("nearly a hundred", "nearly", "90-99")]),
        ("up to several hundred", [("up to several hundred", "at_most", "0-900")]),
        ("about 20 to 30", [("about 20 to 30", "between", "20-30")]),
        ("between 8 and more than 30", [("between 8 and more than 30", "at_least", "8+")]),
        ("12 or 13", [("12 or 13", "between", "12-13")]),
        ("12–15", [("12–15", "between", "12-15")]),
        ("exactly 1,204", [("exactly 1,204", "exact", "1204")]),
        (
            "at least seven dead and 15 wounded",
            [("at least seven", "at_least", "7+"), ("15", "exact", "15")],
        ),
        (
            "more than 40, some 20",
            [("more than 40", "more_than", "41+"), ("some 20", "about", "18-22")],
        ),
        ("over 1 million", [("over 1 million", "more_than", "1000001+")]),
    ],
)
def test_stacks_and_pairs(text: str, found: list[tuple[str, str, str]]) -> None:
    assert qualified(f"They counted {text}.") == found


@pytest.mark.parametrize(
    "text",
    ["12 and 13", "12, 13", "from 12", "13 to 12", "13-12", "12 or 300", "12 - a dozen"],
)
def test_what_makes_no_range(text: str) -> None:
    assert all(qualifier != "between" for _, qualifier, _ in qualified(f"They said {text}."))
