"""Who some of those counted were, by what is said of them: "Eleven were pupils"."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Discourse
from casualties.extractors.nouns import is_person_noun, is_plural, person_of
from casualties.extractors.tokens import Token
from casualties.lexicon import load
from casualties.model import Outcome, Scope
from casualties.patterns import pattern

__all__ = ["add_predicates", "head_noun"]

_WORDS = load("parts")
_SAFE = frozenset(_WORDS["safe"])
_TRAITS = frozenset(_WORDS["traits"])
_ARTICLES = frozenset({"a", "an"})
_FOUND = frozenset(_WORDS["discovered"])
_PREDICATE = pattern(r"(?:^|(?<=[,;c:\"sTI-]))[aPDw]{0,2}([NQFj])[QNUFke]?B[aT]*")
_LYING = frozenset({"found", "discovered"})
_THERE = frozenset({"in", "at", "on", "inside", "indoors", "outdoors", "outside", "under", "near"})
_SPARED = frozenset(load("references")["spared"])
_REACH = 4
_ENDS = frozenset({",", ".", ";", ")", '"', "and"})


def add_predicates(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Eleven were pupils", "Two of the dead were teachers"."""
    _name_thought(analysis)
    for match in _PREDICATE.finditer(analysis.codes):
        index, after = match.start(1), match.end()
        if after >= len(analysis.chunks):
            continue
        first = analysis.chunks[after].first
        rest = analysis.tokens[first : first + _REACH]
        aside = set(analysis.texts[analysis.chunks[index].last : first])
        number = analysis.chunks[index].number
        noun = head_noun(rest, is_one=number is not None and number.value == 1)
        if noun is not None and analysis.codes[index] == "F" and rest[0].text in ("of", "among"):
            analysis.chunks[index].population = noun  # "six deaths were of children"
            analysis.claims[index].scope = Scope.PART
        _name_part(analysis, index, noun)
        chunk, words = analysis.chunks[index], {token.text for token in rest}
        if index in analysis.claims or chunk.of or chunk.code != "N":
            continue
        if _is_found(analysis, index, words | aside) and discourse.victims() is Outcome.KILLED:
            analysis.claim(index, Outcome.KILLED, Scope.ADDITIONAL, "found")
        elif _lay_there(analysis, rest, aside):
            if _leaning(analysis, discourse, index) is Outcome.KILLED:
                analysis.claim(index, Outcome.KILLED, Scope.PART, "lay-there")
        elif (
            noun is not None
            or rest[0].text in _TRAITS
            or "board" in aside
            or _are_named_alike(analysis, index, rest)
        ) and not words & _SAFE:
            outcome = _leaning(analysis, discourse, index)
            if outcome is not None:
                analysis.claim(index, outcome, Scope.PART, "predicate")
                _add_listed(analysis, after)


def _are_named_alike(analysis: Analysis, index: int, rest: list[Token]) -> bool:
    """As in "Nine of the dead were Canadian, five were German": they go on with another name."""
    near = analysis.nearest(index)
    is_name = rest[0].is_capital and (len(rest) == 1 or rest[1].text in _ENDS)
    if near is None or near.scope is not Scope.PART or not is_name:
        return False
    if analysis.codes[near.index + 1 : near.index + 2] != "B":
        return False
    return analysis.tokens[analysis.chunks[near.index + 1].last].is_capital


# "Eleven were civilians, 10 rebels and one a soldier"
_LISTED = pattern(r"w{1,2}((?:,Q){0,6},?c(?:NQ|Q))(?=[.;\"]|,\"|$)")


def _add_listed(analysis: Analysis, after: int) -> None:
    """As in "Eleven were civilians, 10 rebels and one a soldier": they go on behind the noun."""
    match = _LISTED.match(analysis.codes, after)
    outcome = analysis.claims[max(analysis.claims)].outcome
    for index in range(*match.span(1)) if match is not None else ():
        if analysis.codes[index] == "Q":
            analysis.claim(index, outcome, Scope.PART, "predicate")


def _lay_there(analysis: Analysis, rest: list[Token], aside: set[str]) -> bool:
    """Whether it is "Nine were found in a corridor", and none of them alive."""
    is_found = not aside.isdisjoint(_LYING) and rest[0].text in _THERE
    return is_found and _SPARED.isdisjoint(analysis.vocabulary)


# "Two people thought to be rebels died"
_THOUGHT_TO_BE = pattern(r"([QN])TfB")


def _name_thought(analysis: Analysis) -> None:
    """As in "Two people thought to be rebels died": rebels are counted."""
    for match in _THOUGHT_TO_BE.finditer(analysis.codes):
        first = analysis.chunks[match.end() - 1].last
        noun = head_noun(analysis.tokens[first : first + _REACH])
        if match.start() in analysis.claims and noun is not None:
            analysis.chunks[match.start()].population = noun


def head_noun(tokens: list[Token], *, is_one: bool = False) -> str | None:
    """The population that a predicate names: ``police officer`` in "male police officers".

    Or ``child`` in "a child", where one is counted.
    """
    names = [t.text for t in tokens if t.kind == "word" and is_person_noun(t.text)]
    plural = next((i for i, name in enumerate(names) if is_plural(name)), None)
    if plural is None and is_one and names and tokens[0].text in _ARTICLES:
        return person_of(names[:1])
    if plural is None:
        return None
    return person_of(names[max(0, plural - 1) : plural + 1])


def _name_part(analysis: Analysis, index: int, noun: str | None) -> None:
    """Give a part the population that its predicate names."""
    chunk, claim = analysis.chunks[index], analysis.claims.get(index)
    is_part = claim is None or claim.scope is Scope.PART
    if noun is not None and is_part and (chunk.of is not None or chunk.population is None):
        chunk.population = noun


def _is_found(analysis: Analysis, index: int, words: set[str]) -> bool:
    """Whether it is "Two more were discovered"."""
    number = analysis.chunks[index].number
    return number is not None and number.is_additional and bool(words & _FOUND)


def _leaning(analysis: Analysis, discourse: Discourse, index: int) -> Outcome | None:
    """What happened to those whom a bare number leans on, in its sentence or the one before."""
    near = analysis.nearest(index)
    if near is not None or not analysis.is_first(index):
        return near.outcome if near is not None else None
    number = analysis.chunks[index].number
    whole = discourse.whole(number.value if number else None)
    return whole.outcome if whole else None
