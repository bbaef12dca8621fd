"""Chunks to claims: which quantities of a sentence the constructions make casualty figures."""

from __future__ import annotations

from casualties.extractors.additions import add_others
from casualties.extractors.amendments import drop_untold, settle_outcomes
from casualties.extractors.analysis import Analysis, Claim
from casualties.extractors.befallen import befell_another, befell_others
from casualties.extractors.chunks import THEM
from casualties.extractors.constructions import Construction, matchers_for
from casualties.extractors.nouns import is_person_noun, is_plural
from casualties.extractors.tokens import text_at
from casualties.extractors.unreal import NEARLY, PREVENTED, is_unreal
from casualties.extractors.words import find_death
from casualties.lexicon import load
from casualties.model import Outcome, Scope
from casualties.patterns import pattern

__all__ = ["add_claims", "is_unread", "tells_of_no_others", "tells_of_one_death"]

_UNREAL = load("unreal")
_SAID = frozenset(load("sources")["say"])
_FICTION = frozenset(_UNREAL["fiction"])
_HARMS = frozenset("qkKZgbdeERmtWAGFYlO")
_COUNTED = frozenset("QNUFjl")
_FALLEN = frozenset(load("scopes")["fallen"])
_HURT = frozenset(load("outcomes")["harmed_anyhow"])
_FAMILIES = frozenset(load("parts")["families"])
_SINGULAR = frozenset({"article", "bare"})
_CHANGE = 12
_JOINTS = frozenset({";", ",", "and", "but"})


def add_claims(analysis: Analysis) -> None:
    """Add the claims that the constructions make: the first one to claim a number has it."""
    group = 0
    if not _FICTION.isdisjoint(analysis.texts[:4]):
        return
    present = frozenset(analysis.codes)
    passed: set[tuple[int, int]] = set()
    for matcher in () if _HARMS.isdisjoint(present) else matchers_for(present):
        construction = matcher.construction
        for match in matcher.matches(analysis.codes):
            group += 1
            victims = _from_whom(analysis, range(*match.span("victims")))
            if matcher.is_plain and not _has_free(analysis, victims):
                continue
            starts = {name: match.start(name) for name in matcher.groups}
            harm = starts.get("harm", -1)
            outcome = _outcome(analysis, construction, starts)
            if outcome is None or is_unreal(analysis, harm, starts["victims"]):
                continue
            if befell_others(analysis, starts):
                continue
            if (other := starts.get("object", -1)) >= 0:
                passed.add((other, harm))
                _add_object(analysis, other, construction.name)
            is_among = "among" in starts or (harm >= 0 and analysis.codes[harm] == "A")
            scope = Scope.PART if is_among else None
            for index in _but_wholes(analysis, victims, harm):
                is_free = index not in analysis.claims and (index, harm) not in passed
                is_free = is_free and not befell_another(analysis, index, harm)
                if is_free and _is_counted(analysis, construction, index):
                    claim = Claim(index, outcome, scope, group, construction.name, harm)
                    analysis.claims[index] = claim
            _claim_change(analysis, starts, outcome, construction.name)
    drop_untold(analysis)
    add_others(analysis)
    settle_outcomes(analysis)


def _claim_change(analysis: Analysis, starts: dict[str, int], outcome: Outcome, name: str) -> None:
    """As in "rose from 37 to 40", "rose by six": what a toll was, and what is added."""
    if (previous := starts.get("previous", -1)) >= 0:
        analysis.claim(previous, outcome, Scope.PREVIOUS, name)
    if (more := starts.get("increment", -1)) >= 0:
        change = analysis.texts[: analysis.chunks[more].first][-_CHANGE:]
        if change[-1] == "by" and not _FALLEN & set(change):
            analysis.claim(more, outcome, Scope.ADDITIONAL, name)


def _add_object(analysis: Analysis, index: int, name: str) -> None:
    """As in "a gunman who had wounded six people was shot dead": what he did to the six."""
    verb = analysis.chunks[index - 1]
    if verb.code == "k" and verb.outcome is not None:
        analysis.claim(index, verb.outcome, None, name)


def is_unread(analysis: Analysis) -> bool:
    """Whether a sentence has a casualty word and a count, and no figure was made of any."""
    if analysis.claims or not _HARMS & set(analysis.codes):
        return False
    numbers = [c.number for c in analysis.chunks if c.code in _COUNTED and c.number is not None]
    return any(number.word not in ("article", "bare") for number in numbers)


def tells_of_no_others(analysis: Analysis) -> bool:
    """Whether a sentence says that those told of last were all: "They were the only ones hurt"."""
    if "only" not in analysis.vocabulary:
        return False
    opening = analysis.texts[:4]
    return opening[:1] in (["they"], ["these"], ["those"]) and opening[2:] == ["the", "only"]


def tells_of_one_death(analysis: Analysis) -> bool:
    """Whether a sentence says of one told of before that he or she has died, without a number.

    As "He was pronounced dead at the scene", "The victim later died"; behind a figure, "...; she
    died of her wounds".
    """
    words = analysis.texts
    first = _takes_up(analysis) if analysis.claims else 0
    if words[first : first + 1] not in (["he"], ["she"], ["the"]):
        return False
    noun = words[first + 1] if words[first] == "the" and first + 1 < len(words) else ""
    if words[first] == "the" and (not is_person_noun(noun) or is_plural(noun)):
        return False
    for position in range(first, len(words)):
        word = words[position]
        if word in _SAID or word in NEARLY or word in PREVENTED or word == "not":
            return False
        if find_death(analysis.tokens, position) is not None:
            return True
    return False


