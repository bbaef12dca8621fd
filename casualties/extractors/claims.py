"""Chunks to claims: which quantities of a sentence the constructions make casualty figures."""

from __future__ import annotations

import regex

from casualties.extractors.analysis import Analysis, Claim
from casualties.extractors.constructions import PATTERNS, Construction
from casualties.extractors.nouns import is_person_noun, is_plural
from casualties.extractors.words import find_death
from casualties.lexicon import load
from casualties.model import Outcome, Scope

__all__ = ["add_claims"]

_UNREAL = load("unreal")
_PLANS = frozenset(_UNREAL["plans"])
_SAID = frozenset(load("sources")["say"])
_NEARLY = frozenset({"nearly", "almost"})
_FICTION = frozenset(_UNREAL["fiction"])
_PREVENTED = frozenset(_UNREAL["prevented"])
_CONDITIONS = frozenset(_UNREAL["conditions"])
_RATES = [tuple(phrase.split()) for phrase in _UNREAL["rates"]]
_RATE_WORDS = frozenset(rate[-1] for rate in _RATES)
_VERBAL = frozenset("aBHTfxc")
_HARMS = frozenset("kKZgbdeEmtWAGFYlO")
_COUNTED = frozenset("QNUFjl")
_HURT = frozenset({"injured", "wounded", "hurt", "injuring", "wounding"})
_FOUND = frozenset(load("parts")["found"])
_RELATIVE = frozenset({"earlier", "later", "before", "after", "ago"})
_REACH = 12


def add_claims(analysis: Analysis) -> None:
    """Add the claims that the constructions make: the first one to claim a number has it."""
    group = 0
    if not _FICTION.isdisjoint(analysis.texts[:4]):
        return
    present = frozenset(analysis.codes)
    patterns = PATTERNS if _HARMS & present else []
    for construction, pattern, necessary in patterns:
        if any(map(present.isdisjoint, necessary)):
            continue
        for match in pattern.finditer(analysis.codes, overlapped=True):
            group += 1
            outcome = _outcome(analysis, construction, match)
            if outcome is None or _is_unreal(analysis, match):
                continue
            harm = _start(match, "harm")
            scope = Scope.PART if harm >= 0 and analysis.codes[harm] == "A" else None
            for index in range(*match.span("victims")):
                if index in analysis.claims or not _is_counted(analysis, construction, index):
                    continue
                if construction.is_numeral and _is_article(analysis, index):
                    continue
                claim = Claim(index, outcome, scope, group, construction.name, harm)
                analysis.claims[index] = claim
            previous = _start(match, "previous")
            if previous >= 0:
                analysis.claim(previous, outcome, Scope.PREVIOUS, construction.name)
    _add_harmed(analysis)
    _add_bodies(analysis)
    _add_unsurvived(analysis)


def _add_harmed(analysis: Analysis) -> None:
    """As in "two wounded men": the noun group itself says what happened."""
    for index, chunk in analysis.quantities:
        if chunk.harm is not None and chunk.code in "QU":
            analysis.claim(index, chunk.harm, None, "harmed")


def _add_bodies(analysis: Analysis) -> None:
    """As in "22 bodies were pulled from the river": bodies that are found are people killed."""
    if "Y" in analysis.codes and _FOUND & analysis.vocabulary:
        for index, code in enumerate(analysis.codes):
            if code == "Y":
                analysis.claim(index, Outcome.KILLED, None, "bodies")


_SURVIVED = regex.compile(r"j([QN])(?:[Poh][Dwa]{0,5}){0,2}[aHTx]*V")


def _add_unsurvived(analysis: Analysis) -> None:
    """As in "none of the 12 survived": all of them were killed."""
    for match in _SURVIVED.finditer(analysis.codes):
        nobody = analysis.chunks[match.start()].number
        if nobody is not None and nobody.word == "nobody":
            analysis.claims.pop(match.start(), None)
            analysis.chunks[match.start()].of = None
            analysis.claim(match.start(1), Outcome.KILLED, None, "none-survived")


def drop_rates(analysis: Analysis) -> None:
    """Take back counts for each day or year: a rate is no figure."""
    if _RATE_WORDS.isdisjoint(analysis.vocabulary):
        return
    for index in list(analysis.claims):
        last = analysis.chunks[index].last
        following = []
        for token in analysis.tokens[last : last + _REACH]:
            if token.text in (",", ";", ".", ":", "and"):
                break
            following.append(token.text)
        for rate in _RATES:
            if following[-1:] and len(rate) == 2 and set(following) & _RELATIVE:
                continue  # "96 a day earlier"
            starts = range(len(following) - len(rate) + 1)
            if any(tuple(following[i : i + len(rate)]) == rate for i in starts):
                del analysis.claims[index]
                break


def is_unread(analysis: Analysis) -> bool:
    """Whether a sentence has a casualty word and a count, and no figure was made of any."""
    if analysis.claims or not _HARMS & set(analysis.codes):
        return False
    numbers = [c.number for c in analysis.chunks if c.code in _COUNTED and c.number is not None]
    return any(number.word not in ("article", "bare") for number in numbers)


