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
_COUNTING = frozenset({"counts", "counted"})
_END = r"(?=[.;]|,[^a-zA-Z]*$|,[cwDr]|$)"
# The second count of "22 deaths; the government says 15" and "12 (some reports say 15)".
_SAID = pattern(rf"[;,(c][^NQUFYlX;.:]{{0,6}}?[wGDs]([sTv])([N])(?:{_END}|(?=\)))")
# As in "police said 200 had been", "as of Friday, 22 had"
_AUXILIARY = pattern(rf"(?:^|[sT,;c])([N])(HB?|B){_END}")
# As in "By noon the toll was seven, and by evening 11"
_BY_THEN = pattern(rf",c?(P)([wy])([N]){_END}")


# "That makes 14", "20 died in Velm and 13 in Osk, which makes 33", "..., making 33 in all"
_MAKES = pattern(rf"(?:r[zw]|y)([N])a?(?:,?\"|{_END})")
# "Nine died in the yard and two in the loft, 11 in all"
_IN_ALL = pattern(rf",(N)(a)(?:,?\"|{_END})")
_SUMMING = frozenset(tuple(phrase.split()) for phrase in load("scopes")["summing"])
# "43 died, police said, while others put it as high as 48"
_PUT_AT = pattern(rf"v(D)P(?:wP)?a?([N]){_END}")
_MAKING = frozenset(load("references")["making"])
# "We lost eight, and three of those were passers-by"
_LOST = pattern(r"(?:^|[\"s,;c])(D)a?O([N])(?=[.,;c\"]|$)")
_LOSERS = frozenset({"we", "they"})
# "We would not be speaking of two victims"
_SPOKEN = pattern(r"([ywzs])[oP](Q)")
_SPEAKING = frozenset(load("qualifiers")["spoken_about"])
# "50 cases, of which 19 were fatal", "19 of the 50 cases were fatal", "50 cases, 19 of them fatal"
_FATAL = pattern(
    r"(?P<whole>X),I?(?P<some>N)[HB]{1,2}a?(?P<fatal>w)"
    r"|(?P<some>j)(?P<whole>X)[HB]{1,2}a?(?P<fatal>w)"
    r"|(?P<whole>X)[^NQUFYlX;.:]{0,6},a?(?P<some>N)(?P<fatal>w)(?=[,.;]|$)"
)
_CASES = frozenset(load("parts")["cases"])


def add_elided(analysis: Analysis, discourse: Discourse) -> None:
    """Add to the claims the numbers whose outcome is the one just told."""
    _add_fatal(analysis)
    if not _SPEAKING.isdisjoint(analysis.vocabulary):
        _add_spoken_of(analysis, discourse)
    if "N" not in analysis.codes:
        return
    _add_lost(analysis, discourse)
    for match in _SAID.finditer(analysis.codes, overlapped=True):
        if analysis.words_in(match.start(1)) <= _SAY | _COUNTING:
            _lean(analysis, match.start(2), None)
    for match in _PUT_AT.finditer(analysis.codes):
        if analysis.words_in(match.start(1)) == {"it"}:
            _lean(analysis, match.start(2), None)
    for match in _AUXILIARY.finditer(analysis.codes, overlapped=True):
        told = {figure.outcome for figure in discourse.last_sentence}
        index = match.start(1)
        is_told = len(told) == 1 and match[2] == "H" and analysis.is_first(index)
        before = told.pop() if is_told else None
        _lean(analysis, index, before)
    _add_sums(analysis, discourse)
    for match in _BY_THEN.finditer(analysis.codes, overlapped=True):
        if (
            analysis.words_in(match.start(1)) == {"by"}
            and analysis.words_in(match.start(2)) <= _TIMES
        ):
            _lean(analysis, match.start(3), None)


def _add_sums(analysis: Analysis, discourse: Discourse) -> None:
    """As in "That makes 14", "nine died in the yard and two in the loft, 11 in all"."""
    for match in _MAKES.finditer(analysis.codes):
        if not _MAKING.isdisjoint(analysis.words_in(match.start(1) - 1)):
            told = {figure.outcome for figure in discourse.last_sentence}
            _lean(analysis, match.start(1), told.pop() if len(told) == 1 else None, "makes")
    for match in _IN_ALL.finditer(analysis.codes) if len(analysis.claims) > 1 else ():
        adverb = analysis.chunks[match.start(2)]
        is_sum = tuple(analysis.texts[adverb.first : adverb.last]) in _SUMMING
        if is_sum and len({claim.outcome for claim in analysis.claims.values()}) == 1:
            _lean(analysis, match.start(1), None, "makes")


def _add_lost(analysis: Analysis, discourse: Discourse) -> None:
    """As in "We lost eight", where about as many were told to be dead."""
    for match in _LOST.finditer(analysis.codes):
        number = analysis.chunks[match.start(2)].number
        is_dead = number is not None and discourse.is_no_part(Outcome.KILLED, number.value or 0)
        if is_dead and analysis.words_in(match.start(1)) <= _LOSERS:
            analysis.claim(match.start(2), Outcome.KILLED, None, "lost")


def _add_spoken_of(analysis: Analysis, discourse: Discourse) -> None:
    """As in "We are speaking of two victims", where the victims were counted."""
    for match in _SPOKEN.finditer(analysis.codes, overlapped=True):
        outcome = discourse.victims()
        is_spoken = not _SPEAKING.isdisjoint(analysis.words_in(match.start(1)))
        if is_spoken and outcome is not None and "victims" in analysis.words_in(match.start(2)):
            analysis.claim(match.start(2), outcome, None, "spoken-of")


def _add_fatal(analysis: Analysis) -> None:
    """As in "50 cases, of which 19 were fatal": so many died, where crashes may kill many each."""
    for match in _FATAL.finditer(analysis.codes) if "fatal" in analysis.vocabulary else ():
        some, fatal = match.start("some"), analysis.words_in(match.start("fatal"))
        cases = analysis.words_in(match.start("whole"))
        if fatal == {"fatal"} and not _CASES.isdisjoint(cases) and some not in analysis.claims:
            analysis.chunks[some].of = None
            analysis.claim(some, Outcome.KILLED, None, "fatal")


def _lean(analysis: Analysis, index: int, before: Outcome | None, name: str = "elided") -> None:
    """Claim a number for the outcome of the nearest figure, or of the sentence ``before``."""
    number, near = analysis.chunks[index].number, analysis.nearest(index)
    if number is None or number.value in (0, 1) or number.is_additional:
        return
    outcome = near.outcome if near is not None else before
    is_old = near is not None and near.scope in (Scope.PREVIOUS, Scope.PART)
    if outcome is not None and not is_old:
        analysis.claim(index, outcome, None, name)
