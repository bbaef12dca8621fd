"""Figures that take up an earlier one: "the count of 28", "all 14 victims", "up from 37"."""

from __future__ import annotations

from itertools import pairwise, product

from casualties.extractors.analysis import QUANTITIES, Analysis, Claim, Discourse
from casualties.extractors.antecedents import as_whole
from casualties.extractors.chunks import Chunk
from casualties.extractors.definites import (
    ANYBODY,
    are_lost,
    is_of_dead,
    is_of_which,
    may_name,
    miscounted,
    outcome_of,
    taken_up_by,
    takes_up_all,
)
from casualties.extractors.leaning import RISES, SPOKEN_OF
from casualties.extractors.lives import add_lives_told
from casualties.extractors.nouns import is_person_noun, is_thing, person_of
from casualties.extractors.phrases import Phrases
from casualties.extractors.times import EVENTS, SLOTS
from casualties.extractors.tokens import follows, text_at
from casualties.extractors.words import code_of
from casualties.lexicon import load
from casualties.model import ATTACKER, PEOPLE, Figure, Outcome, Qualifier, Scope
from casualties.patterns import pattern

__all__ = ["add_recalls"]

_WORDS = load("parts")
_EXCEEDING = frozenset(_WORDS["exceeding"])
_OF_ANYTHING = frozenset({"number", "numbers", "figure", "figures", "total", "totals"})
_COUNT_NOUNS = frozenset(_WORDS["count_nouns"])
_SUPERLATIVES = frozenset(load("events")["superlatives"])
_VICTIM_NOUNS = frozenset(_WORDS["victim_nouns"])
_LIVING = frozenset(_WORDS["living"])
_OLDER = frozenset(load("references")["older"])
_REACH, _BEHIND = 16, 2
_CLOSE = 6
_THRICE = 3
_PREDICATE = 3
_UNHARMED = frozenset(load("unreal")["well"]) - {"well"}
_POSSESSIVES = frozenset({"his", "her", "their"})
_MEANS = frozenset(load("outcomes")["means"])
_DEFINITE = frozenset(load("grammar")["known"])
_COUNT = pattern(r"#(?!o[Dw])(?:P?[wDaPBHTv,](?!#)){0,12}?[oPBfv:]a?D?([NQ])")


def add_recalls(analysis: Analysis, discourse: Discourse) -> None:
    """Add to the claims of a sentence the numbers that restate or replace one told before."""
    _add_exceeded(analysis)
    _add_counts(analysis, discourse)
    _add_count_before(analysis, discourse)
    _add_replaced(analysis, discourse)
    _add_bracketed(analysis)
    _add_more_than(analysis, discourse)
    _add_answer(analysis, discourse)
    _add_risen(analysis, discourse)
    _add_changed(analysis, discourse)
    _add_rise(analysis, discourse)
    _add_restated(analysis, discourse)
    _add_ours(analysis, discourse)
    _add_told_alone(analysis, discourse)
    add_lives_told(analysis, discourse)
    _settle_casualties_told(analysis, discourse)
    # "In the first three, 21 people were killed": three raids
    match = _IN_SO_MANY.match(analysis.codes)
    if match is not None and len(analysis.claims) > 1:
        analysis.claims.pop(match.start(1), None)


def _add_replaced(analysis: Analysis, discourse: Discourse) -> None:
    """As in "up from 37", "rose to 118 on Monday from 96": the number that the figure replaces."""
    for index, chunk in analysis.quantities:
        if chunk.code not in "NQF" or chunk.population not in (None, PEOPLE):
            continue
        at = index - 1
        while at >= 0 and (analysis.codes[at] in "Da" or "previous" in analysis.words_in(at)):
            at -= 1
        if at < 0:
            continue
        first = analysis.chunks[at].first
        word = text_at(analysis.tokens, first)
        if word == "against" or follows(analysis.tokens, first - 1, ("compared", "with")):
            _add_compared(analysis, index)
            continue
        if analysis.codes[at] != "p":
            continue
        is_change = any(code in "vt#" for code in analysis.codes[:index])
        is_rise = text_at(analysis.tokens, first - 1) in _UP
        if _is_rise_by_share(analysis, at) and index not in analysis.claims:
            _add_compared(analysis, index, is_older=True)
        elif is_change or is_rise:
            _replace(analysis, discourse, index, is_rise=is_rise)