def tells_of_one_death(analysis: Analysis) -> bool:
    """Whether a sentence says of one told of before that he or she has died, without a number.

    As "He was pronounced dead at the scene", "The victim later died".
    """
    words = analysis.texts
    if words[:1] not in (["he"], ["she"], ["the"]):
        return False
    is_noun = words[:1] == ["the"] and len(words) > 1 and is_person_noun(words[1])
    if words[:1] not in (["he"], ["she"]) and not (is_noun and not is_plural(words[1])):
        return False
    for position, word in enumerate(words):
        if word in _SAID or word in _NEARLY or word in _PREVENTED or word == "not":
            return False
        died = find_death(analysis.tokens, position)
        if died is not None:
            return True
    return False


def _start(match: regex.Match[str], name: str) -> int:
    """Where a named group of the match starts, -1 where the pattern or match has none."""
    return match.start(name) if name in match.re.groupindex else -1


def _is_article(analysis: Analysis, index: int) -> bool:
    number = analysis.chunks[index].number
    return number is not None and number.word in ("article", "bare")


def _is_counted(analysis: Analysis, construction: Construction, index: int) -> bool:
    codes, number = analysis.codes, analysis.chunks[index].number
    if codes[index] not in _COUNTED or number is None:
        return False
    # "One of the 40 people was killed" is told of the one, "one of the 40 people hurt" of the 40.
    is_whole = codes[index - 1 : index] == "j" and codes[index] != "F"
    if is_whole or codes[index] == "j":
        return is_whole == construction.is_attributive
    # "killing three, and another in Lund": another attack.
    is_object = codes[index - 1 : index] in ("g", "b", "k")
    return is_object or number.word != "article" or codes[index : index + 2] != "NP"


def _outcome(
    analysis: Analysis, construction: Construction, match: regex.Match[str]
) -> Outcome | None:
    """What a match says happened; None where that is not what the construction is for."""
    harm, second = _start(match, "harm"), _start(match, "second")
    if construction.outcome is not None:
        return construction.outcome
    if harm < 0:
        return analysis.chunks[match.start("victims")].outcome
    outcome = analysis.chunks[harm].outcome
    if second >= 0:
        both = {outcome, analysis.chunks[second].outcome}
        chunks = analysis.chunks
        words = {t.text for t in analysis.tokens[chunks[harm].first : chunks[second].last]}
        # "shot and killed" says how, "killed and injured" counts two kinds
        is_means = outcome is Outcome.INJURED and not words & _HURT and "or" not in words
        if both == {Outcome.KILLED, Outcome.INJURED} and not is_means:
            return Outcome.CASUALTIES
        if Outcome.KILLED in both:
            return Outcome.KILLED
    if construction.only is not None and outcome is not construction.only:
        return None
    return outcome


def _is_unreal(analysis: Analysis, match: regex.Match[str]) -> bool:
    """Whether the harm did not happen: "could have killed", "were not hurt", "if 40 die"."""
    harm = _start(match, "harm")
    codes = analysis.codes
    if harm < 0:
        return _is_averted(analysis, match.start("victims"))
    at = harm - 1
    while at >= 0 and codes[at] in _VERBAL:
        if codes[at] == "x" or analysis.words(at) & _NEARLY:
            return True
        at -= 1
    supposed = _SUPPOSED.search(codes, 0, match.start("victims"))
    modal = supposed.start() if supposed else at
    if modal >= 0 and codes[modal] == "M" and not _is_estimate(analysis, modal):
        return True
    if codes[harm - 1 : harm + 1] == "fb":
        return True
    between = codes.find("M", harm, match.start("victims"))
    if between >= 0 and not _is_estimate(analysis, between):
        return True  # "the toll could have reached 300"
    clause = harm
    while clause > 0 and codes[clause - 1] not in ",;:":
        clause -= 1
    chunks = analysis.chunks
    words = [t.text for t in analysis.tokens[chunks[clause].first : chunks[harm].first]]
    if _CONDITIONS & set(words):
        return True
    if codes[harm] in "gm" and _PLANS & set(words[-4:]):
        return True
    # "might, police said, have killed 300"
    return codes[harm] == "k" and codes[harm - 1] == "H" and _is_split_modal(analysis, harm)


# "it might have left 12 dead", "it could have killed 12"
_SUPPOSED = regex.compile(r"M[aH]{0,3}[LC]a?D?$")


def _is_estimate(analysis: Analysis, modal: int) -> bool:
    """Whether it is "may have", which hedges a count of what did happen."""
    return "may" in analysis.words(modal) and "H" in analysis.codes[modal + 1 : modal + 4]


def _is_split_modal(analysis: Analysis, harm: int) -> bool:
    return regex.search(r"M,[^,]{1,7},a?Ha?$", analysis.codes[:harm]) is not None


def _is_averted(analysis: Analysis, index: int) -> bool:
    """Whether counted deaths are only feared or prevented: "thousands of deaths could be ..."."""
    if analysis.codes[index + 1 : index + 2] == "M":
        return True
    first = analysis.chunks[index].first
    near = analysis.tokens[max(0, first - 6) : first]
    before = {t.text for t in near if t.text != "may" or not t.is_capital}
    return bool(before & (_PREVENTED | _CONDITIONS))
