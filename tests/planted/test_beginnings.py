"""What follows the beginning of an article: of others, of some of them, or the toll once more.

Each file of ``beginnings`` has the first paragraphs of an article and, behind "--", single ones
that may follow, each on its own. As they stand all are consistent: those of other events, of some
of the people, in other voices, of those unharmed. Those with a mark state one of the counts again,
and must be found at fault with another number.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.planted.planting import (
    Article,
    changes,
    find_errors_in_each,
    is_at,
    is_error,
    parse_article,
)

FILES = sorted((Path(__file__).parent / "beginnings").iterdir())
MOST_ALARMS = 0.006
LEAST_FLAGGED = 0.66


def _articles() -> Iterator[Article]:
    for path in FILES:
        beginning, _, lines = path.read_text("utf-8").partition("\n--\n")
        for line in lines.splitlines():
            if not line.startswith("#"):
                yield parse_article(f"{path.stem}: {line}", f"{beginning}\n\n{line}\n")


ARTICLES = list(_articles())


def test_a_paragraph_that_follows_raises_hardly_any_error() -> None:
    assert len(ARTICLES) > 2_500
    found = find_errors_in_each(article.text for article in ARTICLES)
    alarms = [
        f"{article.name}: {errors[0]}"
        for article, errors in zip(ARTICLES, found, strict=True)
        if errors
    ]
    assert len(alarms) <= MOST_ALARMS * len(ARTICLES), "\n".join(alarms)


def test_a_count_that_is_stated_again_otherwise_is_flagged() -> None:
    planted = [
        (article.name, changed, article.with_count(changed))
        for turn, article in enumerate(ARTICLES)
        if article.counts and "{" in article.name
        for count in article.counts[-1:]
        for changed in islice(changes(count, turn), 1)
        if is_error(changed, article.repeats(count))
    ]
    assert len(planted) > 500
    found = find_errors_in_each(text for *_, text in planted)
    missed = [
        f"{changed.words}: {name}"
        for (name, changed, _), errors in zip(planted, found, strict=True)
        if not any(is_at(changed, finding) for finding in errors)
    ]
    flagged = 1 - len(missed) / len(planted)
    assert flagged >= LEAST_FLAGGED, "\n".join([f"{flagged:.1%} of {len(planted)}", *missed])
