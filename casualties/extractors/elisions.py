"""Numbers that leave unsaid what happened: "the rebels said 20", "police said 200 had been"."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Discourse
from casualties.lexicon import load
from casualties.model import Outcome, Scope
from casualties.patterns import pattern

__all__ = ["add_elided"]

_SOURCES = load("sources")
_SAY = frozenset(_SOURCES["say"])
_TIMES = frozenset(_SOURCES["times"])
_END = r"(?=[.;]|,[^a-zA-Z]*$|,[cwDr]|$)"
# The second count of "22 deaths; the government says 15" and "12 (some reports say 15)".
_SAID = pattern(rf"[;,(c][^NQUFYlX;.:]{{0,6}}?[wGDs]([sT])([N])(?:{_END}|(?=\)))")
# As in "police said 200 had been", "as of Friday, 22 had"
_AUXILIARY = pattern(rf"(?:^|[sT,;c])([N])(HB?|B){_END}")
# As in "By noon the toll was seven, and by evening 11"
_BY_THEN = pattern(rf",c?(P)([wy])([N]){_END}")


# "That makes 14", "20 died in Velm and 13 in Osk, which makes 33", "..., making 33 in all"
_MAKES = pattern(rf"(?:r[zw]|y)([N])a?(?:,?\"|{_END})")
_MAKING = frozenset(load("references")["making"])


def add_elided(analysis: Analysis, discourse: Discourse) -> None:
    """Add to the claims the numbers whose outcome is the one just told."""
    if "N" not in analysis.codes:
        return
    for match in _SAID.finditer(analysis.codes, overlapped=True):
        if analysis.words_in(match.start(1)) <= _SAY:
            _lean(analysis, match.start(2), None)
    for match in _AUXILIARY.finditer(analysis.codes, overlapped=True):
        told = {figure.outcome for figure in discourse.last_sentence}
        index = match.start(1)
        is_told = len(told) == 1 and match[2] == "H" and analysis.is_first(index)
        before = told.pop() if is_told else None
        _lean(analysis, index, before)
    for match in _MAKES.finditer(analysis.codes):
        if not _MAKING.isdisjoint(analysis.words_in(match.start(1) - 1)):
            told = {figure.outcome for figure in discourse.last_sentence}
            _lean(analysis, match.start(1), told.pop() if len(told) == 1 else None, "makes")
    for match in _BY_THEN.finditer(analysis.codes, overlapped=True):
        if (
            analysis.words_in(match.start(1)) == {"by"}
            and analysis.words_in(match.start(2)) <= _TIMES
        ):
            _lean(analysis, match.start(3), None)


def _lean(analysis: Analysis, index: int, before: Outcome | None, name: str = "elided") -> None:
    """Claim a number for the outcome of the nearest figure, or of the sentence ``before``."""
    number, near = analysis.chunks[index].number, analysis.nearest(index)
    if number is None or number.value in (0, 1) or number.is_additional:
        return
    outcome = near.outcome if near is not None else before
    is_old = near is not None and near.scope in (Scope.PREVIOUS, Scope.PART)
    if outcome is not None and not is_old:
        analysis.claim(index, outcome, None, name)
