"""The page of each rule in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.reporters.markup import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casualties.model import Case, Explanation

__all__ = ["render"]


def render(explanations: Sequence[Explanation]) -> str:
    """What each rule finds, why it matters, what it flags and passes, and what mends the copy."""
    return "\n\n".join(block for each in explanations for block in _page(each)) + "\n"


def _page(explanation: Explanation) -> Iterator[str]:
    yield f"# {explanation.code} {explanation.name} ({explanation.severity})"
    yield escaped(explanation.what)
    yield escaped(explanation.why)
    if explanation.flags:
        yield from ("## It flags", *_shown(explanation.flags))
    yield from ("## It passes", *_shown(explanation.passes))
    yield from ("## To mend the copy", escaped(explanation.mend))
    yield from ("## To silence it, on a line of its own above the one that is named",)
    yield from _shown([(explanation.silence,)])


def _shown(cases: Iterable[Case]) -> Iterator[str]:
    """Each small text as it stands in copy."""
    for case in cases:
        text = "\n\n".join(case)
        yield f"```text\n{text}\n```"
