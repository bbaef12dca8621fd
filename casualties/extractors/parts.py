"""Parts of a figure: "six of them", "three seriously", "Eleven were pupils"."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Discourse
from casualties.extractors.breakdowns import add_breakdowns
from casualties.extractors.degrees import add_degrees
from casualties.extractors.fates import settle_fates, settle_hit, settle_shares
from casualties.extractors.gapping import add_gapped, move_to_hospital
from casualties.extractors.members import add_members
from casualties.extractors.predicates import add_predicates
from casualties.extractors.rests import add_others, add_rest
from casualties.extractors.tokens import text_at
from casualties.extractors.topics import add_named_lists, add_topics
from casualties.model import Scope

__all__ = ["add_parts"]

_ONLY = frozenset({"only", "just"})


def add_parts(analysis: Analysis, discourse: Discourse) -> None:
    """Add to the claims of a sentence the quantities that are some of those counted before."""
    move_to_hospital(analysis)
    settle_fates(analysis, discourse)
    add_degrees(analysis)
    settle_hit(analysis)
    add_members(analysis, discourse)
    add_breakdowns(analysis, discourse)
    _add_narrowed(analysis)
    add_gapped(analysis, discourse)
    add_predicates(analysis, discourse)
    add_others(analysis)
    add_topics(analysis, discourse)
    if analysis.has_list:
        add_named_lists(analysis, discourse)
    add_gapped(analysis, discourse)
    add_rest(analysis, discourse)
    if analysis.has_list:
        _add_elided(analysis)
        settle_shares(analysis)


def _add_narrowed(analysis: Analysis) -> None:
    """As in "About 20 were injured, but only two were hospitalized"."""
    if _ONLY.isdisjoint(analysis.vocabulary):
        return
    for index, claim in analysis.claims.items():
        number, near = analysis.chunks[index].number, analysis.nearest(index)
        if claim.scope is not None or number is None:
            continue
        is_only = not _ONLY.isdisjoint(analysis.words_of(number))
        is_narrowed = is_only and text_at(analysis.tokens, number.first - 1) == "but"
        if is_narrowed and near is not None and near.outcome is claim.outcome:
            claim.scope = Scope.PART


def _add_elided(analysis: Analysis) -> None:
    """As in "two of them were burned and one broke a leg": the number leans on the part."""
    for index, claim in analysis.claims.items():
        chunk, near = analysis.chunks[index], analysis.nearest(index)
        is_bare = chunk.code in "Nj" and chunk.number is not None and chunk.number.is_plain
        if not is_bare or claim.scope is not None or near is None:
            continue
        between = analysis.codes[near.index + 1 : index]
        is_member = analysis.chunks[near.index].of is not None and near.scope is Scope.PART
        if is_member and near.outcome is claim.outcome and between.endswith(("c", ",")):
            claim.scope = Scope.PART
