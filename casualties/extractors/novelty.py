"""What the clause of a figure tells beside the count: what may narrow it, or widen it.

"Ten drowned inside the bus" below "13 people died when a bus fell into a river" tells of some of
them, "31 people died in the crash" of all.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from casualties.extractors.analysis import Analysis, Claim
from casualties.extractors.times import EVENT_NOUNS, EVENTS
from casualties.extractors.words import code_of
from casualties.kept import keep
from casualties.lexicon import load
from casualties.patterns import pattern

__all__ = ["find_called", "find_content", "find_stems"]

_WORDS = load("scopes")
_WORD = pattern(r"[^\W_]+(?:'[^\W\d_]+)?(?:-[^\W_]+)*")
_STEM = 5
_MOST_WORDS = 10_000
_REMEMBERED = 100
_BOUNDS = frozenset([*';:"()–-.', *_WORDS["clause_bounds"]])
_OPENING = _BOUNDS | {"where", "when", "after", "as"}
_RELATIVES = frozenset({"that", "who", "which"})
_SAY = frozenset(load("sources")["say"])
_UNSAID = frozenset(_WORDS["unsaid"])
_MAY_OPEN = _OPENING | _SAY
_SHARES = frozenset(load("references")["shares"])
_THEM = frozenset({"whom", "them"})
_OPENED = 5
_JOINTS = frozenset({",", "and"})
_SUBJECTS = frozenset(_WORDS["subjects"])
# Of the words that any sentence may have, and those for harm and for people, none tells anything.
_TELLING = frozenset("wyzX")
_NARROWING = frozenset(_WORDS["narrowing"])


@lru_cache(_MOST_WORDS)
def _stem(word: str) -> str:
    """The beginning of a word, the same for "explosion" and "exploded"."""
    return word.removesuffix("'s").replace("-", "")[:_STEM].rstrip("s")


def find_stems(texts: Iterable[str]) -> frozenset[str]:
    """The beginnings of the words of texts."""
    return frozenset().union(*map(_stems, texts))


@lru_cache(_REMEMBERED)
def _stems(text: str) -> frozenset[str]:
    """Those of one text: the lead, or a source, is asked for again and again."""
    return frozenset(map(_stem, _WORD.findall(text.lower())))


_SAME_EVENT = [words.split() for words in load("doubts")["same_event"]]
_STEMS_OF_EVENT = {
    noun: find_stems([noun, *(" ".join(words) for words in _SAME_EVENT if noun in words)])
    for noun in (*EVENT_NOUNS, *load("doubts")["also_called"])
}


@lru_cache(_REMEMBERED)
def find_called(stems: frozenset[str]) -> frozenset[str]:
    """What an event may be called that words of such stems tell of: "the blaze", after a fire."""
    return frozenset(noun for noun, own in _STEMS_OF_EVENT.items() if not own.isdisjoint(stems))


_NEUTRAL = keep(
    "neutral stems",
    lambda: find_stems(
        [*EVENTS, *_WORDS["neutral"], *load("people")["attacker"], *load("parts")["found"]]
    ),
)


def find_content(analysis: Analysis, claim: Claim, source: str | None) -> frozenset[str]:
    """The beginnings of the words in the clause of a figure that tell something.

    Left out are the words that any clause has, those for who is counted and for what befell them,
    and the name of the ``source``.
    """
    start, end = _clause(analysis, claim)
    aside = _aside(analysis, analysis.chunks[claim.index].last)
    tokens = [
        (chunk.code if chunk.number is None else "", token.text)
        for chunk in analysis.chunks
        if (chunk.number is None or chunk.code == "X") and start <= chunk.first < end
        for at, token in enumerate(analysis.tokens[chunk.first : chunk.last], chunk.first)
        if at not in aside
        if token.kind != "numeral"
    ]
    told = {_stem(text) for code, text in tokens if code in _TELLING and text not in _NARROWING}
    narrowing = {_stem(text) for _, text in tokens if text in _NARROWING}
    names = find_stems([source]) if source else frozenset()
    return frozenset(told - _NEUTRAL - names | narrowing)


def _aside(analysis: Analysis, last: int) -> range:
    """Where it is told of most of those counted: "Nine people, most of whom slept, lost ..."."""
    texts = analysis.texts
    if texts[last : last + 1] != [","] or texts[last + 1 : last + 2] == []:
        return range(0)
    opening = texts[last + 1 : last + _OPENED]
    is_of_them = opening[0] in _SHARES and not _THEM.isdisjoint(opening)
    end = next((i for i in range(last + 1, len(texts)) if texts[i] == ","), last)
    return range(last, end) if is_of_them else range(0)


def _clause(analysis: Analysis, claim: Claim) -> tuple[int, int]:
    """Where the clause of a figure starts and ends: that of the verb in "ten who are missing".

    It ends before another count, as in "35 died, 12 of them at sea", or "35 died, and we fear ...",
    and where it has been said: "35 died, police said on Monday morning".
    """
    texts, chunk = analysis.texts, analysis.chunks[claim.index]
    harm = analysis.chunks[claim.harm] if claim.harm >= 0 else chunk
    opening = max(chunk.first, harm.first)
    # "accidents have claimed hundreds of lives"
    own = {c.first for c in analysis.chunks[max(0, claim.index - 1) : claim.index] if c.code == "C"}
    start = opening
    while start and not (texts[start - 1] in _MAY_OPEN and _opens(texts, start - 1, own)):
        start -= 1
    further = {other.first for _, other in analysis.quantities}
    # "88 deaths that were tested for" are not all deaths, by the clause that is told of them
    relative = texts[chunk.last : chunk.last + 1] != [] and texts[chunk.last] in _RELATIVES
    for position in range(max(chunk.last + relative, start, harm.last), len(texts)):
        text = texts[position]
        if (
            text in _BOUNDS
            or (text in _SAY and "," in texts[chunk.last : position])
            or (text in _JOINTS and _is_joint(analysis, position, further))
        ):
            return start, position
    return start, len(texts)


def _is_joint(analysis: Analysis, at: int, further: AbstractSet[int]) -> bool:
    """Whether a clause ends at an "and" or a comma.

    Before another count or a subject, or where its own subject did something else: "hurt ten people
    and made 70 homeless".
    """
    following = analysis.tokens[at + 1] if at + 1 < len(analysis.tokens) else None
    if at + 1 in further or following is None:
        return at + 1 in further
    goes_on = analysis.texts[at] == "and" and code_of(following) == "z"
    return goes_on or following.text in _SUBJECTS


def _opens(texts: list[str], at: int, own: AbstractSet[int]) -> bool:
    """Whether a clause opens behind a word: "where", or "police confirmed", not "the confirmed"."""
    is_said = at > 0 and texts[at] in _SAY and texts[at - 1] not in _UNSAID
    return at not in own and (is_said or texts[at] in _OPENING)
