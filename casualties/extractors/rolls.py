"""Lists of other events by their names: "earlier fires: Brightwear, 22 dead; Sunline, 17 dead"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from casualties.extractors.numbers import value_of
from casualties.lexicon import load
from casualties.model import Passage
from casualties.patterns import either, pattern

__all__ = ["find_rolled"]

# As in "Matta & Sons, 35 dead", or in "Tel Amra: 52." or "the Anna (52 dead)"
_ITEM = pattern(
    r"(?:^|[.;:,–—]\s+|\band )(?:[Tt]he |at )?(?P<name>\p{Lu}[\w'’-]*(?: (?:&|[\w'’-]+)){0,3}?)"
    r"(?:[,:]| \(| [–—-]) ?(?P<count>\d[\d,]*|\p{L}+(?:-\p{L}+)?)"
    rf"(?:(?: people)? (?:{either(load('references')['harmed'])})|(?=[.;,)]|$))"
)
_OF_THE_EVENT = pattern(
    rf"{either(load('doubts')['the_dead'] + load('scopes')['old_nouns'])}"
    rf"|{either(load('scopes')['houses'] + load('scopes')['many_houses'])}",
    regex.IGNORECASE,
)
_FEWEST = 2


def find_rolled(passage: Passage, most: int, is_known: Callable[[str], bool]) -> dict[int, str]:
    """The names of listed events, by where their counts start: of more than the lead's, ``most``.

    A list of towns or vehicles that the event struck has no more than all whom it harmed, but for a
    slip; and where the text has told of one of its names, it may be such a list.
    """
    items = list(_items(passage))
    if len(items) < _FEWEST or any(is_known(name) for name, _, _ in items):
        return {}
    if _OF_THE_EVENT.search(passage.text[: items[0][2] - passage.start - len(items[0][0])]):
        return {}  # "By town, the dead are: Osk, 32; Velm, 22"
    is_more = 4 * sum(value for _, value, _ in items) > 5 * most
    return {start: name.lower() for name, _, start in items} if is_more and most else {}


def _items(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """The names, counts and places of the items of a passage."""
    for match in _ITEM.finditer(passage.text, overlapped=True):
        value = value_of(match["count"].lower().replace(",", ""))
        if value:
            yield match["name"], value, passage.start + match.start("count")