_UP = frozenset({"up", "down"})
_BY_SHARE = pattern(r"(P)X(?:Pw|w)?$")


def _is_rise_by_share(analysis: Analysis, before: int) -> bool:
    """Whether it is "down 4.7 per cent from 1,664"."""
    match = _BY_SHARE.search(analysis.codes, max(0, before - _CLOSE), before)
    return match is not None and not _UP.isdisjoint(analysis.words_in(match.start(1)))


def _is_toll_like(analysis: Analysis, near: int, index: int) -> bool:
    """Whether a number is no more than thrice or a third of the figure that it leans on."""
    told, old = (analysis.chunks[at].number for at in (near, index))
    values = (told.value or 0 if told else 0, old.value or 0 if old else 0)
    return max(values) <= _THRICE * min(values)


# "while the agency raised its figure from 58 to 163"
_RAISED = pattern(r"#p[NQ]f[NQ](?=[.,;)\"a]|$)")


def _replace(analysis: Analysis, discourse: Discourse, index: int, *, is_rise: bool) -> None:
    """Make a number an older toll; the outcome of "up from seven" is the new one's."""
    claim, near = analysis.claims.get(index), analysis.nearest(index)
    if claim is not None:
        if is_rise or analysis.codes[index + 1 : index + 2] == "f":
            claim.scope = claim.scope or Scope.PREVIOUS
        if is_rise and near is not None and claim.scope is Scope.PREVIOUS:
            claim.outcome = near.outcome
        _settle_casualties(analysis, claim)
    elif near is not None:
        scope = None if _is_of_same_time(analysis, index) else Scope.PREVIOUS
        analysis.claim(index, near.outcome, scope, "replaced")
        if (
            index > 1
            and _RAISED.match(analysis.codes, index - 2)
            and _is_toll_like(analysis, near.index, index)
        ):
            analysis.claim(index + 2, near.outcome, None, "replaced")
    elif is_rise and analysis.is_first(index):
        named = {chunk.outcome for chunk in analysis.chunks[:index]} - {None}
        # "The missing figure has come down from 29", "The figure is up from 31 a week ago"
        outcome = discourse.told_of() if not named else named.pop()
        if outcome is not None and not named:
            analysis.claim(index, outcome, Scope.PREVIOUS, "replaced")


def _is_of_same_time(analysis: Analysis, index: int) -> bool:
    """Whether it is "down from 70 at the same point in 2022": no toll that was put right."""
    first = analysis.chunks[index].last
    behind = analysis.texts[first : first + _CLOSE]
    year = any(first <= at < first + _CLOSE for at, _ in analysis.years)
    return year and behind[1:3] == ["the", "same"]


def _settle_casualties(analysis: Analysis, old: Claim) -> None:
    """As in "casualties rose to 90 from 60 injured": both count the injured."""
    new = analysis.nearest(old.index)
    if new is not None and new.outcome is Outcome.CASUALTIES:
        new.outcome = old.outcome


def _settle_casualties_told(analysis: Analysis, discourse: Discourse) -> None:
    """As in "seven were injured ... The seven casualties": all of them the injured told before."""
    for index, claim in analysis.claims.items():
        number = analysis.chunks[index].number
        if claim.outcome is not Outcome.CASUALTIES or number is None:
            continue
        opening = analysis.words_of(number)
        told = {f.outcome for f in discourse.figures if f.number == number.value}
        if opening & _DEFINITE and told == {Outcome.INJURED}:
            claim.outcome = Outcome.INJURED


def _add_compared(analysis: Analysis, index: int, *, is_older: bool = False) -> None:
    """As in "27 deaths, against the 21 of noon": an older count, or one of another time.

    Things may be counted in between: "died in 19 accidents, against 24 last year".
    """
    number, at = analysis.chunks[index].number, index
    while at > 0 and (analysis.codes[at - 1] not in QUANTITIES or analysis.codes[at - 1] == "X"):
        at -= 1
    near = analysis.claims.get(at - 1)
    if near is None or number is None:
        return
    opening = analysis.words_of(number)
    scope = Scope.PREVIOUS if "the" in opening or is_older else None
    analysis.claim(index, near.outcome, scope, "compared")


