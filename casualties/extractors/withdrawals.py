"""Counts that were taken back: "a figure of 42 was given, but the prefect corrected it"."""

from __future__ import annotations

import regex

from casualties.extractors.readings import Reading
from casualties.lexicon import load
from casualties.model import Figure
from casualties.patterns import either, pattern

__all__ = ["is_corrected", "is_withdrawn"]

_WORDS = load("scopes")
_TOLL = either(_WORDS["old_nouns"])
# "It has withdrawn the figure of 110"
_WITHDRAWING = tuple(_WORDS["withdrawing"])
_TAKEN_BACK = pattern(
    rf"(?:,[^;.,]*,)? (?:was|were|has been|had been) (?:\w+ )?{either(_WORDS['withdrawn'])}",
    regex.IGNORECASE,
)
_REGRETTED = pattern(rf"[^;.,]*\b{either(_WORDS['regretted'])}", regex.IGNORECASE)
_A_TOLL_OF = pattern(
    rf"{_TOLL}(?: of (?:the )?(?:dead|deaths|victims|injured))? (?:of|as|at) $", regex.IGNORECASE
)
_WITHDRAWN = pattern(
    rf"{either(_WORDS['withdrawing'])} (?:(?:the|its|that"
    rf"|their|earlier|first) )*(?:{_TOLL} of )?$",
    regex.IGNORECASE,
)
_IT = rf"(?:it|that|this|him|her|them|himself|herself|itself|(?:the|that|this) {_TOLL})"
# "the prefect has since corrected it", "it was later withdrawn", "that was wrong"
_PUT_RIGHT = (
    rf"(?:(?:[\w'’-]+ ){{1,6}}?{either(_WORDS['putting_right'])} {_IT}(?=[.,;]|$| (?!to\b))"
    rf"|(?:[\w'’-]+ ){{1,6}}?(?:(?:took|taken) {_IT} back|put {_IT} right)\b"
    rf"|(?:which|{_IT}) (?:\w+ )?(?:was|were|has been|had been|has since been|turned out to be) "
    rf"(?:\w+ )?{either([*_WORDS['withdrawn'], *_WORDS['amiss']])}"
    rf"|which (?:[\w'’-]+ ){{1,6}}?{either(_WORDS['putting_right'])}(?=[.,;]|$))"
)
_PUT_RIGHT_AT_ONCE = pattern(
    rf"[^.;]{{0,150}}?(?:[,;] (?:but |and |though |although )?| before ){_PUT_RIGHT}",
    regex.IGNORECASE,
)
_PUT_RIGHT_NEXT = pattern(rf"(?:but |however, )?{_PUT_RIGHT}", regex.IGNORECASE)
_IS_AMISS = pattern(
    rf"[^.;]{{0,150}}? (?:was|were|proved|turned out to be) (?:\w+ )?{either(_WORDS['amiss'])}",
    regex.IGNORECASE,
)


def is_withdrawn(reading: Reading) -> bool:
    """Whether the words before a count, with the article of a definite one, withdraw it.

    Or those behind it, where it is called a toll: "A toll of 34 was taken back".
    """
    head, tail = reading.figure.head, reading.figure.tail
    if _A_TOLL_OF.search(head) and (_TAKEN_BACK.match(tail) or _REGRETTED.match(tail)):
        return True
    lowered = head.lower()
    if not any(word in lowered for word in _WITHDRAWING):  # as nearly always
        return False
    is_told = _WITHDRAWN.search(head) is not None
    return is_told or (reading.is_definite and _WITHDRAWN.search(f"{head}the ") is not None)


def is_corrected(figure: Figure, behind: str) -> bool:
    """Whether its sentence, or how the text goes on ``behind`` that, puts it right.

    As in "The mayor gave a figure of 42, but the prefect corrected it", "It was later withdrawn".
    """
    tail = figure.tail
    if figure.source is None and not _A_TOLL_OF.search(figure.head):
        return False  # "The fire killed 24, and the owner apologised for it"
    if _PUT_RIGHT_AT_ONCE.match(tail) or (_A_TOLL_OF.search(figure.head) and _IS_AMISS.match(tail)):
        return True
    return _PUT_RIGHT_NEXT.match(behind) is not None
