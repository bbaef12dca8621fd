"""The page that ``casualties rule`` prints of each rule, for a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from casualties.reporters.columns import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casualties.model import Case, Explanation

__all__ = ["render"]


def render(explanations: Sequence[Explanation]) -> str:
    """What each rule finds, why it matters, what it flags and passes, and what mends the copy."""
    return "\n\n".join("\n".join(_page(each)) for each in explanations) + "\n"


def _page(explanation: Explanation) -> Iterator[str]:
    title = f"{explanation.code} {explanation.name} ({explanation.severity})"
    yield from (title, "=" * len(title))
    yield from ("", _wrapped(explanation.what))
    yield from ("", _wrapped(explanation.why))
    if explanation.flags:
        yield from ("", "It flags", *_listed(explanation.flags))
    yield from ("", "It passes", *_listed(explanation.passes))
    yield from ("", "To mend the copy", _wrapped(explanation.mend, indent=2))
    yield from ("", "To silence it, on a line of its own above the one that is named")
    yield f"  {explanation.silence}"


def _listed(cases: Iterable[Case]) -> Iterator[str]:
    """A dash before each small text, and its paragraphs below each other."""
    for case in cases:
        for number, paragraph in enumerate(case):
            yield _wrapped(paragraph, "    " if number else "  - ", indent=4)


def _wrapped(text: str, start: str | None = None, *, indent: int = 0) -> str:
    rest = " " * indent
    first = rest if start is None else start
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=rest)