_IN_BRACKETS = pattern(r"[NQF]\([^()]{1,6}(N)\)")


def _add_bracketed(analysis: Analysis) -> None:
    """As in "Deaths: 232 (week 30: 214)": the count of the report before, in brackets."""
    if "(" not in analysis.codes:
        return
    for match in _IN_BRACKETS.finditer(analysis.codes):
        claim = analysis.claims.get(match.start())
        inside = analysis.tokens[
            analysis.chunks[match.start()].last : analysis.chunks[match.start(1)].first
        ]
        if claim is not None and _OLDER & {token.text for token in inside}:
            analysis.claim(match.start(1), claim.outcome, Scope.PREVIOUS, "bracketed")


def _add_exceeded(analysis: Analysis) -> None:
    """As in "the number of deaths linked to it surpassed 100,000": the number holds the verb."""
    for index, chunk in analysis.quantities:
        if chunk.code != "N" or analysis.tokens[chunk.first].text not in _EXCEEDING:
            continue
        for at in range(index - 1, max(-1, index - _REACH), -1):
            subject = analysis.chunks[at]
            if subject.code in QUANTITIES or subject.code in ";.":
                break
            is_number = subject.code in "dkKZe" and "#" in analysis.codes[max(0, at - _CLOSE) : at]
            if (subject.code in "tGm" or is_number) and subject.outcome is not None:
                analysis.claim(index, subject.outcome, None, "exceeded")
                break


_ORDER = 10
_PAIR = 2
_ABOARD = frozenset({"board", "aboard"})
_IN_A = frozenset(product(("in", "inside"), ("the", "a", "an", "each")))


def _add_counts(analysis: Analysis, discourse: Discourse) -> None:
    """As in "The count of 28", "an earlier figure of 33": a count of those told of before."""
    if "#" not in analysis.codes:
        return
    for match in _COUNT.finditer(analysis.codes):
        index = match.start(1)
        chunk = analysis.chunks[index]
        noun = text_at(analysis.tokens, analysis.chunks[match.start()].first)
        whose = analysis.chunks[match.start()].first - 1
        if text_at(analysis.tokens, whose) == "whose":
            # "All the attackers, whose number police gave as five, are dead"
            owner = text_at(
                analysis.tokens, whose - 1 - (text_at(analysis.tokens, whose - 1) == ",")
            )
            chunk.population = person_of([owner]) if is_person_noun(owner) else chunk.population
            continue
        is_bare = chunk.code == "N" or chunk.population == PEOPLE
        near = next((c for i, c in sorted(analysis.claims.items()) if i < index), None)
        outcome = near.outcome if near is not None else _outcome_told(discourse, chunk)
        counts_other = (
            analysis.codes[index + 1 : index + 2] in ("w", "o")
            or _tells_who_was_there(analysis, match.start(), index)
            or (noun in _OF_ANYTHING and near is None and _counted_others(discourse))
        )
        if (
            outcome is not None
            and noun in _COUNT_NOUNS
            and chunk.of is None
            and is_bare
            and not counts_other
            and _may_be_count(discourse, outcome, chunk)
        ):
            # "the figure of 14 given earlier"
            behind = [text_at(analysis.tokens, chunk.last + after) for after in range(_BEHIND)]
            scope = None if _OLDER.isdisjoint(behind) else Scope.PREVIOUS
            analysis.claim(index, outcome, scope, "count")


def _tells_who_was_there(analysis: Analysis, start: int, end: int) -> bool:
    """As in "the number on board was put at 30", "the number in the trailer at 30"."""
    words = analysis.texts[analysis.chunks[start].first : analysis.chunks[end].first]
    return not _ABOARD.isdisjoint(words) or any(
        (opening, article) in _IN_A and is_thing(noun)
        for opening, article, noun in zip(words, words[1:], words[2:], strict=False)
    )


