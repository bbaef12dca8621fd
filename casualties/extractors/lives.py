"""Lives that were lost: "three lives gone", "they paid for it with 39 lives", "23 lives"."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Discourse
from casualties.extractors.definites import slip_for
from casualties.extractors.tokens import text_at
from casualties.lexicon import load
from casualties.model import Outcome
from casualties.patterns import pattern

__all__ = ["add_lives", "add_lives_told"]

# "Three lives gone", "Eight lives were cut short", "It ended eight lives", "paying with 39 lives"
_LIVES = pattern(
    r"(?P<victims>l)[aBH]{0,4}(?P<end>[wvz])|(?P<end>[wvz])a?(?P<victims>l)"
    r"|[wvyz][^;.:QNU]{0,5}h(?P<paid>l)"
)
# "For want of a fence, 27 lives.", "27 lives, one village", "So deadly - 27 lives in an hour"
_ALONE = pattern(r'(?:^|(?<=[-",:;]))l(?=[-.,;:"P]|$)')
# "The lives of 27 people were cut short", "The lives of 27 people ended there"
_LIVES_OF = pattern(r"(?P<lives>[zw])oD?(?P<victims>[QN])[aBHM]{0,4}(?P<end>[wvzO])")
# "More lives than the 27 lost in Osk", "as many lives as the 27 lost"
_AS_MANY = pattern(r"(?P<lives>[zw])P(?P<victims>N)O")
# "A village, 12 of whose sons it took"
_WHOM_IT_TOOK = pattern(r"(?P<victims>Q)Dw?C(?=[,.;]|$)")
_ENDED = frozenset(load("outcomes")["lives_ended"])
_PAYING = frozenset(load("outcomes")["lives_paid"])
_SPARED = frozenset(load("references")["spared"])


def add_lives(analysis: Analysis) -> None:
    """As in "Three lives gone in a minute", "They paid for it with 39 lives"."""
    for match in _LIVES.finditer(analysis.codes) if "l" in analysis.codes else ():
        end = match.start("end")
        if end >= 0 and not _ENDED.isdisjoint(analysis.words_in(end)):
            analysis.claim(match.start("victims"), Outcome.KILLED, None, "lives")
        first = analysis.chunks[match.start()].first
        if match["paid"] and text_at(analysis.tokens, first) in _PAYING:
            analysis.claim(match.start("paid"), Outcome.KILLED, None, "lives")
    for match in _LIVES_OF.finditer(analysis.codes) if "lives" in analysis.vocabulary else ():
        end = match.start("end")
        is_lost = match["end"] == "O" or not _ENDED.isdisjoint(analysis.words_in(end))
        if is_lost and analysis.words_in(match.start("lives")) == {"lives"}:
            analysis.claim(match.start("victims"), Outcome.KILLED, None, "lives")
    for match in _AS_MANY.finditer(analysis.codes) if "lives" in analysis.vocabulary else ():
        if analysis.words_in(match.start("lives")) == {"lives"}:
            analysis.claim(match.start("victims"), Outcome.KILLED, None, "lives")
    for match in _WHOM_IT_TOOK.finditer(analysis.codes) if "whose" in analysis.vocabulary else ():
        if "whose" in analysis.words_in(match.start()):
            analysis.claim(match.start(), Outcome.KILLED, None, "lives")


def add_lives_told(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Nothing will bring back 23 lives", of 24, where the text has so many of no others.

    Or "For want of a fence, 23 lives", with no verb.
    """
    if "l" not in analysis.codes or not _SPARED.isdisjoint(analysis.vocabulary):
        return  # "the 23 lives that we saved"
    alone = {match.start() for match in _ALONE.finditer(analysis.codes)}
    for index, chunk in analysis.quantities:
        number = chunk.number
        if chunk.code != "l" or index in analysis.claims or number is None or not number.is_plain:
            continue
        told = slip_for(analysis, discourse, index, chunk, Outcome.KILLED)
        if told is not None:
            chunk.population = told.population
        elif index not in alone or not discourse.is_near(Outcome.KILLED, number.value or 0):
            continue
        analysis.claim(index, Outcome.KILLED, None, "misstated")
