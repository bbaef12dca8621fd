"""A paragraph about another event, or about some of the people, contradicts hardly any article."""

from __future__ import annotations

from pathlib import Path

from tests.planted.planting import find_errors_in_each, read_article

HERE = Path(__file__).parent
LINES = (HERE / "beside.txt").read_text("utf-8").splitlines()
PARAGRAPHS = [line for line in LINES if line and not line.startswith("#")]
ARTICLES = [read_article(path) for path in sorted((HERE / "articles").iterdir())[::3]]
MOST_ALARMS = 0.01
BEHIND = 4
"""The passages, headline and lead among them, behind which a paragraph is put."""


def test_a_paragraph_about_others_raises_hardly_any_error() -> None:
    tried: list[tuple[str, str]] = []
    for article in ARTICLES:
        passages = article.text.rstrip().split("\n\n")
        for paragraph in PARAGRAPHS:
            text = "\n\n".join([*passages[:BEHIND], paragraph, *passages[BEHIND:]])
            tried.append((f"{article.name}: {paragraph}", text))
    assert len(tried) > 1_500
    found = find_errors_in_each(text for _, text in tried)
    alarms = [
        f"{which}: {errors[0]}" for (which, _), errors in zip(tried, found, strict=True) if errors
    ]
    assert len(alarms) <= MOST_ALARMS * len(tried), "\n".join(alarms)
