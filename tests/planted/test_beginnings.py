"""A paragraph written for a beginning, about others or some of them, contradicts it hardly ever.

Each file of ``beginnings`` has the first paragraphs of an article and, behind "--", single ones
that may follow: of other events, of some of the people, in other voices, of those unharmed.
"""

from __future__ import annotations

from pathlib import Path

from tests.planted.planting import find_errors_in_each

FILES = sorted((Path(__file__).parent / "beginnings").iterdir())
MOST_ALARMS = 0.015


def test_a_paragraph_that_follows_raises_hardly_any_error() -> None:
    tried: list[tuple[str, str]] = []
    for path in FILES:
        beginning, _, lines = path.read_text("utf-8").partition("\n--\n")
        tried += [
            (f"{path.stem}: {line}", f"{beginning}\n\n{line}\n")
            for line in lines.splitlines()
            if not line.startswith("#")
        ]
    assert len(tried) > 1_000
    found = find_errors_in_each(text for _, text in tried)
    alarms = [f"{it}: {errors[0]}" for (it, _), errors in zip(tried, found, strict=True) if errors]
    assert len(alarms) <= MOST_ALARMS * len(tried), "\n".join(alarms)
