"""Counts whose harm a sentence tells otherwise than in the forms that the constructions know."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis
from casualties.extractors.chunks import Chunk
from casualties.extractors.lives import add_lives
from casualties.extractors.nouns import is_person_noun
from casualties.extractors.unreal import is_imagined, is_unreal
from casualties.extractors.words import HAZARDS
from casualties.lexicon import load
from casualties.model import Outcome
from casualties.patterns import pattern

__all__ = ["add_others"]

_FALLEN_ONES = frozenset(load("outcomes")["fallen"])
_SERVING = frozenset(load("outcomes")["serving"])
_FOUND = frozenset(load("parts")["found"])
_MANY = 2
_WITH = frozenset({"along", "together", "alongside", "well"})
_DEADLY = frozenset(load("outcomes")["deadly"])
_SOULS = frozenset(load("outcomes")["souls"])
_ON_BOARD = frozenset(load("outcomes")["aboard"])
_OF_ALL = pattern(
    r"(Q)(?:[PpohH][DwNX]{1,4}){0,2},([QN])(?:a|[oPp][DwNX]{1,4})?,[aBHTfxM]*([kdeKZ])"
)


def _move_to_heads(analysis: Analysis) -> None:
    """As in "Two others in the car, both girls, were hurt": those counted first are told of."""
    has_aside = ",Q" in analysis.codes or ",N" in analysis.codes
    for match in _OF_ALL.finditer(analysis.codes) if has_aside else ():
        head, aside, harm = map(match.start, (1, 2, 3))
        number, again = (analysis.chunks[at].number for at in (head, aside))
        outcome = analysis.chunks[harm].outcome
        if number is None or again is None or outcome is None:
            continue
        opening = analysis.words_of(again)
        is_all = number.value == again.value and not opening.isdisjoint(("both", "all"))
        if is_all and not is_unreal(analysis, harm, head):
            analysis.claims.pop(aside, None)
            analysis.claim(head, outcome, None, "head")


# "Five were hurt, two badly, along with three patients"
_COMPANIONS = pattern(
    r"([kKZd])[^;.:QNUkKdgB]{0,8}?(?:,Na)?,?(c)((?:[QN]|D?w{1,3}(?=c))(?:c[QN])*)(?=[.,;:)Pph-]|$)"
)
# "The minister died with two guards when", "was killed with two of his guards in"
_DIED_WITH = pattern(r"[kd]a?h([QN](?:,?c[QN])*)(?=[.,;]|r|(P)|$)")
_BESIDE = frozenset({"in", "on", "after", "during", "as", "near"})


def _add_companions(analysis: Analysis) -> None:
    """As in "The pilot was killed, along with two passengers": the harm was theirs as well."""
    for match in _DIED_WITH.finditer(analysis.codes) if "h" in analysis.codes else ():
        outcome = analysis.chunks[match.start()].outcome
        where = match.start(2)
        is_there = where < 0 or not _BESIDE.isdisjoint(analysis.words_in(where))
        if outcome is not Outcome.KILLED or is_unreal(analysis, match.start(), match.start()):
            continue
        for index in range(*match.span(1)):
            if is_there and analysis.chunks[index].population is not None:
                analysis.claim(index, outcome, None, "companions")
    if _WITH.isdisjoint(analysis.vocabulary):
        return
    for match in _COMPANIONS.finditer(analysis.codes):
        harm = match.start(1)
        outcome = analysis.chunks[harm].outcome
        is_joint = analysis.words_in(match.start(2)) & _WITH
        if outcome is None or not is_joint or is_unreal(analysis, harm, harm):
            continue
        for index in range(*match.span(3)):
            if analysis.codes[index] in "QN":
                analysis.claim(index, outcome, None, "companions")


def _add_harmed(analysis: Analysis) -> None:
    """As in "two wounded men": the noun group itself says what happened."""
    for index, chunk in analysis.quantities:
        if chunk.harm is not None and chunk.code in "QU":
            if not _FALLEN_ONES.isdisjoint(analysis.words_in(index)) and not _serves(chunk):
                continue  # "two fallen riders"
            if is_imagined(analysis, index):
                continue
            analysis.claim(index, chunk.harm, None, "harmed")
            if chunk.harm is Outcome.KILLED:  # "besides two dead guards, a nurse was hurt"
                analysis.claims[index].outcome = Outcome.KILLED


def _serves(chunk: Chunk) -> bool:
    """Whether they are of those who fall in service: soldiers, firefighters, their colleagues."""
    return chunk.population in _SERVING


# "We have 22 bodies in the chapel", "they had got 22 bodies out"
_HAVE_BODIES = pattern(r"(?<=^|[\",;csrawyTo])(D)H[aS]?Y")
# "Eleven bodies were left in the road", "The enemy left 86 bodies on the field"
_LEFT_BODIES = pattern(r"Y[BHaT]{1,3}L|LY(?=[.,;Pp]|$)")
_COUNTERS = frozenset({"we", "they", "i"})
# "The 12 divers' bodies were brought ashore"
_THEIR_BODIES = pattern(r"Q'w")
_BODIES = frozenset(load("parts")["remains"])


def _add_bodies(analysis: Analysis) -> None:
    """As in "22 bodies were pulled from the river": bodies that are found are people killed."""
    if "bodies" in analysis.vocabulary and "Q'" in analysis.codes and _tells_of_finding(analysis):
        for match in _THEIR_BODIES.finditer(analysis.codes):
            if not _BODIES.isdisjoint(analysis.words_in(match.end() - 1)):
                analysis.claim(match.start(), Outcome.KILLED, None, "bodies")
    if "Y" not in analysis.codes:
        return
    had = _HAVE_BODIES.search(analysis.codes)
    is_had = had is not None and analysis.words_in(had.start(1)) <= _COUNTERS
    is_had = is_had or _LEFT_BODIES.search(analysis.codes) is not None
    if is_had or _tells_of_finding(analysis):
        for index, code in enumerate(analysis.codes):
            if code == "Y":
                analysis.claim(index, Outcome.KILLED, None, "bodies")


def _tells_of_finding(analysis: Analysis) -> bool:
    return not _FOUND.isdisjoint(analysis.vocabulary)


# "Blaze claims two in Orlo", "The river claimed two boys", "It took 80 souls"
_CLAIMED = pattern(r"(w?.)C([NQ])(?=[P,;:.av-]|$)")


def _does(subject: set[str]) -> bool:
    """Whether a subject is somebody, who may claim anything: "Deadly soldier claims two"."""
    return any(map(is_person_noun, subject))


def _add_claimed(analysis: Analysis) -> None:
    """As in "Blaze claims two": what befalls people claims lives, and a rebel claims anything."""
    for match in _CLAIMED.finditer(analysis.codes) if "C" in analysis.codes else ():
        verb, taken = (analysis.words_in(match.end(1)), analysis.words_in(match.start(2)))
        subject = analysis.words_in(match.end(1) - 1)
        is_hazard = not HAZARDS.isdisjoint(subject)
        # "Killer bug claims eight"
        is_deadly = not _DEADLY.isdisjoint(analysis.words_in(match.start(1)))
        is_hazard = is_hazard or (is_deadly and len(match[1]) > 1 and not _does(subject))
        is_claimed = is_hazard and any(word.startswith("claim") for word in verb)
        if is_claimed or not _SOULS.isdisjoint(taken):
            analysis.claim(match.start(2), Outcome.KILLED, None, "claimed")


# "none of the 12 survived", "Of the 12 aboard, none survived"
_SURVIVED = pattern(
    r"(?P<nobody>j)(?P<whole>[QN])(?:[Poh][Dwa]{0,5}){0,2}[aHTx]*V"
    r"|o(?P<whole>[QN])a?(?:[Poh][Dwa]{1,4})?,?(?P<nobody>[QN])[aHTx]*V"
)
# "Nine people were on board, and all died", "a bus with 30 on board, all of whom were hurt"
_ALL_HARMED = pattern(
    r"([QN])(?P<aboard>[aP])?[^;:.QNUX]{0,12}?(?:,?c|,)(?P<all>a)I?[HBT]*(?P<harm>[dkKZe])"
    r"(?=[.,;:Pp\"]|$)"
)
_ALL = ({"all"}, {"both"})


def _add_all_harmed(analysis: Analysis) -> None:
    """As in "A plane with nine people on board crashed, and all died": it befell the nine."""
    for match in _ALL_HARMED.finditer(analysis.codes) if "all" in analysis.vocabulary else ():
        index, harm = match.start(), match.start("harm")
        number, outcome = analysis.chunks[index].number, analysis.chunks[harm].outcome
        if number is None or outcome is None or not number.value or number.value < _MANY:
            continue
        aboard = match.start("aboard")
        is_aboard = aboard >= 0 and not _ON_BOARD.isdisjoint(analysis.words_in(aboard))
        is_known = analysis.codes[index] == "Q" or is_aboard
        is_all = analysis.words_in(match.start("all")) in _ALL
        if is_known and is_all and not is_unreal(analysis, harm, index):
            analysis.claim(index, outcome, None, "all-harmed")


_NO_SURVIVORS = ({"no", "survivors"}, {"no", "known", "survivors"})
_SURVIVORS = pattern(r"Q[Po]([QN])")
# "plane with 18 aboard crashes; no survivors"
_ABOARD = pattern(r"h([QN])(?:a|P(?![Dw]))")


def _add_unsurvived(analysis: Analysis) -> None:
    """As in "none of the 12 survived", "no survivors among the 12": all of them were killed."""
    for match in _SURVIVED.finditer(analysis.codes) if "V" in analysis.codes else ():
        at = match.start("nobody")
        nobody = analysis.chunks[at].number
        if nobody is not None and nobody.word == "nobody":
            analysis.claims.pop(at, None)
            analysis.chunks[at].of = None
            analysis.claim(match.start("whole"), Outcome.KILLED, None, "none-survived")
    if "survivors" not in analysis.vocabulary:
        return
    none = [at for at, _ in analysis.quantities if analysis.words_in(at) in _NO_SURVIVORS]
    for match in _SURVIVORS.finditer(analysis.codes):
        if match.start() in none:
            analysis.claim(match.start(1), Outcome.KILLED, None, "no-survivors")
    aboard = [
        match.start(1)
        for match in _ABOARD.finditer(analysis.codes)
        if not _ON_BOARD.isdisjoint(analysis.words_in(match.end() - 1))
    ]
    if none and len(aboard) == 1 and len(analysis.quantities) == len(none) + 1:
        analysis.claim(aboard[0], Outcome.KILLED, None, "no-survivors")


def add_others(analysis: Analysis) -> None:
    """Add the claims of counts that no construction has made one."""
    _add_companions(analysis)
    _move_to_heads(analysis)
    _add_harmed(analysis)
    _add_bodies(analysis)
    _add_unsurvived(analysis)
    _add_claimed(analysis)
    add_lives(analysis)
    _add_all_harmed(analysis)