def _counted_others(discourse: Discourse) -> bool:
    """Whether the sentence before has a count, but of nobody who came to harm: "16 were there"."""
    before = discourse.before
    return (
        before is not None
        and not before.claims
        and any(chunk.code in "NQ" for _, chunk in before.quantities)
    )


_BEFORE_COUNT = pattern(r"([N])B[aT]*D(#)(?=[.,;\"]|$)")


def _add_count_before(analysis: Analysis, discourse: Discourse) -> None:
    """As in "More bodies were found, and 35 is now the total"."""
    is_of_harm = "#" in analysis.codes and analysis.may_harm
    for match in _BEFORE_COUNT.finditer(analysis.codes) if is_of_harm else ():
        chunk = analysis.chunks[match.start(1)]
        outcome = discourse.told_of() or discourse.victims()
        is_count = not _COUNT_NOUNS.isdisjoint(analysis.words_in(match.start(2)))
        if outcome is not None and is_count and _may_be_count(discourse, outcome, chunk):
            analysis.claim(match.start(1), outcome, None, "count")


def _may_be_count(discourse: Discourse, outcome: Outcome, chunk: Chunk) -> bool:
    """Whether a number is of the order of those told: a "figure of 610" is none beside 33 dead."""
    value = chunk.number.value if chunk.number is not None else None
    told = [f.number for f in discourse.figures if f.outcome is outcome and f.number]
    return not value or not told or value <= _ORDER * max(told)


def _outcome_told(discourse: Discourse, chunk: Chunk) -> Outcome | None:
    """What befell those who were counted by the same number, else what was told last."""
    value = chunk.number.value if chunk.number else None
    told = (f.outcome for f in reversed(discourse.figures) if value and f.number == value)
    return next(told, None) or discourse.told_of() or discourse.topic


_IN_SO_MANY = pattern(r"PD?w?(N),")
_MORE_THAN = pattern(r"([NQ])w?P([NQ])")


def _add_more_than(analysis: Analysis, discourse: Discourse) -> None:
    """As in "That is seven more than the 39 of midnight": an increment and what it is added to."""
    if not {"more", "than"} <= analysis.vocabulary:
        return
    whole = discourse.whole(None)
    for match in _MORE_THAN.finditer(analysis.codes):
        more, old = match.start(1), match.start(2)
        first = analysis.chunks[old].first
        adds = [t.text for t in analysis.tokens[first - 2 : first]] == ["more", "than"]
        if whole is not None and adds and not {more, old} & analysis.claims.keys():
            analysis.claim(more, whole.outcome, Scope.ADDITIONAL, "more-than")
            analysis.claim(old, whole.outcome, Scope.PREVIOUS, "more-than")


# "It went up to 46", "That has since risen to 46"
_TOLLS = ("toll", "number-of-dead")
_ROSE = pattern(r"^D(?:[aH]*vP?a?f[NQ](?=[.,;rPa]|$)|B(?:NP[ay],?c)?NP[ay]{1,2}(?=[.,;]|$))")
_IT = frozenset({"it", "that"})


def _add_risen(analysis: Analysis, discourse: Discourse) -> None:
    """As in "The toll was put at 24. It went up to 46 when": the toll just told went on.

    In "The toll is now 68. It was 52 on Sunday and 61 on Tuesday" it is an older one.
    """
    match = _ROSE.match(analysis.codes) if discourse.before is not None else None
    if match is None or discourse.before is None or analysis.opening not in _IT:
        return
    told = [claim for _, claim in sorted(discourse.before.claims.items())]
    if told and told[-1].name.startswith(_TOLLS):
        for index in (at for at in range(*match.span()) if analysis.codes[at] in "NQ"):
            scope = None if "v" in match[0] else Scope.PREVIOUS
            analysis.claim(index, told[-1].outcome, scope, "risen")


# "The total has dropped from 1,664 to 1,586", "The figure was lowered on Sunday from 174"
_CHANGED = pattern(r"(#)[aHBT]{0,3}v(?:P[aywX]{1,3})?p(N)(?:f(N))?(?=[.,;\"PaX]|$)")


