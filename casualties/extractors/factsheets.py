"""Counts on a line of their own, below what they count: "Total fatalities:", and then "14"."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Discourse
from casualties.extractors.words import find_harm
from casualties.model import Outcome
from casualties.patterns import pattern

__all__ = ["add_labelled", "is_below_label"]

_ALONE = pattern(r"[NQ][.]?")
_LONGEST = 3
_TOTAL = "total"


def is_below_label(analysis: Analysis, discourse: Discourse) -> bool:
    """Whether a sentence may be the count of the label in the passage before it."""
    return len(analysis.words) <= _LONGEST and _label(analysis, discourse) is not None


def add_labelled(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Total fatalities:", and below it "14"."""
    if len(analysis.words) > _LONGEST or not _ALONE.fullmatch(analysis.codes):
        return
    outcome = _label(analysis, discourse)
    if outcome is not None:
        analysis.claim(0, outcome, None, "labelled")


def _label(analysis: Analysis, discourse: Discourse) -> Outcome | None:
    """What the passage before counts in all; those of the crew alone are some."""
    before = discourse.before
    if before is None or not before.sentence.text.rstrip().endswith(":"):
        return None
    if before.sentence.passage.number + 1 != analysis.sentence.passage.number:
        return None
    words = [word for word in before.words if word != _TOTAL]
    return find_harm(before.sentence.text) if len(words) == 1 else None
