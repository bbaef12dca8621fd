"""Those whom a part leaves: "the other five", "the others were a teacher and a guide"."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Discourse
from casualties.extractors.gapping import leading
from casualties.extractors.numbers import Number
from casualties.lexicon import load
from casualties.model import PEOPLE, Outcome, Scope
from casualties.patterns import pattern

__all__ = ["add_others", "add_rest"]

_WORDS = load("parts")
_OTHER = frozenset(_WORDS["other"])
_REST = frozenset(_WORDS["rest"])
_CARED_FOR = frozenset(_WORDS["cared_for"])
_VICTIMS = frozenset(_WORDS["victim_nouns"])
_UNHARMED = frozenset([*_WORDS["safe"], *load("unreal")["well"]])
_ARE_A_LIST = pattern(
    r"(?<=[;,.c:]|^)D?[wQN]B((?:[QNU]|[Dw]{1,4}(?=,|c))(?:(?:,c?|c)(?:[QNU]|[Dw]{1,4}(?=,|c|$)))*)"
)
_AND_THE_REST = pattern(r"[,c]D(w)a?([PdeEKk])")
_NOT_HURT = pattern(r"\G[^,;.]*?(?:x[Ba]*[kKe]|V)")


def add_others(analysis: Analysis) -> None:
    """As in "Eleven were pupils; the others were a teacher and a guide"."""
    if _REST.isdisjoint(analysis.vocabulary):
        return
    for match in _ARE_A_LIST.finditer(analysis.codes):
        opening = {t for i in (match.start(), match.start() + 1) for t in analysis.words_in(i)}
        near = analysis.nearest(match.start())
        if near is None or near.scope is not Scope.PART or _REST.isdisjoint(opening):
            continue
        for index in range(*match.span(1)):
            if analysis.codes[index] in "QNU":
                analysis.claim(index, near.outcome, Scope.PART, "others")


def add_rest(analysis: Analysis, discourse: Discourse) -> None:
    """As in "five of them in a cellar and the other seven on the roof", "and the rest in bed"."""
    if not _OTHER.isdisjoint(analysis.vocabulary):
        _settle_other(analysis)
        _add_remaining(analysis, discourse)
        _settle_first(analysis, discourse)
    if _REST.isdisjoint(analysis.vocabulary):
        return
    for match in _AND_THE_REST.finditer(analysis.codes):
        near = analysis.nearest(match.end(1))
        verb = match.start(2)
        words = analysis.words_in(verb)  # "the others injured", but not "the others treated"
        is_harm = match[2] in "Kk" and "in" not in words and _CARED_FOR.isdisjoint(words)
        is_rest = not _REST.isdisjoint(analysis.words_in(match.start(1)))
        if near is not None and is_rest and not is_harm:
            near.scope = near.scope or Scope.PART


def _settle_other(analysis: Analysis) -> None:
    """Make parts of the counts of the others that stand behind a part.

    Those whom some of the dead leave are dead, too: "Two of the dead have been dug out; the other
    six are still below".
    """
    parts = [index for index, claim in analysis.claims.items() if claim.scope is Scope.PART]
    for index, claim in analysis.claims.items():
        number = analysis.chunks[index].number
        before = [part for part in parts if part < index]
        if not before or not _is_rest(analysis, number):
            continue
        claim.scope = claim.scope or Scope.PART
        is_of_dead = analysis.chunks[before[-1]].of == str(Outcome.KILLED)
        if is_of_dead and claim.outcome is Outcome.MISSING:
            claim.outcome = Outcome.KILLED


def _settle_first(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Nine were taken to a hospital, and the other five to a clinic": the nine are some."""
    for index, rest in analysis.claims.items():
        number = analysis.chunks[index].number
        if number is None or number.value is None or rest.scope is not Scope.PART:
            continue
        if not _is_rest(analysis, number):
            continue
        for before, claim in analysis.claims.items():
            first = analysis.chunks[before].number
            is_beside = before < index and claim.scope is None and claim.outcome is rest.outcome
            if is_beside and first is not None and first.value is not None:
                whole = claim.outcome, first.value + number.value
                if any((f.outcome, f.number) == whole for f in discourse.figures):
                    claim.scope = Scope.PART


def _add_remaining(analysis: Analysis, discourse: Discourse) -> None:
    """As in "13 of the dead have been identified; the other seven have not"."""
    for index, chunk in analysis.quantities:
        is_claimed = index in analysis.claims
        if is_claimed or chunk.code not in "NQ" or not _is_rest(analysis, chunk.number):
            continue
        near = leading(analysis, index)
        told = None if near is None else (near.outcome, near.scope)
        if near is None and analysis.is_first(index):
            told = _told_of_some(analysis, index, discourse)
            told = _of_a_whole(told, chunk.number, discourse)
        is_same = chunk.population in (None, PEOPLE)
        is_some = told is not None and told[1] is Scope.PART and is_same
        if told is not None and is_some and not _came_off(analysis, index):
            analysis.claim(index, told[0], Scope.PART, "remaining")


def _told_of_some(
    analysis: Analysis, index: int, discourse: Discourse
) -> tuple[Outcome, Scope] | None:
    """What befell those of whom the last sentence told some; "the other eight victims" need none.

    They are the victims of whom the text has told some, however long ago.
    """
    parts = [f for f in discourse.last_sentence if f.scope is Scope.PART]
    if not (parts or _VICTIMS.isdisjoint(analysis.words_in(index))):
        victims = discourse.victims()
        parts = [f for f in discourse.figures if f.scope is Scope.PART and f.outcome is victims]
    return (parts[-1].outcome, parts[-1].scope) if parts else None


def _of_a_whole(
    told: tuple[Outcome, Scope] | None, number: Number | None, discourse: Discourse
) -> tuple[Outcome, Scope] | None:
    """What befell the rest, of a count that has room for them.

    As in "Five of the 64 dead are still missing. The other 59 have been buried".
    """
    value = number.value if number is not None else None
    if told is None or value is None:
        return told
    wholes = [f for f in discourse.figures if f.number is not None and f.number > value]
    if not wholes or any(whole.outcome is told[0] for whole in wholes):
        return told
    left = {part.number for part in discourse.last_sentence}
    rest = (whole.outcome for whole in reversed(wholes) if (whole.number or 0) - value in left)
    outcome = next(rest, None)
    return None if outcome is None else (outcome, Scope.PART)


def _came_off(analysis: Analysis, index: int) -> bool:
    """As in "The other 13 who escaped were not hurt", "The other three were unhurt"."""
    words = set(analysis.texts[analysis.chunks[index].last :])
    is_denied = _NOT_HURT.search(analysis.codes, index) is not None
    return is_denied or not words.isdisjoint(_UNHARMED)


def _is_rest(analysis: Analysis, number: Number | None) -> bool:
    """Whether a number counts those whom another one left: "the other seven"."""
    words = analysis.words_of(number) if number is not None else set()
    return "the" in words and not _OTHER.isdisjoint(words)