def _add_changed(analysis: Analysis, discourse: Discourse) -> None:
    """As in "The total has dropped from 1,664 to 1,586": an older count, and the one just told."""
    for match in _CHANGED.finditer(analysis.codes) if "#" in analysis.codes else ():
        old, new = match.start(2), match.start(3)
        chunk = analysis.chunks[old if new < 0 else new]
        value = chunk.number.value if chunk.number is not None else None
        outcome = discourse.outcome_of_about(value or 0) if new >= 0 else discourse.told_of()
        nouns = _COUNT_NOUNS & analysis.words_in(match.start(1))
        # "The station had many engines. The number has dropped from 20 to 11"
        is_told_before = discourse.before is not None and bool(discourse.before.claims)
        is_count = bool(nouns) and (is_told_before or nouns.isdisjoint(_OF_ANYTHING))
        if outcome is not None and is_count and _may_be_count(discourse, outcome, chunk):
            analysis.claim(old, outcome, Scope.PREVIOUS, "changed")
            if new >= 0:
                analysis.claim(new, outcome, None, "changed")


# "The rise from 61", or the increase in fatalities "(from 68"
_RISE = pattern(r"([wv])(?:PD?a?([tmG]))?\(?p(N)(?=[.,;\"BHzPp]|$)")


def _add_rise(analysis: Analysis, discourse: Discourse) -> None:
    """As in "The rise from 61 is worrying", "the increase in deaths (from 68": an older count."""
    for match in _RISE.finditer(analysis.codes) if "p" in analysis.codes else ():
        number, what = analysis.chunks[match.start(3)].number, match.start(2)
        if number is None or RISES.isdisjoint(analysis.words_in(match.start(1))):
            continue
        outcome = analysis.chunks[what].outcome if what >= 0 else None
        outcome = outcome or discourse.outcome_of_about(number.value or 0)
        if outcome is not None:
            analysis.claim(match.start(3), outcome, Scope.PREVIOUS, "rise")


_ANSWER = pattern(r"^DBa?([NQ])[.]?$")


def _add_answer(analysis: Analysis, discourse: Discourse) -> None:
    """As in "We misstated the number of the injured. It is 45."."""
    if discourse.topic is None:
        return
    match = _ANSWER.match(analysis.codes)
    if match is not None:
        analysis.claim(match.start(1), discourse.topic, None, "answer")


def _add_restated(analysis: Analysis, discourse: Discourse) -> None:
    """As in "all 14 victims", "the five": a number told before, taken up again."""
    for index, chunk in analysis.quantities:
        number = chunk.number
        if chunk.code not in "NQY" or number is None:
            continue
        if index in analysis.claims and not _is_means(analysis, analysis.claims[index]):
            continue
        opening = analysis.words_of(number)
        words = analysis.words_in(index)
        is_generic = bool(words & _VICTIM_NOUNS)
        is_count = number.qualifier is Qualifier.EXACT or (is_generic and "the" in opening)
        if chunk.of is not None or not is_count:
            continue
        is_definite = bool(opening & _DEFINITE) or number.word == "both"
        is_definite = is_definite or takes_up_all(analysis, chunk) or _is_owned(analysis, chunk)
        # ... nor "all but two of the 14", who are neither the 14 nor told of before
        if not is_definite or opening & {"but", "other", "remaining"} or (number.value or 0) < 2:
            continue
        if follows(analysis.tokens, number.first - 1, ("in", "all")):
            continue  # "we have counted in all 21 victims"
        is_more = analysis.codes[index + 1 : index + 2] == "o" and not is_generic
        if (
            words & _LIVING
            or is_more
            or _is_of_those_there(analysis, chunk)
            or _is_of_a_jury(analysis, chunk)
            or _is_aimed(analysis, chunk)
            or _are_unharmed(analysis, chunk)
            or (_counts_places(analysis, chunk) and not is_generic)
            or text_at(analysis.tokens, chunk.last) in _SUPERLATIVES  # "the five most feared gangs"
        ):
            continue
        _restate(analysis, discourse, index, chunk, is_generic=is_generic)


def _is_aimed(analysis: Analysis, chunk: Chunk) -> bool:
    """As in "began to fire at the 17 tourists": nothing says that they were hit."""
    before = analysis.texts[max(0, chunk.first - _CLOSE) : chunk.first]
    return before[-1:] in (["at"], ["on"]) and not _AIMING.isdisjoint(before)


