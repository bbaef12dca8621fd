"""Other events that a sentence names: "the Bexford shooting", "the sinking of the Santa Rita".

A name that stands nowhere above is mostly none of the document's own event, which is told of first;
who asks has to see whether the number is a slip for that one's.
"""

from __future__ import annotations

from collections.abc import Callable

from casualties.extractors.times import EVENTS
from casualties.lexicon import load
from casualties.model import Figure
from casualties.patterns import either, pattern

__all__ = ["find_named_event"]

_WORDS = load("doubts")
_EVENT = either(sorted(EVENTS.union(*(_WORDS[k] for k in ("any_event", "gatherings", "killers")))))
_NAME = r"(?P<name>\p{Lu}[\w'’-]+(?: \p{Lu}[\w'’-]+| \d{1,2}\b)*)"
# "the Bexford shooting", "the Vell mall killer", "the July shelling", "the May 9 attack"
_NAMED = rf"\b[Tt]he {_NAME}(?:['’]s)? (?:[a-z-]+ )?{_EVENT}"
# "the sinking of the Santa Rita", "the fire on the Lydia", "the disaster at Velm"
_OF_A_VESSEL = (
    rf"\b(?:[Tt]he|[Ii]ts) (?:[a-z-]+ )?(?:{_EVENT}|{either(_WORDS['losses'])})"
    rf" (?:(?:of|on|aboard) the|at(?: the)?) {_NAME}"
)
_CLAUSE = (
    r"(?:,? (?:in which|on which|where|when|which|that|who|and its)\b[^.;]*"
    rf"|,? (?:had |has |have |also )*{either(load('events')['killing'])}|:|,? and| ?\([^)]*)\W*$"
)
_END = r"(?=[,.;]| (?:was|were|will|is|are|has|have|had)\b)"
# As in "Rules were tightened after Velm, where 29 died", or "fewer than in Velm"
_AFTER = r"\b(?:[Aa]fter|[Ss]ince|[Bb]efore|[Tt]han|[Ll]ike|[Uu]nlike)(?: (?:in|at))?"
_FIRST = r"^\W*(?:(?:In|During|At|After|Before|Since|Until|With|From|Like|Unlike) )?"
_HEAD = pattern(
    rf"(?|(?:{_NAMED}|{_OF_A_VESSEL}){_CLAUSE}"
    rf"|{_AFTER} {_NAME}(?:,? (?:where|with|and its)\b[^.;]*| \()$"
    rf"|{_FIRST}(?:{_NAMED}|{_OF_A_VESSEL})(?! (?:came|followed|took|was|is|has|had)\b)[^.;]*$)"
)
_DIED = r"who (?:had )?(?:died|drowned|perished|were killed)"
# "the 12 victims of the Harbour Street massacre", "the 75 people who died on the Santa Rita"
_TAIL = pattern(
    rf" (?:[a-z-]+ ){{0,6}}?(?:of|in|on|at|from) [Tt]he {_NAME} (?:[a-z-]+ )?{_EVENT}"
    rf"| (?:of|{_DIED} (?:on|aboard)) [Tt]he {_NAME}{_END}| {_DIED} at(?: [Tt]he)? {_NAME}{_END}"
    rf"|, {_NAMED} (?:remains?|is still|ranks|stands)\b"
)
_EVERYBODY = pattern(r"\b(?:victims|dead|people|lives|bodies|deaths)$|^[Tt]he [\w,-]+$")


def find_named_event(figure: Figure, is_known: Callable[[str], bool]) -> str | None:
    """The name, none that is ``is_known``, by which the words around a figure tell of an event.

    As in "since the Bexford shooting, in which 12 people died".
    """
    behind = _TAIL.match(figure.tail) if _EVERYBODY.search(figure.text) else None
    matches = (_HEAD.search(figure.head), behind)
    names = (match["name"] for match in matches if match is not None)
    return next((name.lower() for name in names if not is_known(name)), None)
