"""Who speaks for no authority: what residents, rivals or a website count is a claim of their own.

The article's own number is mostly the one of the authorities, whether it says so or not. Where
these do not have the number of a police chief, one of the two is stale; a shopkeeper's or an
opposition's is another one, and the reader is told so.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from casualties.lexicon import load
from casualties.patterns import either, pattern

__all__ = ["is_outsider", "is_own_claim"]

_LISTS = load("reconciliation")
_MOST_SOURCES = 1_000
_OPINING = pattern(either(load("doubts")["opining"] + load("doubts")["positive"]), regex.IGNORECASE)
_WORD = pattern(r"[^\W\d_]+")
# "a cleaner at the hospital" does not speak for it
_PLACE = pattern(r"(?<=\p{Ll}) (?:at|in|near|on|outside|around|along|from|with) .*")
_OUTSIDERS = frozenset(_LISTS["outsiders"])
_RIVALS = frozenset(_LISTS["rivals"])
_NEWS = frozenset(_LISTS["news"])
_CIRCLES = pattern(either(_LISTS["circles"]))
_FRONTS = pattern(either(_LISTS["fronts"]), regex.IGNORECASE)
_NO_OUTSIDERS = pattern(either(_LISTS["no_outsiders"]), regex.IGNORECASE)
# "the deputy director", who is no deputy of a parliament
_DEPUTY_OF = pattern(rf"\bdeputy[ -](?={either(_LISTS['roles'])})", regex.IGNORECASE)
_AUTHORITIES = frozenset(
    word
    for kind in (
        *("authorities", "public", "agencies", "services", "governing"),
        *("medics", "clinics", "forces"),
    )
    for word in _LISTS[kind]
)


@lru_cache(_MOST_SOURCES)
def is_outsider(source: str) -> bool:
    """Whether the words for a source name somebody who counts for himself alone.

    >>> is_outsider("grocer Ola Ferenc"), is_outsider("Opposition leader Sela Marn")
    (True, True)
    >>> is_outsider("fire chief Ola Ferenc"), is_outsider("state media"), is_outsider("Ferenc")
    (False, False, False)
    >>> is_outsider("the textile union"), is_outsider("a victims' group")
    (True, True)
    >>> is_outsider("European Union"), is_outsider("mine operator Marn Group")
    (False, False)
    """
    source = _DEPUTY_OF.sub("", _NO_OUTSIDERS.sub("", source))
    if not _words(source).isdisjoint(_RIVALS) or _FRONTS.search(source):
        return True
    source = _PLACE.sub("", source)
    is_circle = not _words(source).isdisjoint(_OUTSIDERS) or _CIRCLES.search(source) is not None
    return is_circle and not _is_authority(source)


def is_own_claim(source: str, told: str) -> bool:
    """Whether a number is a claim beside the authorities' one, by who is said to count or how.

    >>> is_own_claim("paramedic", "A paramedic thought that 40 had died"), is_own_claim(
    ...     "police", "Police believe that 40 died"
    ... )
    (True, False)
    """
    is_opinion = not _is_authority(source) and _OPINING.search(told) is not None
    return is_opinion or is_outsider(source)


def _is_authority(source: str) -> bool:
    """Whether a source is of the state, of a rescue service, or a hospital's."""
    words = _words(source)
    kept = words - set(_LISTS["agencies"]) - {"agency"} if words & _NEWS else words
    return not kept.isdisjoint(_AUTHORITIES) or "state" in kept


def _words(source: str) -> frozenset[str]:
    """The words of a source, in lower case, each of them in the singular as well."""
    words = [word.casefold() for word in _WORD.findall(source)]
    return frozenset(form for word in words for form in (word, *_singulars(word)))


def _singulars(word: str) -> tuple[str, ...]:
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    if word.endswith("men"):
        return (word[:-3] + "man",)
    return (word[:-1],) if word.endswith("s") else ()
