"""A phrase is found wherever its pattern stands, whichever of its words the text has."""

import pytest

from casualties.extractors.phrases import Phrases

PHRASES = Phrases(
    [
        "in|over the past|last {span}",
        "* {span} ago",
        "^ the next ... {event}",
        "(early|late) {day}",
    ],
    {
        "span": ["day", "year"],
        "event": ["raid", "knife attack"],
        "day": ["may day"],
    },
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dead in the past year .", "in the past year"),
        ("dead over the last day's raids", "over the last day"),
        ("a year ago", "a year ago"),
        ("one year's ago", "one year ago"),
        ("the next such knife attack", "the next such knife attack"),
        ("early may day", "early may day"),
        ("may day", "may day"),
        ("in the next year", None),
        ("and the next raid", None),
        ("dead", None),
        ("", None),
    ],
)
def test_texts(text: str, found: str | None) -> None:
    assert PHRASES.texts(text.split()) == ([found] if found else [])
