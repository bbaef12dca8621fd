"""Two reports in one document, the second below its headline, contradict each other hardly ever."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import casualties
from casualties.model import Severity
from tests.planted.planting import read_article

HERE = Path(__file__).parent
ARTICLES = [
    read_article(path) for d in ("articles", "copy") for path in sorted((HERE / d).iterdir())
]
MOST_ALARMS = 0.08


def test_two_reports_in_one_document_raise_hardly_any_error() -> None:
    alarms = []
    for first, second in pairwise(ARTICLES):
        findings = casualties.check(f"{first.text.rstrip()}\n\n{second.text}").findings
        errors = [str(finding) for finding in findings if finding.severity is Severity.ERROR]
        alarms += [f"{first.name}, {second.name}: {errors[0]}"] if errors else []
    assert len(alarms) <= MOST_ALARMS * len(ARTICLES), "\n".join(alarms)
