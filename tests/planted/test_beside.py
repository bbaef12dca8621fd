"""A paragraph about another event, or about some of the people, contradicts hardly any article."""

from __future__ import annotations

from pathlib import Path

import casualties
from casualties.model import Severity
from tests.planted.planting import read_article

HERE = Path(__file__).parent
LINES = (HERE / "beside.txt").read_text("utf-8").splitlines()
PARAGRAPHS = [line for line in LINES if line and not line.startswith("#")]
ARTICLES = [read_article(path) for path in sorted((HERE / "articles").iterdir())[::3]]
MOST_ALARMS = 0.01
BEHIND = 4
"""The passages, headline and lead among them, behind which a paragraph is put."""


def test_a_paragraph_about_others_raises_hardly_any_error() -> None:
    tried = 0
    alarms: list[str] = []
    for article in ARTICLES:
        passages = article.text.rstrip().split("\n\n")
        for paragraph in PARAGRAPHS:
            text = "\n\n".join([*passages[:BEHIND], paragraph, *passages[BEHIND:]])
            findings = casualties.check(text).findings
            errors = [str(f) for f in findings if f.severity is Severity.ERROR]
            tried += 1
            alarms += [f"{article.name}: {paragraph}: {errors[0]}"] if errors else []
    assert tried > 1_500
    assert len(alarms) <= MOST_ALARMS * tried, "\n".join(alarms)
