"""Whom "the 17" are, where no count told before is of 17: the victims, miscounted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from casualties.extractors.analysis import Analysis, Discourse
from casualties.extractors.antecedents import is_misstated, is_slip, nearest, of_kind
from casualties.extractors.chunks import Chunk
from casualties.extractors.leads import is_of_lead
from casualties.extractors.mentions import (
    has_any,
    has_companions,
    has_number,
    has_ordinal,
    is_made_of,
)
from casualties.extractors.nouns import is_person_noun, is_thing
from casualties.extractors.numbers import find_numbers
from casualties.extractors.phrases import Phrases
from casualties.extractors.times import SLOTS
from casualties.extractors.tokens import follows, text_at
from casualties.lexicon import load
from casualties.model import PEOPLE, Figure, Outcome, Scope
from casualties.patterns import either, pattern

__all__ = [
    "ANYBODY",
    "are_lost",
    "is_of_dead",
    "is_of_which",
    "may_name",
    "miscounted",
    "outcome_of",
    "slip_for",
    "taken_up_by",
    "takes_up_all",
]

_WORDS, _REFERENCES = load("parts"), load("references")
_BEREAVED = frozenset(_REFERENCES["bereaved"])
_SHARES = frozenset(_REFERENCES["shares"])
_SPARED = frozenset(_REFERENCES["spared"])
ANYBODY = frozenset(_REFERENCES["anybody"])
"""Nouns by which anybody who was told of may be named again."""
_ACCUSED = frozenset(_REFERENCES["accused"])
_EXAMINED = frozenset(_REFERENCES["examined"])
_ACTING = frozenset(_REFERENCES["acting"])
_TELLING = frozenset(_REFERENCES["telling"])
_MEMBERS = frozenset(_REFERENCES["members"])
_NAMED_BY_HARM = frozenset(_REFERENCES["named_by_harm"])
_ANYBODY = frozenset({PEOPLE, "man", "woman", "child"})
_OF_NO_KIND = frozenset({PEOPLE, "member"})
_MOURNED = frozenset(_WORDS["mourned"])
_KIN = frozenset(_WORDS["kin"])
_BURIED = frozenset(_WORDS["buried"])
_WHOLES = {
    **dict.fromkeys(_WORDS["remains"], Outcome.KILLED),
    **dict.fromkeys(_WORDS["treated"], Outcome.INJURED),
}
_THESE = frozenset({"these", "those"})
_CLOSES = frozenset(",.;:)BHMdkKZPpcav")
"""What stands behind a number alone, and no noun that it belongs to."""
_LOST = Phrases(_REFERENCES["lost"], SLOTS)
_BODIES = frozenset(_REFERENCES["bodies"])
_REACH, _FAR = 5, 16
_TEAMS = frozenset(_REFERENCES["teams"])
_CLOSE, _RECENT = 2, 24
"""Over how many passages, and of how many figures told last, sums and differences are looked at."""
_WITHIN = 20_000
"""Characters of a text before a number in which it is looked for."""
_DEFINITE = frozenset(load("grammar")["definite"])
_PAIR, _FEW, _SEVERAL = 2, 4, 6
"""From how many on a definite number is no passing mention of those whom a sentence names."""
_CLAUSE, _EARLY = 8, 5
_OPENING_A_NAME = frozenset({"and", "a", "an", "his", "her", "their"})
_MANY = 10
"""From how many on a definite number is hardly ever of others whom the text has not counted."""
_GOING_ON = (_CLOSES - {"P", "v"}) | frozenset('ziD"-STf')
"""What follows a number alone: a mark, a verb, when, but not where, and no "who"."""
# "the families of the 386 who have not been found", "the six whose fate is unknown"
_UNFOUND = pattern(
    rf"(?:(?:who|that) (?:{'|'.join(_REFERENCES['unfound'])})"
    r"|(?:whose (?:whereabouts|fates?)|of whom (?:there (?:is|was|has been) )?no trace))\b"
)
# "the 24 men whose lungs could be examined", "the 26 for whom there are records"
_WHICH = pattern(r"P?r(?![aBHTxMDw]{0,6}[kKdeZgbGtAFmYCL])")
_ACCOUNTED_FOR = pattern(either(_REFERENCES["accounted_for"]))
_SUBJECT = pattern(r"Qk[wzvLBH]")
# ... but not "the 13 soldiers killed civilians"
_NAMED_SUBJECT = pattern(r"Qk[zvLBH]")
_HARMED = pattern(r"N[kKe](?![BH]|[NQU])")
_DIED_HOW = pattern(r"[NQ](?=[dkZ]a?[Phop])")
_FINITE = pattern(r"z[^.;,]*[BHM]")
# "Lena Rill, the other passenger, was badly hurt but lived", "The sole survivor"
_ONE_LIVED = pattern(
    rf"\p{{Lu}}\w+(?:, [^.;]{{0,80}},)? (?:was [^.;,]{{1,40}} but |alone )?"
    rf"{either(load('grammar')['classes']['survive'])}\b(?! by\b)"
    rf"|\b(?i:the) (?:only|sole|lone) (?:survivor|one to survive|one who survived)\b"
)
_HELD_BY = pattern(r"[zw][Pi][^.;,cf]*f?[BHM]")
_ENDED = pattern(r"Q[MBHaT]{1,4}")
# "The owner and the contractor", "Ann Lind and Ivo Rill", "the driver, 34, and his mate"
_ONE_NAMED = r"(?:\b(?i:the|an?|his|her|its|their|one) (?:[\w'’-]+ ){0,3}?[\w'’-]+|\p{Lu}[\w'’-]+)"
_TWO_NAMED = pattern(rf"{_ONE_NAMED}(?:, (?:[\w'’-]+ ?){{1,4}},?)? and (?:that of )?{_ONE_NAMED}")


_SHARE = pattern(r"\b(\d\d?)(?:%| ?per ?cent\b)")
_ALL_PER_CENT = 100


def takes_up_all(analysis: Analysis, chunk: Chunk) -> bool:
    """Whether the words in front of a number make it a whole: "the last of 26 victims".

    As do those for the bereaved: "the parents of 11 children".
    """
    part, link = (text_at(analysis.tokens, chunk.first - back) for back in (2, 1))
    return link == "of" and part in _MEMBERS | _MOURNED | _KIN


def is_of_dead(analysis: Analysis, discourse: Discourse, chunk: Chunk) -> bool:
    """Whether the dead are mourned, or their families told of: "the families of the 12 victims"."""
    is_mourned = _has_link(analysis, chunk, _MOURNED | _KIN)
    return is_mourned and Outcome.KILLED in discourse.outcomes


def is_of_which(analysis: Analysis, discourse: Discourse, index: int, chunk: Chunk) -> bool:
    """Whether it is told which ones are meant, and not by a loss: "17 of the 24 who were tested".

    Or that nothing has befallen them: "all 291 passengers had been accounted for".
    """
    behind = analysis.texts[chunk.last :]
    if _ACCOUNTED_FOR.search(" ".join(behind)):
        return True
    is_whole = analysis.codes[index - 1 : index] in ("j", "o")
    is_examined = is_whole or not _EXAMINED.isdisjoint(behind[:_EARLY])
    if not is_examined or _WHICH.match(analysis.codes, index + 1) is None:
        return False
    is_lost = are_lost(analysis, discourse, chunk) or _UNFOUND.match(" ".join(behind))
    return not is_lost


def outcome_of(
    analysis: Analysis, discourse: Discourse, index: int, chunk: Chunk
) -> Outcome | None:
    """What befell those whom a definite group names, where no figure has their number.

    As in "all 14 victims", "the 12 people killed ranged in age from 4 to 81", "the 13 soldiers
    killed came from Osk" where soldiers were told to be dead, "the funerals of the 13 soldiers",
    "six of the nine", "The 11 had been asleep".
    """
    words = analysis.words_in(index)
    if _UNFOUND.match(" ".join(analysis.texts[chunk.last : chunk.last + _CLAUSE])):
        return Outcome.MISSING
    if chunk.code == "Q" and "victims" in words:
        return discourse.victims()
    if chunk.code in "QY" and analysis.codes[index - 1 : index] == "j" and "the" in words:
        whole = next((_WHOLES[word] for word in words if word in _WHOLES), None)
        if whole is not None:  # "29 of the 41 bodies", "five of the 18 patients"
            chunk.population = PEOPLE
            return whole
    if chunk.code == "Y" or are_lost(analysis, discourse, chunk):
        return Outcome.KILLED  # "All 14 bodies will be flown home", "the four colleagues we lost"
    outcome = _told_by_words(analysis, discourse, index, chunk)
    value = chunk.number.value if chunk.number is not None else None
    if outcome is not None or value is None:
        # "A fifth man leapt clear. The names of the five men ..."
        is_of_last = value is not None and has_ordinal(_told(analysis, discourse, chunk), value)
        return None if is_of_last else outcome
    around = _told_around(analysis, index, chunk)
    if around in discourse.outcomes and not _is_known(analysis, discourse, value, chunk):
        return around
    if value < _least(analysis, index, chunk):
        return None
    told = (f for f in _told_before(analysis, discourse, index) if f.scope is Scope.TOTAL)
    antecedent = nearest(value, (figure for figure in told if is_misstated(value, figure)))
    if antecedent is None or _is_known(analysis, discourse, value, chunk):
        return None
    is_dead = antecedent.outcome is Outcome.KILLED
    return antecedent.outcome if is_dead or not _is_buried(analysis, index) else None


def may_name(noun: str, figure: Figure, paragraph: int) -> bool:
    """Whether a noun may name those whom a figure has told of again, by just their number.

    As "the eight men", or "the eight airmen", where eight people or eight miners had died.
    """
    if f" {figure.population}".endswith(f" {noun}"):
        return True
    is_near = paragraph - figure.paragraph <= 1
    is_many = (figure.number or 0) > (_PAIR if is_near else _FEW)
    return is_many and (figure.population in _OF_NO_KIND or noun in ANYBODY)


def taken_up_by(
    analysis: Analysis, discourse: Discourse, index: int, chunk: Chunk
) -> Figure | None:
    """The figure told shortly before whose people a definite group must be, though miscounted.

    As in "Six were flown to Osk. The five are in intensive care", of a text without another five.
    """
    value = chunk.number.value if chunk.number is not None else None
    following = analysis.codes[index + 1 : index + 2]
    is_alone = _CLOSES.issuperset(following) or _acts(analysis, index)
    paragraph, noun = analysis.sentence.passage.number, chunk.population or PEOPLE
    # "Three of the five judges voted for the design": no judge has been told of.
    is_new = noun not in ANYBODY | _ANYBODY | {each.population for each in discourse.figures}
    is_placed = is_new and chunk.code == "Q" and following == "P"  # "the 55 pupils on a bus"
    if value is None or is_placed or ((chunk.code == "N" or is_new) and not is_alone):
        return None
    if _is_told_of_some(analysis, discourse, index) or _are_set_apart(analysis, index, chunk):
        return None
    before = list(_told_before(analysis, discourse, index))
    antecedent = of_kind(value, noun, before, _told(analysis, discourse, chunk))
    if antecedent is None:
        antecedent = nearest(value, (f for f in before if _may_be(value, noun, paragraph, f)))
        if antecedent is None or _is_known(analysis, discourse, value, chunk):
            return None
    others = _ACCUSED if antecedent.outcome is Outcome.INJURED else _SPARED
    return antecedent if others.isdisjoint(analysis.vocabulary) else None


def _told_before(analysis: Analysis, discourse: Discourse, index: int) -> Iterator[Figure]:
    """Whom a definite group may name, the last first.

    "These three" are others where the sentence before counts people who were not harmed. "Both" are
    the two whom the words before it name: "booked the owner and the contractor. Both have fled".
    """
    is_of_others = not discourse.last_sentence and bool(_counts_of(discourse.before))
    is_of_others = is_of_others and "these" in analysis.words_in(index)
    is_of_others = is_of_others or _are_named_pair(analysis, discourse, index)
    return iter(()) if is_of_others else reversed(discourse.figures)


def _are_named_pair(analysis: Analysis, discourse: Discourse, index: int) -> bool:
    """Whether it is "both", and its sentence or the one before has named two."""
    number = analysis.chunks[index].number
    if number is None or number.word != "both":
        return False
    before = discourse.before.sentence.text if discourse.before is not None else ""
    head = analysis.sentence.text[: analysis.tokens[number.first].start]
    return _TWO_NAMED.search(before) is not None or _TWO_NAMED.search(head) is not None


def _are_set_apart(analysis: Analysis, index: int, chunk: Chunk) -> bool:
    """Whether it is followed by which ones: "the 70 people in the bus", "the 11 from Osk".

    Or "the five people held by him were", and not "all 148 miners trapped below were dead".
    """
    behind = analysis.texts[chunk.last : chunk.last + _PAIR]
    is_aboard = behind[:1] in (["aboard"], ["from"]) or behind == ["on", "board"]
    is_aboard = is_aboard or (behind[:1] in (["in"], ["inside"], ["on"]) and behind[1:] == ["the"])
    is_which = "all" not in analysis.words_in(index)
    is_which = is_which and _HELD_BY.match(analysis.codes, index + 1) is not None
    following = analysis.codes[index + 1 : index + 2]
    is_which = is_which and (following == "z" or behind[0].endswith("ed"))
    return is_aboard or is_which or following == "C"


def miscounted(analysis: Analysis, discourse: Discourse, index: int, chunk: Chunk) -> Figure | None:
    """The figure for whose people a definite group is a slip, whatever is said of them.

    As in "killed 36 people ... The 34 include traders", or "The 63": the text has told of nobody
    else whom so many could be.
    """
    value = chunk.number.value if chunk.number is not None else None
    if value is None or not _is_said_of_them(analysis, index, chunk):
        return None
    antecedent = _nearly_told(analysis, discourse, index, value)
    if antecedent is None or _is_told_of_some(analysis, discourse, index):
        return None
    words = discourse.before.vocabulary if discourse.before is not None else frozenset()
    if not _TEAMS.isdisjoint(words | analysis.vocabulary):
        return None  # "The team played on Sunday. The 11 wore black"
    if value < _MANY or (antecedent.number or 0) < _MANY:
        others = _ACCUSED if antecedent.outcome is Outcome.INJURED else _SPARED
        if not others.isdisjoint(analysis.vocabulary):
            return None
    return None if _is_told_of_others(analysis, discourse, value, chunk) else antecedent


def slip_for(
    analysis: Analysis, discourse: Discourse, index: int, chunk: Chunk, outcome: Outcome
) -> Figure | None:
    """The count of a harm for which a number is a slip, of a text that has the number of no others.

    As in "killed 36 people ... bring back 34 lives"; the words say which harm is meant.
    """
    value = chunk.number.value if chunk.number is not None else None
    told = _nearly_told(analysis, discourse, index, value or 0)
    if value is None or told is None or told.outcome is not outcome:
        return None
    return None if _is_told_of_others(analysis, discourse, value, chunk) else told


def _nearly_told(analysis: Analysis, discourse: Discourse, index: int, value: int) -> Figure | None:
    """The count told before that is nearest to a number, twice or half of it at the most."""
    before = _told_before(analysis, discourse, index)
    return nearest(value, (figure for figure in before if _may_be_meant(value, figure)))


def _is_said_of_them(analysis: Analysis, index: int, chunk: Chunk) -> bool:
    """Whether what follows a definite number says nothing of which ones are meant.

    As in "the 15 every hour", "the 34 include traders", and not "the 31 rescued", "the 31 trapped
    below were", "the 31 who live there", "the eight in the second boat".
    """
    words = analysis.words_of(chunk.number) if chunk.number is not None else set()
    if chunk.code != "N" or _DEFINITE.isdisjoint(words):
        return False
    behind = analysis.texts[chunk.last : chunk.last + _REACH]
    following = analysis.codes[index + 1 : index + 2]
    is_participle = following == "z" and behind[0].endswith("ed")
    is_which = is_participle and bool(_FINITE.search(analysis.codes, index))
    is_lost = following == "r" and behind[:3] == ["who", "were", "lost"]
    # "The eight ranged in age from 16 to 66"
    is_telling = following == "w" and behind[0] in _TELLING
    is_said = is_lost or is_telling or (_GOING_ON.issuperset(following) and not is_which)
    return is_said and _SPARED.isdisjoint(behind)


def _may_be_meant(value: int, told: Figure) -> bool:
    """Whether so many, and no mere pair, may be meant for those told of."""
    number = told.number or 0
    least = _PAIR if abs(value - number) <= _PAIR else _SEVERAL
    return min(value, number) > least and is_misstated(value, told)


def _is_told_of_others(analysis: Analysis, discourse: Discourse, value: int, chunk: Chunk) -> bool:
    """Whether the text has the number elsewhere, of whatever, or counts that make it."""
    end = analysis.sentence.start + analysis.tokens[chunk.last - 1].end
    told = _told(analysis, discourse, chunk)
    if has_any(told, value) or has_any(discourse.text[end : end + _WITHIN], value):
        return True
    is_last = has_ordinal(told, value) or has_companions(told, value - 1)
    return is_last or _is_made(analysis, discourse, value) or _are_all(analysis, discourse, chunk)


def _is_made(analysis: Analysis, discourse: Discourse, value: int) -> bool:
    """Whether counts told shortly before make the number, or the names in the last sentence do.

    As do those who are left of a hundred: "61 per cent had it. The 39 were asked why".
    """
    here = analysis.sentence.passage.number
    recent = discourse.figures[-_RECENT:]
    before = [number for number in _counts_of(discourse.before) if number > 1]
    wholes = [figure.number for figure in recent if figure.number][-_FEW:]
    left = {whole - number for whole in wholes for number in before}
    if value in {sum(before), *left, *_names_of(discourse.before), *_rests_of(discourse.before)}:
        return True
    # One of many, told of alone, is neither added to them nor taken from them.
    is_many = value >= _MANY
    counts = [f for f in recent if not (is_many and f.number == 1 and f.scope is Scope.PART)]
    return is_made_of(value, counts, here - _CLOSE)


def _are_all(analysis: Analysis, discourse: Discourse, chunk: Chunk) -> bool:
    """Whether they are those of whom one sentence told, whatever befell them, and not mourned.

    As in "Three people died and two were hurt", and far below "The five had been at a wedding". Or
    "Three people died", and below "Lena Rill, the fourth in the car, survived. ... All four".
    """
    if _has_link(analysis, chunk, _MOURNED | _KIN):
        return False
    value = chunk.number.value if chunk.number is not None else None
    is_one_more = any(
        f.outcome is Outcome.KILLED and f.scope is Scope.TOTAL and f.number == (value or 0) - 1
        for f in discourse.figures[-_RECENT:]
    )
    if is_one_more and _ONE_LIVED.search(_told(analysis, discourse, chunk)):
        return True
    return any(
        one.sentence == other.sentence
        and one.outcome is not other.outcome
        and (one.number or 0) + (other.number or 0) == value
        for one, other in pairwise(discourse.figures[-_RECENT:])
    )


def _may_be(value: int, noun: str, paragraph: int, told: Figure) -> bool:
    """Whether "the five" may be those told of: shortly before, or nearly as many and named so."""
    is_kind = PEOPLE in (noun, told.population) or noun == told.population
    is_close = is_kind and paragraph - told.paragraph <= _CLOSE
    is_near = is_close or (is_slip(value, told) and (is_kind or noun in ANYBODY))
    return is_near and is_misstated(value, told)


def _acts(analysis: Analysis, index: int) -> bool:
    """Whether some of a number do what no participle tells: "three of the 18 need a doctor"."""
    if analysis.codes[index - 1 : index] not in ("j", "o") or index + 1 >= len(analysis.chunks):
        return False
    is_suffering = analysis.codes[index + 1] == "S"
    return is_suffering or not _ACTING.isdisjoint(analysis.words_in(index + 1))


def _is_told_of_some(analysis: Analysis, discourse: Discourse, index: int) -> bool:
    """Whether the victims are some of the group: "killing 14 of the 19 on board"."""
    claim = analysis.claims.get(index - 1)
    if claim is not None and 0 <= claim.harm < index - 1 and analysis.codes[index - 1] == "j":
        return True
    share = analysis.chunks[index - 1].number if analysis.codes[index - 1 : index] == "j" else None
    is_some = share is not None and share.value != 1  # "one of the five was a cook"
    return is_some and any(f.number == share.value for f in discourse.figures if share)


def are_lost(analysis: Analysis, discourse: Discourse, chunk: Chunk) -> bool:
    """Whether the words behind say so: "the four colleagues we lost", "the six who never woke".

    Not where they are some body's own, of which the lead has not told: "the 15 the school mourns".
    """
    lost = _LOST.places(analysis.texts[chunk.last :][:_FAR])
    if not lost:
        return False
    behind = analysis.tokens[chunk.last :][: lost[0][1]]
    whose = [token.text for token in behind if token.is_capital or token.text in _BODIES]
    return is_of_lead(whose, discourse)


def _told_around(analysis: Analysis, index: int, chunk: Chunk) -> Outcome | None:
    """What the words around it say of those whom it takes up, so that their number is theirs.

    As in "wished the 36 injured a quick recovery", "most of the 27 died of smoke", "wrote to the 12
    men and their families".
    """
    if chunk.population not in _ANYBODY | {None}:
        return None
    tokens = analysis.tokens
    behind = [text_at(tokens, chunk.last + after) for after in range(3)]
    if behind[:2] == ["and", "their"] and behind[2] in _BEREAVED:
        return Outcome.KILLED
    share, link = (text_at(tokens, chunk.first - back) for back in (2, 1))
    is_share = link == "of" and share in _SHARES and _DIED_HOW.match(analysis.codes, index)
    is_harmed = _HARMED.match(analysis.codes, index) and _is_named_by_harm(analysis, index + 1)
    return analysis.chunks[index + 1].outcome if is_share or is_harmed else None


def _is_named_by_harm(analysis: Analysis, harm: int) -> bool:
    """Whether it is "wished the 36 injured a quick recovery", and not "the 36 injured a guard".

    Or "the 36 dead deserve better", and not "the 36 dead ends".
    """
    words, last = analysis.words_in(harm), analysis.chunks[harm].last
    behind = [text_at(analysis.tokens, last + after) for after in range(3)]
    if "dead" in words:
        return not any(is_thing(word) or word.endswith("s") for word in behind[:1])
    return bool(_NAMED_BY_HARM & words) and not any(map(is_person_noun, behind))


def _told_by_words(
    analysis: Analysis, discourse: Discourse, index: int, chunk: Chunk
) -> Outcome | None:
    """What the words around it say became of them."""
    if chunk.code == "N":
        is_dead = _has_link(analysis, chunk, _MOURNED) and not _are_of_two(discourse, chunk)
        is_spared = text_at(analysis.tokens, chunk.last) in _SPARED  # "names of the 94 arrested"
        return Outcome.KILLED if is_dead and not is_spared else None
    subject = _SUBJECT if chunk.population == PEOPLE else _NAMED_SUBJECT
    outcome = analysis.chunks[index + 1].outcome if subject.match(analysis.codes, index) else None
    is_dead = _has_link(analysis, chunk, _MOURNED) or _is_buried(analysis, index)
    if outcome is None and is_dead and chunk.population != PEOPLE:
        outcome = Outcome.KILLED
    kinds = {figure.population for figure in discourse.figures if figure.outcome is outcome}
    return outcome if chunk.population in kinds | {PEOPLE} else None


def _are_of_two(discourse: Discourse, chunk: Chunk) -> bool:
    """Whether they are the dead and the hurt together."""
    recent = discourse.figures[-_RECENT:]
    told = {f.number for f in recent if f.number and f.scope is Scope.TOTAL}
    value = chunk.number.value if chunk.number is not None else None
    return value in {sum(two) for two in combinations(told, 2)}


def _has_link(analysis: Analysis, chunk: Chunk, nouns: frozenset[str]) -> bool:
    """Whether it is of those whom a noun is about: "funerals for all 24", "families of the 12".

    Or "a minute's silence was held for the 12", with a verb in between.
    """
    at = chunk.first - 1
    if follows(analysis.tokens, at - 1, ("each", "of")):  # "the family of each of the 12"
        at -= 2
    link = text_at(analysis.tokens, at)
    reach = {"of": 1, "on": 1, "to": 1, "for": _REACH}.get(link, 0)
    before = analysis.tokens[max(0, at - reach) : at]
    return any(token.text in nouns for token in before)


def _is_buried(analysis: Analysis, index: int) -> bool:
    """Whether they are said to be buried, or mourned: "The 17 men will be laid to rest"."""
    match = _ENDED.match(analysis.codes, index)
    end = match.end() if match is not None else len(analysis.chunks)
    return end < len(analysis.chunks) and bool(_BURIED & analysis.words_in(end))


def _least(analysis: Analysis, index: int, chunk: Chunk) -> float:
    """From which number on its place shows that it takes up all those told of."""
    if _has_link(analysis, chunk, _KIN):
        return _FEW
    if chunk.code == "Q":
        is_anybody = chunk.population == PEOPLE and bool(_THESE & analysis.words_in(index))
        return (
            _FEW
            if is_anybody and "r" not in analysis.codes[index + 1 : index + 2]
            else float("inf")
        )
    following = analysis.codes[index + 1 : index + 2]
    if not _CLOSES.issuperset(following):
        return float("inf")
    if analysis.codes[index - 1 : index] == "j":
        return _FEW
    is_opening = analysis.codes[:index] in ("", '"') and following in ("B", "H")
    if not is_opening or not _SPARED.isdisjoint(analysis.vocabulary):
        return float("inf")
    return _FEW if "all" in analysis.words_in(index) else _SEVERAL


def _is_known(analysis: Analysis, discourse: Discourse, value: int, chunk: Chunk) -> bool:
    """Whether the text has the number, or two or three that make it."""
    if _is_made(analysis, discourse, value) or _are_all(analysis, discourse, chunk):
        return True
    told = _told(analysis, discourse, chunk)
    # "A fifth man leapt clear", "The driver was with four friends"
    return has_number(told, value) or has_ordinal(told, value) or has_companions(told, value - 1)


def _told(analysis: Analysis, discourse: Discourse, chunk: Chunk) -> str:
    """The text before a number, as far back as one looks for it."""
    end = analysis.sentence.start + analysis.tokens[chunk.first].start
    return discourse.text[max(0, end - _WITHIN) : end]


def _counts_of(before: Analysis | None) -> list[int]:
    """What the sentence before counts: "four were discharged", and neither "aged 8" nor "5 km"."""
    if before is None:
        return []
    told = [each.value for each in find_numbers(before.tokens) if each.word != "article"]
    return [value for value in told if value and has_any(before.sentence.text, value)]


def _names_of(before: Analysis | None) -> range:
    """How many the sentence before may have named."""
    tokens = before.tokens if before is not None else []
    joints = sum(
        token.text in {",", "and"} and (named.is_capital or named.text in _OPENING_A_NAME)
        for token, named in pairwise(tokens)
    )
    return range(_FEW, joints + 2)


def _rests_of(before: Analysis | None) -> list[int]:
    """How many of a hundred the sentence before leaves: "61 per cent said yes"."""
    text = before.sentence.text if before is not None else ""
    return [_ALL_PER_CENT - int(share[1]) for share in _SHARE.finditer(text)]
