"""What the claims of a sentence get wrong: who is not counted, and what befell those who are."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis
from casualties.extractors.nouns import is_person_noun, is_plural
from casualties.extractors.tokens import text_at
from casualties.lexicon import load
from casualties.model import PEOPLE, Outcome, Scope
from casualties.patterns import pattern

__all__ = ["drop_untold", "settle_outcomes"]

_SAID = frozenset(load("sources")["say"])
_MISSING = next(e for e in load("outcomes")["word"] if e["outcome"] == Outcome.MISSING)
_DEFINITE = frozenset(load("grammar")["definite"])
_BURNED = frozenset({"burned", "burnt"})
_SPEAKERS = pattern(r"(?<=,)([QNU](?:c[QNU])*w{0,3})T")


def _drop_speakers(analysis: Analysis) -> None:
    """As in "killed 41 people, two residents and a local aid group said": they tell of it."""
    for match in _SPEAKERS.finditer(analysis.codes) if "T" in analysis.codes else ():
        if _SAID.isdisjoint(analysis.words_in(match.end() - 1)):
            continue
        for index in range(*match.span(1)):
            claim = analysis.claims.get(index)
            if claim is not None and 0 <= claim.harm < match.start(1):
                del analysis.claims[index]


_HAD = pattern(r"(?<=rH)a?([QN])(?=,)")


def _drop_had(analysis: Analysis) -> None:
    """As in "In Velm, which has 900 inhabitants, 14 people died": not all who live there."""
    for match in _HAD.finditer(analysis.codes) if "rH" in analysis.codes else ():
        claim = analysis.claims.get(match.start(1))
        if claim is not None and claim.harm > match.start(1):
            del analysis.claims[match.start(1)]


_ASIDE = pattern(r"([QNwDX]),([QN])(?:[oPp][DwNX]{1,4})?,(?!c)")


def _drop_appositions(analysis: Analysis) -> None:
    """Take back those who were counted by another name: "One man, a 45-year-old nurse, died"."""
    has_aside = analysis.claims and analysis.codes.count(",") > 1
    for match in _ASIDE.finditer(analysis.codes) if has_aside else ():
        index = match.start(2)
        claim, number = analysis.claims.get(index), analysis.chunks[index].number
        if claim is None or claim.harm < index or number is None or number.value != 1:
            continue
        named = analysis.chunks[match.start(1)].number
        is_one = match.start(1) in analysis.claims and named is not None and named.value == 1
        if is_one or (number.word == "one" and match[1] in "wDXN"):
            del analysis.claims[index]


def _settle_asides(analysis: Analysis) -> None:
    """As in "The four in the car, a couple, their son and two aunts, died": the two are some."""
    for head in [c for c in analysis.claims.values() if c.name == "died-after-breakdown"]:
        for index, claim in analysis.claims.items():
            if head.index < index < head.harm and claim.outcome is head.outcome:
                claim.scope = claim.scope or Scope.PART


_SEVERAL = frozenset(load("outcomes")["several"])
_STRUCK = frozenset(load("outcomes")["struck"])
_CARRYING = frozenset(load("outcomes")["carrying"])
# "Two of the 17 injured have died"
_SOME_OF_THE_HURT = pattern(r"j(N)(k)(?=[aBHT]*[dZ])")


def _settle_hurt(analysis: Analysis) -> None:
    """As in "Two of the 17 injured have died": the 17 are those who were hurt."""
    for match in _SOME_OF_THE_HURT.finditer(analysis.codes) if "Nk" in analysis.codes else ():
        claim = analysis.claims.get(match.start(1))
        outcome = analysis.chunks[match.start(2)].outcome
        if claim is not None and claim.outcome is Outcome.KILLED and outcome is not None:
            claim.outcome = outcome


# "The nine who are still missing are feared dead"
_GIVEN_UP = pattern(r"([NQ])(?:r[aB]{1,3})?a?([eK])B[aT]*\"?(K)")
_FEARED = frozenset(_MISSING["given_up"])


def _settle_given_up(analysis: Analysis) -> None:
    """As in "The nine still missing are feared dead": nobody has found them."""
    for match in _GIVEN_UP.finditer(analysis.codes) if "missing" in analysis.vocabulary else ():
        claim, number = analysis.claims.get(match.start()), analysis.chunks[match.start()].number
        is_missing = analysis.chunks[match.start(2)].outcome is Outcome.MISSING
        if claim is None or number is None or not is_missing:
            continue
        is_feared = not _FEARED.isdisjoint(analysis.words_in(match.start(3)))
        if is_feared and not _DEFINITE.isdisjoint(analysis.words_of(number)):
            claim.outcome = Outcome.MISSING


# "Two more injured succumb to wounds"
_SUCCUMBED = pattern(r"([NQ])k(?=a?d)")


def _settle_succumbed(analysis: Analysis) -> None:
    """As in "Two more injured succumb to wounds": they were hurt, and now they are dead."""
    for match in _SUCCUMBED.finditer(analysis.codes) if "k" in analysis.codes else ():
        claim = analysis.claims.get(match.start(1))
        if claim is not None:
            claim.outcome = Outcome.KILLED


# "The fire burned 12 people alive"
_ALIVE = pattern(r"k([QN])a")


def _settle_alive(analysis: Analysis) -> None:
    """As in "The fire burned 12 people alive": they are dead."""
    for match in _ALIVE.finditer(analysis.codes) if "alive" in analysis.vocabulary else ():
        claim = analysis.claims.get(match.start(1))
        how = analysis.words_in(match.start()) | analysis.words_in(match.end() - 1)
        if claim is not None and "alive" in how and not how.isdisjoint(_BURNED):
            claim.outcome = Outcome.KILLED


# As in "63 casualties (27 killed, 36 injured)":
_BRACKETED = pattern(r"F\(([NQ])[kK],([NQ])[kK]\)")
# "Six soldiers and police officers were killed", "the dead, six men, women and children,"
_JOINED = pattern(r"Q(?P<more>(?:,w){0,3})c(?P<last>w{1,2})(?=[-BHkKde,.;)]|$)")


def _settle_joined(analysis: Analysis) -> None:
    """Who is counted in brackets, and by two nouns: "six soldiers and police officers"."""
    for match in _BRACKETED.finditer(analysis.codes) if "F(" in analysis.codes else ():
        for index in (match.start(1), match.start(2)):
            if index in analysis.claims:
                analysis.claims[index].scope = Scope.PART
    for match in _JOINED.finditer(analysis.codes) if "cw" in analysis.codes else ():
        joined = [*range(*match.span("more"))[1::2], match.end() - 1]
        nouns = [analysis.texts[analysis.chunks[at].last - 1] for at in joined]
        if all(is_person_noun(noun) and is_plural(noun) for noun in nouns):
            analysis.chunks[match.start()].population = PEOPLE


# "450 people and 150 homes were hit by the disaster"
_WITH_THINGS = pattern(r"([QN])cXB(?=[kK])")


def _drop_affected(analysis: Analysis) -> None:
    """As in "450 people and 150 homes were hit": they were affected, and not hurt.

    Or "A bus carrying 12 people was hit by a train": the bus was.
    """
    for index, claim in list(analysis.claims.items()):
        verb = analysis.words_in(claim.harm) if claim.harm > index else frozenset()
        before = text_at(analysis.tokens, analysis.chunks[index].first - 1)
        if before in _CARRYING and not _STRUCK.isdisjoint(verb):
            del analysis.claims[index]
    for match in _WITH_THINGS.finditer(analysis.codes) if "cXB" in analysis.codes else ():
        if not _STRUCK.isdisjoint(analysis.words_in(match.end())):
            analysis.claims.pop(match.start(1), None)


def _settle_casualties(analysis: Analysis) -> None:
    """As in "a casualty figure of 18 dead": of the casualties these are the dead.

    Or those of "left 18 people dead and injured 30 others", where it is two verbs.
    """
    for index, claim in list(analysis.claims.items()):
        state = analysis.chunks[index + 1] if analysis.codes[index + 1 :][:1] == "e" else None
        if state is None or Outcome.CASUALTIES not in (claim.outcome, state.outcome):
            continue
        claim.outcome = state.outcome or claim.outcome
        if claim.outcome is not Outcome.CASUALTIES or index + 2 == len(analysis.chunks):
            continue
        others = analysis.codes[index + 2]
        if others in "QN" or not _SEVERAL.isdisjoint(analysis.words_in(index + 2)):
            claim.outcome = Outcome.KILLED
        if others in "QN":
            analysis.claim(index + 2, Outcome.INJURED, None, "object")


def drop_untold(analysis: Analysis) -> None:
    """Take back the claims of counts that the sentence tells no harm of."""
    _drop_speakers(analysis)
    _drop_had(analysis)
    _drop_appositions(analysis)
    _settle_asides(analysis)


def settle_outcomes(analysis: Analysis) -> None:
    """Set what befell those counted where more words than the first ones say it."""
    _settle_succumbed(analysis)
    _settle_alive(analysis)
    _settle_hurt(analysis)
    _settle_given_up(analysis)
    _settle_casualties(analysis)
    _drop_affected(analysis)
    _settle_joined(analysis)