def _counts_places(analysis: Analysis, chunk: Chunk) -> bool:
    """As in "twice the 90 people its licence allows", "the 40 that the hall was built for"."""
    is_multiple = text_at(analysis.tokens, chunk.first - 1) in _MULTIPLES
    return is_multiple or bool(_CAPACITY.texts(analysis.texts[chunk.last :][:_REACH]))


def _is_of_a_jury(analysis: Analysis, chunk: Chunk) -> bool:
    """As in "He told the six men and six women of the jury"."""
    behind = " ".join(analysis.texts[chunk.last : chunk.last + _CLOSE])
    return " of the jury" in f" {behind}"


def _is_owned(analysis: Analysis, chunk: Chunk) -> bool:
    """Whether they are an event's own, or its day's: "the blast's 44", "whose 44 victims"."""
    owner = text_at(analysis.tokens, chunk.first - 1)
    is_owned = owner.removesuffix("'s") in EVENTS | _DAYS and owner.endswith("'s")
    before = analysis.texts[max(0, chunk.first - 1 - _BEHIND) : chunk.first - 1]
    is_owned = is_owned or (owner == "whose" and not EVENTS.isdisjoint(before))
    # "It was, with 44 victims, the worst fire", and not "a fire with 44 victims"
    is_aside = owner == "with" and before[-1:] in ([], [","])
    is_owned = is_owned or (is_aside and not EVENTS.isdisjoint(analysis.vocabulary))
    return is_owned and not _VICTIM_NOUNS.isdisjoint(analysis.texts[chunk.first : chunk.last])


_OURS = pattern(r"^\"?(Q)(?:cw)?(?:\"|[.]|$|[BHM])")
_AIMING = frozenset(load("references")["aiming"])
_THERE = frozenset(load("references")["there"])
_MULTIPLES = frozenset(load("references")["multiples"])
_CAPACITY = Phrases(load("references")["capacity"], SLOTS)
_KIN = frozenset(load("references")["ours"])
_SPARED = frozenset(load("references")["spared"])
_SURVIVING = frozenset({"survived", "survivor"})
_LEFT_BEHIND = frozenset(load("references")["left_behind"])


def _add_ours(analysis: Analysis, discourse: Discourse) -> None:
    """As in "All 21 of our comrades have been brought up", "Seven of our brothers and sisters."."""
    match = _OURS.match(analysis.codes) if "our" in analysis.vocabulary else None
    if match is None or match.start(1) in analysis.claims:
        return
    index = match.start(1)
    words, number = analysis.words_in(index), analysis.chunks[index].number
    is_all = "all" in words or match[0][-1] not in "BHM"
    is_all = is_all or are_lost(analysis, discourse, analysis.chunks[index])
    is_near = number is not None and discourse.is_no_part(Outcome.KILLED, number.value or 0)
    is_ours = {"of", "our"} <= words and not words.isdisjoint(_KIN)
    if is_ours and is_all and is_near and _SPARED.isdisjoint(analysis.vocabulary):
        analysis.chunks[index].population = PEOPLE
        analysis.claim(index, Outcome.KILLED, None, "ours")


_COUNTING, _COUNTED_BY, _BE_AT = (
    frozenset(load("references")[key]) for key in ("counting", "counted_by", "be_at")
)
_BE = frozenset(load("grammar")["classes"]["be"])
_PAST = frozenset({"was", "were"})
_DAYS = frozenset(load("events")["days"])
_SAYING = frozenset({"say", "says"})
_WE = frozenset({"we", "i"})
_HAVING = frozenset({"have", "counted"})
_SAID_OF_A_NUMBER = frozenset(load("references")["said_of_a_number"])
_NUMBERS_OF = frozenset((noun, "of") for noun in _COUNT_NOUNS)
_NAMED_ON, _FURTHER = (frozenset(load("references")[key]) for key in ("named_on", "further"))
_OF_AN_AGE = frozenset(load("quantities")["of_an_age"])
_ENDS = frozenset({"", ".", ",", ";", ":", "-", "(", '"', "c", "a", "P"})


