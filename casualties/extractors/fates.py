"""What befell those counted, where other words of a sentence tell more: "hurt ... died"."""

from __future__ import annotations

from itertools import chain, product

from casualties.extractors.analysis import Analysis, Claim, Discourse
from casualties.extractors.chunks import Chunk
from casualties.extractors.words import code_of
from casualties.lexicon import load
from casualties.model import Outcome, Scope
from casualties.patterns import pattern

__all__ = ["is_hit", "settle_fates", "settle_hit", "settle_shares"]

_RECENT = 12
_MEANS = frozenset(load("outcomes")["means"])
_HITTING = _MEANS | frozenset(load("outcomes")["attacking"])
_MOVED = frozenset(load("parts")["moved"])
_FEARED = frozenset(
    next(e for e in load("outcomes")["word"] if e["outcome"] == Outcome.MISSING)["given_up"]
)
_WHO_DIED = pattern(r"[QN]rH?a?(d)")
_ILL_AND_DEAD = pattern(r"[QN](?:oX)?[aHB]*d[^,;.:QNUFr]{0,9},?c[aH]*(d)")
_WHO_ARE_MISSING = pattern(r"[QN]rBa?e")
_HURT_AND_DEAD = pattern(r"[QN]r[^,;.QNUFr]*?[kK][^,;.:QNUFcr]*?(d)")
_HIT_AND_KILLED = pattern(r"[kg]([QN])[^QNUFkg,;.:c]{0,8},g([QN])")
_MEANS_AND_DEATH = pattern(r"[QN]H?Bk,?c[QN]([kKZ])")


def settle_fates(analysis: Analysis, discourse: Discourse) -> None:
    """Give the claims of a sentence the outcome that its other words tell, or drop them."""
    _drop_moved(analysis, discourse)
    _settle_relatives(analysis)
    _settle_missing(analysis)
    _settle_feared(analysis, discourse)
    _settle_means(analysis)
    _settle_dead(analysis)
    _settle_none_of(analysis)
    _settle_all(analysis, discourse)


def settle_shares(analysis: Analysis) -> None:
    """As in "Seven people died: four on the night, and three in hospital": three of the seven."""
    for index, claim in list(analysis.claims.items()):
        whole = analysis.chunks[index].number
        if whole is None or claim.outcome is not Outcome.KILLED or claim.scope is not None:
            continue
        members = []
        for later, chunk in analysis.quantities:
            if later > index and chunk.number is not None and _is_share(analysis, chunk):
                members.append((later, chunk.number.value or 0))
            elif later > index:
                break
        if len(members) > 1 and sum(value for _, value in members) == whole.value:
            for member, _ in members:
                analysis.claims.pop(member, None)
                analysis.claim(member, Outcome.KILLED, Scope.PART, "shares")


def _is_share(analysis: Analysis, chunk: Chunk) -> bool:
    """Whether a number alone is told with a place or a time: "four on the night"."""
    following = analysis.tokens[chunk.last : chunk.last + 1]
    return chunk.code == "N" and [code_of(token) for token in following] == ["P"]


def _drop_moved(analysis: Analysis, discourse: Discourse) -> None:
    """As in "About 90 patients were moved to other hospitals": they were in one before."""
    if "patients" not in analysis.vocabulary or _MOVED.isdisjoint(analysis.vocabulary):
        return
    for index, claim in list(analysis.claims.items()):
        chunk = analysis.chunks[index]
        is_moved = claim.harm >= 0 and not _MOVED.isdisjoint(analysis.words_in(claim.harm))
        value = chunk.number.value if chunk.number is not None else None
        is_known = any(figure.number == value for figure in discourse.figures)
        if is_moved and chunk.population == "patient" and not is_known:
            del analysis.claims[index]


def _settle_relatives(analysis: Analysis) -> None:
    """As in "after two people who had been hurt by a falling tree died": they are dead.

    Or "The ten people who died had breathed in smoke", "A boy fell ill and later died".
    """
    if not analysis.claims or "d" not in analysis.codes:
        return
    for match in chain.from_iterable(
        relative.finditer(analysis.codes) for relative in (_HURT_AND_DEAD, _WHO_DIED, _ILL_AND_DEAD)
    ):
        claim, death = analysis.claims.get(match.start()), analysis.chunks[match.start(1)]
        if claim is not None and claim.outcome is Outcome.INJURED:
            claim.outcome = death.outcome or claim.outcome


