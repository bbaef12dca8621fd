"""Every way to say a number: ``numbers.txt`` has a range, then a line for each way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import casualties


def read_ways() -> Iterator[tuple[str, str]]:
    """The ranges of the file, each with one way to say it."""
    said = ""
    for line in (Path(__file__).parent / "numbers.txt").read_text("utf-8").splitlines():
        if line.startswith("  "):
            yield said, line[2:]
        elif line and not line.startswith("#"):
            said = line


WAYS = list(read_ways())


@pytest.mark.parametrize(("said", "words"), WAYS, ids=lambda value: ascii(value)[1:-1])
def test_way_to_say_it(said: str, words: str) -> None:
    if words.startswith("toll "):
        words = words.removeprefix("toll ")
        text = f"The death toll {words}."
    else:
        words = words[0].upper() + words[1:]
        text = f"{words} people were killed."
    figures = casualties.extract(text)
    assert [(f.outcome, str(f.range)) for f in figures] == [("killed", said)]
    (figure,) = figures
    assert figure.text == text[figure.start : figure.end]
    if text.endswith("people were killed."):
        assert figure.text in (f"{words} people", words)
    else:
        assert words.endswith(figure.text)
        assert words.split()[-1] in figure.text


def test_no_way_stands_twice_under_a_range() -> None:
    assert len(set(WAYS)) == len(WAYS)
