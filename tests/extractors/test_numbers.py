"""Numbers and their spans, against a speller that shares nothing with the reader."""

from collections.abc import Callable

import pytest

from casualties.extractors.numbers import Number, find_numbers
from casualties.extractors.tokens import tokenize

LARGEST = 20_000
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
TENS = "- ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int, joint: str = " and ", hyphen: str = "-") -> str:
    """The number in words, up to 999,999: ``joint`` stands before what is left of a hundred."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens] + (hyphen + SMALL[ones] if ones else "")
    size, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    many, rest = divmod(number, size)
    words = f"{spell(many, joint, hyphen)} {name}"
    if not rest:
        return words
    return words + (joint if rest < 100 else " ") + spell(rest, joint, hyphen)


def with_article(number: int) -> str:
    words = spell(number)
    return words.replace("one", "a", 1) if words.startswith(("one hundred", "one thou")) else words


STYLES: dict[str, Callable[[int], str]] = {
    "and": spell,
    "no and": lambda n: spell(n, joint=" "),
    "spaces": lambda n: spell(n, hyphen=" "),
    "neither": lambda n: spell(n, joint=" ", hyphen=" "),
    "a hundred": with_article,
    "capital": lambda n: spell(n).capitalize(),
    "title": lambda n: spell(n).title().replace(" And ", " and "),
    "capitals": lambda n: spell(n).upper(),
    "digits": str,
    "commas": lambda n: f"{n:,}",
    "spaced groups": lambda n: f"{n:,}".replace(",", " "),
    "no-break groups": lambda n: f"{n:,}".replace(",", "\u00a0"),
    "thin groups": lambda n: f"{n:,}".replace(",", "\u2009"),
    "narrow groups": lambda n: f"{n:,}".replace(",", "\u202f"),
}


def numbers_in(text: str) -> list[tuple[str, str, int | None]]:
    """The words of each number in a text, with its range and the number as read."""
    tokens = tokenize(text)
    return [
        (words(text, number), str(number.range), number.value) for number in find_numbers(tokens)
    ]


def words(text: str, number: Number) -> str:
    tokens = tokenize(text)
    return text[tokens[number.first].start : tokens[number.last - 1].end]


def test_the_speller() -> None:
    assert spell(0) == "zero"
    assert spell(145) == "one hundred and forty-five"
    assert spell(11_006) == "eleven thousand and six"
    assert spell(19_999, " ", " ") == "nineteen thousand nine hundred ninety nine"
    assert with_article(1100) == "a thousand one hundred"


@pytest.mark.parametrize("style", STYLES)
def test_every_number_to_twenty_thousand(style: str) -> None:
    written = STYLES[style]
    wrong = []
    for number in range(LARGEST + 1):
        said = written(number)
        found = numbers_in(f"About that time {said} people came.")
        if found != [(said, str(number), number)]:
            wrong.append((said, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 and 30", [("12", "12"), ("30", "30")]),
        ("five, six", [("five", "5"), ("six", "6")]),
        ("twenty and five", [("twenty", "20"), ("five", "5")]),
        ("one hundred and two hundred", [("one hundred", "100"), ("two hundred", "200")]),
        ("1.2 million", [("1.2 million", "1200000")]),
        ("2.5 thousand", [("2.5 thousand", "2500")]),
        ("12k", [("12k", "12000")]),
        ("3 million", [("3 million", "3000000")]),
        ("two lakh", [("two lakh", "200000")]),
        ("1,204,500", [("1,204,500", "1204500")]),
        ("1.204.500", [("1.204.500", "1204500")]),
        ("12 300", [("12 300", "12300")]),
        ("two dozen", [("two dozen", "21-27")]),
        ("a dozen", [("a dozen", "10-14")]),
        ("half a dozen", [("half a dozen", "5-7")]),
        ("several", [("several", "3-19")]),
        ("several hundred", [("several hundred", "300-900")]),
        ("a couple of thousand", [("a couple of thousand", "2000-3000")]),
        ("a few dozen", [("a few dozen", "36-108")]),
        ("tens of thousands", [("tens of thousands", "20000+")]),
        ("300-odd", [("300-odd", "270-330")]),
        ("300-plus", [("300-plus", "300+")]),
        ("300+", [("300+", "300+")]),
        ("both", [("both", "2")]),
        ("no one", [("no one", "0")]),
        ("nobody", [("nobody", "0")]),
        ("fourty", [("fourty", "40")]),
    ],
)
def test_numbers_and_their_words(text: str, found: list[tuple[str, str]]) -> None:
    assert [number[:2] for number in numbers_in(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "7.8",
        "the 3rd",
        "third",
        "at 6.30 pm",
        "at 18:45",
        "a 62-seater",
        "a 35-year-old",
        "someone",
        "anyone",
        "no longer",
        "oneself",
        "often",
        "a",
        "half the town",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert numbers_in(text) == []


@pytest.mark.parametrize("text", ["0" * 20, "9" * 400, "1 million million million", "²", "٣"])
def test_what_no_text_means_is_read_without_a_crash(text: str) -> None:
    numbers_in(text)
