"""Counts beside the name of those whom they count: "the dead, 27 of them", "those hurt (12)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casualties.extractors.analysis import Analysis, Discourse
from casualties.extractors.chunks import THEM, Chunk
from casualties.extractors.leads import is_of_lead
from casualties.lexicon import load
from casualties.model import PEOPLE, Outcome, Scope
from casualties.patterns import pattern

if TYPE_CHECKING:
    import regex

__all__ = ["APPOSED", "add_apposed"]

APPOSED = "apposed"
"""The name of the claims that are made here: each counts all whom a definite group names."""

_SHARES = frozenset([*load("references")["shares"], *load("references")["portions"]]) - {"all"}
_BEREAVED = frozenset(load("references")["bereaved"])
_DEGREES = frozenset(load("parts")["degrees"]) - frozenset(load("parts")["fatal"])
_THEIRS = frozenset({"its", "their", "our", "his", "her", "my", "your"})
_SUMMING = frozenset(
    tuple(phrase.split()) for key in ("summing", "up_to_now") for phrase in load("scopes")[key]
)
_VICTIMS = frozenset({"victims"})
_DEFINITE = frozenset(load("grammar")["definite"])
_AS, _WOULD = frozenset({"as"}), frozenset({"would"})
# "The dead", "the confirmed dead", "the town's dead", "those who were hurt at the plant", "the
# victims of the fire"
_GROUP = (
    r"(?:(?P<harm>[GA])|D(?P<harm>[KkZem])|(?P<owner>w)(?P<harm>[em])|(?P<those>i)(?P<harm>[kKZ])"
    r"|(?<=[iD]|(?P<who>w))r[aBHTfM]{0,3}(?P<harm>[dkKZe])|(?<=D)(?P<victims>w))"
    r"(?P<which>(?:[oPp]D?[wy]{1,3}(?:cD?w{1,2})?){0,2})"
)
# "27 in all", "27 in number", "27 by the ministry's count", "27 according to police", "27 as of
# noon", and "27 people aged 8 to 70", "27 men and women", "27 workers from three villages"
_TAIL = (
    r"(?:(?P<number>P#)|P[Dw]{1,4}#|sf[Dw]{1,4}|(?P<as>P)o[awyX]{1,3}|(?P<adverb>a)"
    r"|(?<=Q)(?:(?:,w){0,3}cw|a?(?:[Pp](?:[DwX]{1,3}|N)){0,2}))?"
)
# ... but not "12 men, nine women and six children", who are a part each, nor "12 men, and nine ..."
_END = r"(?=[-.;:)i]|(?<=#),|,(?!c?[QNU](?:[,cPp]|$)|(?<=[Qw],)c[QU])|$)"
_BESIDE = pattern(rf"{_GROUP}[-,(](?:aB?)?(?P<some>[NQ]){_TAIL}{_END}")
# "The wounded, who number 52", "the dead, who were nine in number", "of whom there were four"
_WHO_NUMBER = pattern(
    rf"{_GROUP},(?:r[aH]?[v#]f?|rBa?(?=[NQ]P#)|IaB(?:,[^,;:QN]{{1,7}},)?)(?P<some>[NQ])"
    r"(?=P#|[.,;)]|$)"
)
# "For the wives of", "In memory of", "Besides"
_AHEAD = pattern(r"(?:^|[,;:\"])[Ppha][Dwo]{0,8}$")


def add_apposed(analysis: Analysis, discourse: Discourse) -> None:
    """Add to the claims of a sentence the counts that tell how many a group of victims is."""
    if not analysis.quantities:
        return
    for match in _BESIDE.finditer(analysis.codes, overlapped=True):
        is_theirs = _has_tail(analysis, match) and not _is_ahead(analysis, match)
        if is_theirs and not _is_of_a_share(analysis, match):
            _claim(analysis, discourse, match)
    for match in _WHO_NUMBER.finditer(analysis.codes, overlapped=True):
        _claim(analysis, discourse, match)


def _claim(analysis: Analysis, discourse: Discourse, match: regex.Match[str]) -> None:
    """Claim the count of a match, unless it is of another order than those told before."""
    chunk = analysis.chunks[match.start("some")]
    value = chunk.number.value if chunk.number is not None else None
    outcome = _outcome(analysis, discourse, match)
    if outcome is None or value is None or value < 2:
        return
    if outcome in discourse.outcomes and not discourse.is_near(outcome, value):
        return
    is_all = _is_of_all(analysis, discourse, match)
    if not is_all and not _is_of_them(discourse, outcome, chunk):
        return
    analysis.claims.pop(match.start("some"), None)
    chunk.of, chunk.population = None if is_all else chunk.of, chunk.population or PEOPLE
    scope, name = (None, APPOSED) if is_all else (Scope.PART, "some-apposed")
    analysis.claim(match.start("some"), outcome, scope, name)


def _is_of_them(discourse: Discourse, outcome: Outcome, chunk: Chunk) -> bool:
    """Whether it is "nine of them", who can be some of those told of."""
    value = chunk.number.value if chunk.number is not None else None
    told = (figure.number or 0 for figure in discourse.figures if figure.outcome is outcome)
    return chunk.of == THEM and (value or 0) < max(told, default=0)


def _outcome(analysis: Analysis, discourse: Discourse, match: regex.Match[str]) -> Outcome | None:
    """What befell the group, none where it is of those who may yet die."""
    modals = (at for at in range(*match.span()) if analysis.codes[at] == "M")
    if any(analysis.words_in(at) != _WOULD for at in modals):
        return None
    if match["victims"] is not None:
        is_victims = analysis.words_in(match.start("victims")) == _VICTIMS
        return discourse.victims() if is_victims else None
    if match["owner"] is not None:  # "the town's dead", and not "the town dead"
        owner = analysis.chunks[match.start("owner")]
        if not analysis.texts[owner.last - 1].endswith("'s"):
            return None
    harm = match.start("harm")
    is_noun = match["harm"] == "m" and match["owner"] is None
    if is_noun and not analysis.words_in(harm - 1) <= _DEFINITE:
        return None  # "With the most deaths, 12, ..."
    return analysis.chunks[harm].outcome


def _is_of_all(analysis: Analysis, discourse: Discourse, match: regex.Match[str]) -> bool:
    """Whether no word narrows the group, or what does is the lead's own: "the dead of the mill".

    As "the badly hurt", "the women who died", "the school's dead", "those killed at Rill" do.
    """
    first, last = (analysis.chunks[at].first for at in (match.start(), match.start("some")))
    words = frozenset(analysis.texts[first:last])
    if not _DEGREES.isdisjoint(words):
        return False
    narrowing = [at for at in range(*match.span("which")) if analysis.codes[at] in "wy"]
    narrowing += [at for at in (match.start("who"), match.start("owner")) if at >= 0]
    before = match.start() - (analysis.codes[match.start()] != "D")
    if before >= 0 and not _THEIRS.isdisjoint(words | analysis.words_in(before)):
        narrowing += [at for at in range(before) if analysis.codes[at] == "w"][:1]
    return is_of_lead([word for at in narrowing for word in _words(analysis, at)], discourse)


def _is_ahead(analysis: Analysis, match: regex.Match[str]) -> bool:
    """Whether the comma ends what opens a clause: "In memory of the dead, 20 people walked"."""
    before = _AHEAD.search(analysis.codes[: match.start()])
    if before is None or match["number"] is not None or analysis.codes[match.end() :][1:2] == "B":
        return False
    return "them" not in analysis.words_in(match.start("some"))


def _has_tail(analysis: Analysis, match: regex.Match[str]) -> bool:
    """Whether what follows the count says no more than that it is theirs: "27 in all"."""
    if match["as"] is not None:
        return analysis.words_in(match.start("as")) == _AS
    adverb = match.start("adverb")
    is_sum = adverb >= 0 and _words(analysis, adverb) in _SUMMING
    if match["those"] is not None or match["harm"] == "A":
        return is_sum or match["number"] is not None
    return adverb < 0 or is_sum or analysis.codes[match.start("some")] == "Q"


def _words(analysis: Analysis, index: int) -> tuple[str, ...]:
    chunk = analysis.chunks[index]
    return tuple(analysis.texts[chunk.first : chunk.last])


def _is_of_a_share(analysis: Analysis, match: regex.Match[str]) -> bool:
    """Whether it is of "half of the dead, 15 people", and not of all of them.

    Or of "the families of the dead, 15 in all".
    """
    start = match.start() + (match["those"] is not None)
    before = analysis.codes[:start].removesuffix("D")
    if before.endswith("j"):
        return True
    share = len(before) - 2
    is_of = before.endswith(("o", "i")) and share >= 0  # "of the dead", "of those who were hurt"
    shares = _SHARES if match["number"] is not None else _SHARES | _BEREAVED
    return is_of and not shares.isdisjoint(analysis.words_in(share))
