"""Two reports in one document, the second below its headline, contradict each other hardly ever."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from tests.planted.planting import find_errors_in_each, read_article

HERE = Path(__file__).parent
ARTICLES = [
    read_article(path) for d in ("articles", "copy") for path in sorted((HERE / d).iterdir())
]
MOST_ALARMS = 0.08


def test_two_reports_in_one_document_raise_hardly_any_error() -> None:
    pairs = list(pairwise(ARTICLES))[::2]
    found = find_errors_in_each(f"{a.text.rstrip()}\n\n{b.text}" for a, b in pairs)
    alarms = [
        f"{first.name}, {second.name}: {errors[0]}"
        for (first, second), errors in zip(pairs, found, strict=True)
        if errors
    ]
    assert len(alarms) <= MOST_ALARMS * len(pairs), "\n".join(alarms)
