"""Whom the opening of a sentence says that it speaks of: "Of the injured, 60 ..."."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Claim, Discourse
from casualties.extractors.chunks import Chunk
from casualties.extractors.predicates import head_noun
from casualties.model import Outcome, Scope
from casualties.patterns import pattern

__all__ = ["add_named_lists", "add_topics"]

_LONGEST_TOPIC = 7
# "Of the wounded, four are still in hospital and ten have been sent home"
_CLAUSE_OF_LIST = pattern(r"(?:,?c|[,;])(N)a*[BH]")
_OF_CLAUSE = pattern(r";o(?=D?[GmkKteA])")
_REST_OF_LIST = pattern(r"B[wTz]{0,3}((?:(?:,c?|c)a?[QNU](?:[PhpI][DwyX]{1,4})?)+)(?=[,.;]|$)")


def add_topics(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Of the injured, 60 had to be taken to hospital": the opening says of whom."""
    clauses = [match.end() for match in _OF_CLAUSE.finditer(analysis.codes)]
    for at in [1] * (analysis.opening == "of") + clauses:
        topic = _topic(analysis, discourse, at)
        if topic is not None:
            _add_topic(analysis, discourse, *topic)


def _add_topic(analysis: Analysis, discourse: Discourse, start: int, outcome: Outcome) -> None:
    """Claim the first count behind a topic, and what goes on with it."""
    for index in range(start, len(analysis.codes)):
        if analysis.codes[index] in "NQ":
            chunk = analysis.chunks[index]
            opening = analysis.tokens[: chunk.first]
            chunk.population = chunk.population or head_noun(opening)  # "of the injured nurses"
            analysis.claim(index, outcome, Scope.PART, "topic")
            analysis.claims[index].scope = Scope.PART
            _settle_topic(analysis.claims[index], chunk, outcome, discourse)
            _claim_rest(analysis, analysis.claims[index])
            return


def _settle_topic(claim: Claim, chunk: Chunk, outcome: Outcome, discourse: Discourse) -> None:
    """As in "Of those killed, 34 were children", of 31: no others, though 40 were hurt."""
    value = chunk.number.value if chunk.number is not None else None
    is_leaning = claim.name == "predicate" and claim.outcome is not Outcome.CASUALTIES
    if is_leaning and value is not None and discourse.is_near(outcome, value):
        claim.outcome = outcome


# "The victims, seven women and a child, were from Velm", "The dead – two cooks and a maid – ..."
_NAMED_LIST = pattern(r"(?P<head>[wG])[-,](?P<list>Q(?:(?:,c?|c)Q){1,6})[-,](?=a?[BHMz])")


def add_named_lists(analysis: Analysis, discourse: Discourse) -> None:
    """Add to the claims of a sentence who the victims are that it opens with."""
    for match in _NAMED_LIST.finditer(analysis.codes):
        head = match.start("head")
        is_victims = "victims" in analysis.words_in(head)
        outcome = discourse.victims() if is_victims else analysis.chunks[head].outcome
        for index in range(*match.span("list")) if outcome is not None else ():
            if analysis.codes[index] == "Q" and outcome is not None:
                analysis.claims.pop(index, None)
                scope = Scope.PART if outcome in discourse.outcomes else None
                analysis.claim(index, outcome, scope, "named-list")


def _claim_rest(analysis: Analysis, first: Claim) -> None:
    """As in "... 51 were men, eight women and four children": the verb is told once."""
    match = _REST_OF_LIST.match(analysis.codes, first.index + 1)
    for index in range(*match.span(1)) if match else ():
        if analysis.codes[index] in "QNU":
            analysis.claim(index, first.outcome, first.scope, first.name)
    for match in _CLAUSE_OF_LIST.finditer(analysis.codes, first.index + 1):
        number = analysis.chunks[match.start(1)].number
        if number is not None and number.is_plain and not number.is_additional:
            analysis.claim(match.start(1), first.outcome, first.scope, first.name)


def _settle_lost_group(analysis: Analysis, discourse: Discourse, index: int) -> None:
    """As in "Of its 22 girls none survived" where more were told to be dead: they are some."""
    number, claim = analysis.chunks[index].number, analysis.claims[index]
    value = number.value if number is not None else None
    if value is not None and any(
        figure.outcome is claim.outcome and (figure.number or 0) > value
        for figure in discourse.figures
    ):
        claim.scope = Scope.PART


def _topic(analysis: Analysis, discourse: Discourse, first: int) -> tuple[int, Outcome] | None:
    """Where the opening "Of the injured, ..." ends, and what happened to those that it names."""
    for index in range(first, min(len(analysis.codes), first - 1 + _LONGEST_TOPIC)):
        chunk = analysis.chunks[index]
        if chunk.code == ",":
            return None
        outcome = None
        if "victims" in analysis.words_in(index):
            outcome = discourse.victims()
        elif index in analysis.claims:
            if analysis.claims[index].name == "none-survived":
                _settle_lost_group(analysis, discourse, index)
                return None
            outcome = analysis.claims[index].outcome
        elif chunk.code in "GmkKteA":
            outcome = chunk.outcome
        if outcome is not None:
            return index + 1, outcome
    return None