def _add_told_alone(analysis: Analysis, discourse: Discourse) -> None:
    """As in "It is 27 now", "We are at 27", "They say 27", and a quotation: "27 people," he said.

    Or "27 is a small number", "We have counted 27", "They spoke of 27", "a wall with 27 names".

    Nothing but the number says that it is the toll: it must be the one told of, or nearly so.
    """
    for index, chunk in analysis.quantities:
        number = chunk.number
        if index in analysis.claims or number is None or not number.is_plain:
            continue
        is_put = chunk.code != "N" or _is_put_alone(analysis, index, chunk)
        if not is_put and not _is_itself_told_of(analysis, index, chunk):
            continue
        if chunk.code == "N" or (chunk.code == "Q" and _is_all_that_is_said(analysis, index)):
            outcome = discourse.outcome_of_about(number.value or 0)
            if outcome is not None and (chunk.population or PEOPLE) == PEOPLE:
                analysis.claim(index, outcome, None, "alone")


def _is_put_alone(analysis: Analysis, index: int, chunk: Chunk) -> bool:
    """Whether a number is what somebody puts a count at, and its clause ends with it."""
    subject, verb = (text_at(analysis.tokens, chunk.first - back) for back in (2, 1))
    if verb in _PAST and not _DAYS.isdisjoint(analysis.vocabulary):
        return False  # "On Tuesday it was 36"
    is_put = (
        verb in _COUNTED_BY
        or (verb in _BE and subject in _COUNTING)
        or (verb == "at" and subject in _BE_AT)
        or (verb in _SAYING and subject == "they")
        or (verb in ("of", "on") and subject in SPOKEN_OF)
        or (verb in _HAVING and _is_ours(analysis, chunk.first - 2))
    )
    return is_put and analysis.codes[index + 1 : index + 2] in _ENDS


def _is_ours(analysis: Analysis, before: int) -> bool:
    """Whether it is "we have 27", "we have counted 27", "we now have 27", and not in custody."""
    if not _SPARED.isdisjoint(analysis.vocabulary):
        return False
    while before > 0 and code_of(analysis.tokens[before]) in "aH":
        before -= 1
    return text_at(analysis.tokens, before) in _WE


def _is_itself_told_of(analysis: Analysis, index: int, chunk: Chunk) -> bool:
    """Whether the number is spoken of: "27 is a small number", or those whom a wall names."""
    if text_at(analysis.tokens, chunk.last) == "names":
        of_whom = analysis.codes[index + 2 : index + 4]
        is_of_others = of_whom[:1] == "o" and of_whom != "oG"  # "27 names of the dead"
        is_of_others |= text_at(analysis.tokens, chunk.first - 1) == "had"  # "We had 20 names"
        is_of_others |= not _FURTHER.isdisjoint(analysis.texts[chunk.last :])
        return not is_of_others and not _NAMED_ON.isdisjoint(analysis.vocabulary)
    is_subject = analysis.codes[:index] in ("", '"') and (chunk.number is not None)
    behind = analysis.texts[chunk.last : chunk.last + _CLOSE]
    # "16 is the maximum number of passengers", "24 is a bus route"
    is_of_others = any(pair in _NUMBERS_OF for pair in pairwise(behind))
    is_subject = is_subject and behind[:1] in (["is"], ["was"]) and not is_of_others
    is_subject = is_subject and not _SAID_OF_A_NUMBER.isdisjoint(behind)
    return is_subject and _OF_AN_AGE.isdisjoint(analysis.vocabulary)


def _is_all_that_is_said(analysis: Analysis, index: int) -> bool:
    """Whether a quotation is "Twenty-seven people", or "Twenty-seven of our own", and no more."""
    before, behind = analysis.codes[:index], analysis.codes[index + 1 : index + 3]
    return before.endswith('"') and behind in (',"', '."', '"', "..")


def _is_of_those_there(analysis: Analysis, chunk: Chunk) -> bool:
    """As in "49 of the 54 people who were there had been treated": five had not."""
    opening = chunk.first - (text_at(analysis.tokens, chunk.first - 1) == "the")
    words = [text_at(analysis.tokens, chunk.last + behind) for behind in range(_PAIR + 1)]
    is_share = text_at(analysis.tokens, opening - 1) == "of"
    return is_share and words[:_PAIR] in (["who", "were"], ["who", "was"]) and words[-1] in _THERE