def _settle_missing(analysis: Analysis) -> None:
    """As in "find the bodies of the 19 children who are missing": nobody has found them yet."""
    for match in _WHO_ARE_MISSING.finditer(analysis.codes):
        claim, state = analysis.claims.get(match.start()), analysis.chunks[match.end() - 1]
        if claim is not None and state.outcome is Outcome.MISSING:
            claim.outcome = Outcome.MISSING


def _settle_feared(analysis: Analysis, discourse: Discourse) -> None:
    """As in "the 58 who are feared to have drowned", where 58 were told to be missing.

    Nobody has found them: they are none of those who are known to be dead.
    """
    if _FEARED.isdisjoint(analysis.vocabulary):
        return
    told = {f.number for f in discourse.figures if f.outcome is Outcome.MISSING}
    dead = {f.number for f in discourse.figures if f.outcome is Outcome.KILLED}
    for index, claim in analysis.claims.items():
        chunk = analysis.chunks[index]
        if claim.outcome is not Outcome.KILLED or claim.harm <= index or chunk.number is None:
            continue
        verbs = analysis.texts[chunk.last : analysis.chunks[claim.harm].last]
        is_known = chunk.number.value in told - dead - {None}
        if is_known and not _FEARED.isdisjoint(verbs):
            claim.outcome = Outcome.MISSING


def settle_hit(analysis: Analysis) -> None:
    """As in "shot five people, killing two": the five are those killed and those injured."""
    if _HITTING.isdisjoint(analysis.vocabulary):
        return
    for match in _HIT_AND_KILLED.finditer(analysis.codes):
        hit, killed = (analysis.claims.get(match.start(group)) for group in (1, 2))
        is_hit = not _HITTING.isdisjoint(analysis.words_in(match.start()))
        if hit is None or killed is None or not is_hit or killed.outcome is not Outcome.KILLED:
            continue
        all_hit, dead = (analysis.chunks[claim.index].number for claim in (hit, killed))
        if all_hit and dead and (all_hit.value or 0) > (dead.value or 0):
            hit.outcome = Outcome.CASUALTIES


def _settle_all(analysis: Analysis, discourse: Discourse) -> None:
    """As in "All seven were brought to a clinic", where three died and four were hurt."""
    if "all" not in analysis.vocabulary:
        return
    told = {
        outcome: {f.number or 0 for f in discourse.figures[-_RECENT:] if f.outcome is outcome}
        for outcome in (Outcome.KILLED, Outcome.INJURED)
    }
    sums = {k + i for k, i in product(told[Outcome.KILLED], told[Outcome.INJURED]) if k and i}
    for index, claim in analysis.claims.items():
        number = analysis.chunks[index].number
        if number is None or claim.outcome is not Outcome.INJURED:
            continue
        if "all" in analysis.words_of(number) and number.value in sums:
            claim.outcome = Outcome.CASUALTIES


def is_hit(analysis: Analysis, claim: Claim) -> bool:
    """Whether it is told of those counted what was done to them, not how they fared: "shot"."""
    is_told = claim.outcome is Outcome.INJURED and claim.harm >= 0
    return is_told and not _HITTING.isdisjoint(analysis.words_in(claim.harm))


def _settle_means(analysis: Analysis) -> None:
    """As in "18 prisoners had been stabbed and 12 burned to death": to death were both."""
    if "death" not in analysis.vocabulary:
        return
    for match in _MEANS_AND_DEATH.finditer(analysis.codes):
        claim = analysis.claims.get(match.start())
        is_means = not _MEANS.isdisjoint(analysis.words_in(claim.harm)) if claim else False
        if claim is not None and is_means and "death" in analysis.words_in(match.start(1)):
            claim.outcome = analysis.chunks[match.start(1)].outcome or claim.outcome


def _settle_dead(analysis: Analysis) -> None:
    """As in "Six of those who died had been treated for burns": they are dead."""
    for index, claim in analysis.claims.items():
        if analysis.chunks[index].of == Outcome.KILLED.value:
            claim.outcome = Outcome.KILLED


def _settle_none_of(analysis: Analysis) -> None:
    """As in "None of the tanker's 21 crew was hurt": nobody was, of 21."""
    for index in sorted(analysis.claims):
        none = analysis.chunks[index]
        if none.number is None or none.number.word != "nobody" or index not in analysis.claims:
            continue
        for later, chunk in analysis.quantities:
            between = analysis.texts[none.last : chunk.first]
            if later > index and between[:1] == ["of"] and between[-1].endswith("'s"):
                analysis.claims[index].scope = Scope.PART
                analysis.claims.pop(later, None)