def _takes_up(analysis: Analysis) -> int:
    """Where a clause behind the last figure takes up those counted; else the sentence's end."""
    words = analysis.texts
    last = analysis.chunks[max(analysis.claims)].last
    pronouns = [p for p in range(last, len(words)) if words[p] in ("he", "she")]
    if pronouns and words[pronouns[0] - 1] in _JOINTS:
        return pronouns[0]
    return len(words)


_CLAUSE = pattern(r",ca?N(?=[^,Pp])")
_NO_TOLL = frozenset({"by", "after", "since", "during", "before"})


def _but_wholes(analysis: Analysis, victims: range, harm: int) -> range:
    """The victims without the whole of some: of "arrested 30 men, three of whom died" the three."""
    if harm < victims.stop:
        return victims  # "killed 30 men, three of them cooks"
    clause = _CLAUSE.search(analysis.codes, victims.start, victims.stop + 1)
    before = range(victims.start, clause.start() if clause is not None else victims.start)
    is_list = sum(analysis.codes[at] in _COUNTED for at in before) > 1
    if clause is not None and clause.start() > victims.start and not is_list:
        return range(clause.end() - 1, victims.stop)  # "It employs 300 people, and 12 died"
    some = (at for at in victims if analysis.chunks[at].of == THEM)
    return range(next(some, victims.start), victims.stop)


def _from_whom(analysis: Analysis, victims: range) -> range:
    """The last of them in "ten workers, eight of whom were dead": nothing is said of the ten."""
    if "whom" not in analysis.vocabulary:
        return victims
    first = next((i for i in reversed(victims) if "whom" in analysis.words_in(i)), victims.start)
    return range(first, victims.stop)


def _has_free(analysis: Analysis, victims: range) -> bool:
    """Whether a quantity among the victims is no figure yet."""
    codes, claims = analysis.codes, analysis.claims
    return any(index not in claims and codes[index] in _COUNTED for index in victims)


def _agrees(analysis: Analysis, index: int, harm: int) -> bool:
    """Whether "killed them" takes up more than one, and "killed him" one."""
    number = analysis.chunks[index].number
    are_many = bool({"them", "both", "their"} & analysis.words_in(harm))
    return number is not None and are_many == (number.value != 1)


def _is_toll(analysis: Analysis, index: int) -> bool:
    """Whether a number can be what a toll stands at: not "a man", nor what it rose by.

    Nor "after two men attacked".
    """
    chunk = analysis.chunks[index]
    before = text_at(analysis.tokens, chunk.first - 1)
    is_count = chunk.number is not None and chunk.number.word not in _SINGULAR
    return is_count and before not in _NO_TOLL


def _is_counted(analysis: Analysis, construction: Construction, index: int) -> bool:
    codes, number = analysis.codes, analysis.chunks[index].number
    if codes[index] not in _COUNTED or number is None:
        return False
    if construction.is_numeral and not _is_toll(analysis, index):
        return False
    # "One of the 40 people was killed" is told of the one, "one of the 40 people hurt" of the 40.
    is_whole = codes[index - 1 : index] == "j" and codes[index] != "F"
    if is_whole or codes[index] == "j":
        is_of_all = construction.is_attributive and not _are_dead(analysis, index - is_whole)
        is_of_all = is_of_all and not _is_family(analysis, index + (not is_whole))
        return is_whole == is_of_all
    is_theirs = codes[index - 1 : index] in ("o", "p") and codes[index - 2] in "NQ"
    if is_theirs and _is_family(analysis, index):
        return False
    # "killing three, and another in Lund": another attack.
    is_object = codes[index - 1 : index] in ("g", "b", "k")
    return is_object or number.word != "article" or codes[index : index + 2] != "NP"


def _is_family(analysis: Analysis, index: int) -> bool:
    """Whether it is the family of which some died: "nine members of a family killed"."""
    chunk = analysis.chunks[index]
    return chunk.number is not None and chunk.population in _FAMILIES


def _are_dead(analysis: Analysis, index: int) -> bool:
    """Whether a headline tells how some fared: "12 of 15 passengers dead", not the 15."""
    number = analysis.chunks[index].number
    is_many = number is not None and (number.value or 0) > 1
    is_state = analysis.codes[index + 2 : index + 3] == "e"
    return is_many and is_state and "the" not in analysis.words_in(index + 1)


def _outcome(
    analysis: Analysis, construction: Construction, starts: dict[str, int]
) -> Outcome | None:
    """What a match says happened; None where that is not what the construction is for.

    ``starts`` are where its groups start, -1 for one that it lacks.
    """
    harm, second = starts.get("harm", -1), starts.get("second", -1)
    if construction.outcome is not None:
        return construction.outcome
    if harm < 0:
        return analysis.chunks[starts["victims"]].outcome
    outcome = analysis.chunks[harm].outcome
    if analysis.codes[harm] == "q" and not _agrees(analysis, starts["victims"], harm):
        return None
    if second >= 0:
        both = {outcome, analysis.chunks[second].outcome}
        chunks = analysis.chunks
        words = {t.text for t in analysis.tokens[chunks[harm].first : chunks[second].last]}
        # "shot and killed" says how, "killed and injured" counts two kinds
        is_means = outcome is Outcome.INJURED and not words & _HURT and "or" not in words
        # "asphyxiated or trampled" says how, too
        # ... as does "burned or suffocated to death"
        is_to_death = "death" in analysis.words_in(second)
        is_manner = "Z" in (analysis.codes[harm], analysis.codes[second]) or is_to_death
        is_manner = is_manner and not words & _HURT
        if both == {Outcome.KILLED, Outcome.INJURED} and not (is_means or is_manner):
            return Outcome.CASUALTIES
        if Outcome.KILLED in both:
            return Outcome.KILLED
    if construction.only is not None and outcome is not construction.only:
        return None
    return outcome