def _are_unharmed(analysis: Analysis, chunk: Chunk) -> bool:
    """Whether they came to no harm: "Another coach stopped; its 36 passengers were unharmed"."""
    return not _UNHARMED.isdisjoint(analysis.texts[chunk.last : chunk.last + _PREDICATE])


def _restate(
    analysis: Analysis, discourse: Discourse, index: int, chunk: Chunk, *, is_generic: bool
) -> None:
    if chunk.number is None or chunk.population in _LEFT_BEHIND | {ATTACKER}:
        return
    told = _told_again(analysis, discourse, index, chunk, is_generic=is_generic)
    if told is not None:
        if chunk.population in ANYBODY:
            chunk.population = told.population
        if told.outcome is Outcome.KILLED:
            analysis.claims.pop(index, None)  # how they died: "the three had been stabbed"
        scope = Scope.PART if told.scope is Scope.PART else None
        analysis.claim(index, told.outcome, scope, "restated")
        return
    is_saved = not is_generic and not _SURVIVING.isdisjoint(analysis.vocabulary)
    if is_saved or is_of_which(analysis, discourse, index, chunk):
        return  # "Only three of the 40 people on that flight survived"
    if analysis.codes[max(0, index - 2) : index] == "fb":
        return  # "threatened to kill the two people whom they held"
    if (
        chunk.code == "N"
        and chunk.number.value == _PAIR
        and "the" in analysis.words_of(chunk.number)
    ):
        return  # "the two, labouring hard, came upon more"
    is_some = _is_beside_owner(analysis, chunk)
    outcome = outcome_of(analysis, discourse, index, chunk)
    if outcome is not None and discourse.is_near(outcome, chunk.number.value or 0):
        analysis.claim(index, outcome, Scope.PART if is_some else None, "misstated")
        return
    antecedent = taken_up_by(analysis, discourse, index, chunk) or miscounted(
        analysis, discourse, index, chunk
    )
    if antecedent is not None:
        scope = Scope.PART if is_some or antecedent.scope is Scope.PART else None
        analysis.claim(index, antecedent.outcome, scope, "misstated")


def _is_beside_owner(analysis: Analysis, chunk: Chunk) -> bool:
    """As in "verdicts on Ivo Lind and (on) his three passengers": he is one more."""
    first = chunk.first - (text_at(analysis.tokens, chunk.first - 1) in _POSSESSIVES)
    before = analysis.texts[max(0, first - _BEHIND) : first]
    return "and" in before and text_at(analysis.tokens, first) in _POSSESSIVES


def _told_again(
    analysis: Analysis, discourse: Discourse, index: int, chunk: Chunk, *, is_generic: bool
) -> Figure | None:
    """The last figure of just that number whose people it may name."""
    value = chunk.number.value if chunk.number is not None else None
    words, paragraph = analysis.words_in(index), analysis.sentence.passage.number
    is_generic = chunk.population in (None, PEOPLE) and (is_generic or chunk.code == "N")
    # "the families of the nine victims", and not those of nine who were hurt
    is_of_the_dead = "victims" in words and is_of_dead(analysis, discourse, chunk)
    is_of_the_dead = is_of_the_dead or are_lost(analysis, discourse, chunk)
    # "all 11 victims" where 14 died, "eleven of them pupils"
    is_everybody = is_generic and chunk.code == "Q" and "all" in words
    for figure in reversed(discourse.figures):
        is_apart = (
            figure.scope is Scope.PREVIOUS
            or (is_everybody and figure.scope is Scope.PART)
            or (is_of_the_dead and figure.outcome is not Outcome.KILLED)
        )
        if figure.number != value or is_apart:
            continue
        if is_generic or may_name(chunk.population or PEOPLE, figure, paragraph):
            return as_whole(figure, discourse.figures)
    return None


def _is_means(analysis: Analysis, claim: Claim) -> bool:
    """Whether the harm word says how, and not what became of them: "the five had been shot"."""
    return claim.harm >= 0 and not _MEANS.isdisjoint(analysis.words_in(claim.harm))
