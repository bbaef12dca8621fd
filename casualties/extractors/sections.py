"""The sections of a round-up: which of its passages tell of an incident of their own."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from casualties.extractors.times import EVENTS, MONTHS
from casualties.lexicon import load
from casualties.model import Kind, Passage
from casualties.patterns import pattern

__all__ = ["find_sections"]

_WORDS = load("events")
_MONTH = "|".join(sorted(MONTHS))
# "TULA. Two men", as a wire heads its paragraphs, and "Tel Marif: Two men", as monitors do.
_HEADED = pattern(r"([A-Z][A-Z' -]{2,30})\.\s+[A-Z]")
_PLACED = pattern(
    r"(?:[-*•]\s+)?((?:[A-Z][\w'’-]+ (?:of |and |de |al )?){0,3}[A-Z][\w'’-]+(?: [a-z]+)?)"
    r"(?::| [–—-]{1,2})\s+\p{Lu}[^.]{40}"
)
_LOCATED = pattern(r"(?:On|At|In|Near|Outside|ON|AT|IN|NEAR) (?:the )?[A-Z\d]\w+")
_DAY = pattern(
    rf"(?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}})(?=(?:,? \d{{4}})?(?::| [–—-]))",
    regex.IGNORECASE,
)
_SET_IN = pattern(r"\b(?:in|at|near|off|outside|on) (?:the )?(\p{Lu}[\w'’-]+)")
_WORD = pattern(r"[\w-]+")
_IN_BRIEF = tuple(_WORDS["in_brief"])
_BRIEFS = frozenset(_WORDS["briefs"])
_TOLLS = frozenset(load("scopes")["old_nouns"])
_HEADINGS = frozenset(_WORDS["headings"]) | frozenset(_WORDS["days"]) | MONTHS
_FULL = (".", "!", "?", '"', "”")
_LEAST = 3
_LABEL_WORDS = 4
_LONGEST_TITLE = 60


def find_sections(passages: Sequence[Passage]) -> dict[int, str]:
    """The events of a round-up's sections, by the numbers of their passages.

    A round-up is three or more paragraphs headed by a place, or as many list items of which two
    or more open with a place. Its first section is the document's own event.
    """
    return dict(
        _briefs(passages)
        or _headed(passages)
        or _placed(passages)
        or _dated(passages)
        or _listed(passages)
        or _titled(passages)
    )


def _briefs(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """Short reports under one headline, "Police briefs", each with a title where they have them."""
    heading = passages[0].text.lower() if passages else ""
    if _BRIEFS.isdisjoint(heading.split()) and not heading.endswith(_IN_BRIEF):
        return []
    titled = [p for p in passages[1:] if len(p.text) <= _LONGEST_TITLE and p.text[-1].isalnum()]
    openings = titled if len(titled) >= _LEAST - 1 else passages[1:]
    labels = {p.number: _label(p) for p in openings}
    sections, label = [], ""
    for passage in passages[1:]:
        label = labels.get(passage.number, label)
        if label:
            sections.append((passage.number, label))
    return sections


def _dated(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """The paragraphs headed by a day: "April 2: Three men were shot"; tolls by the day are none."""
    dated = [(p.number, m[0].lower()) for p in passages if (m := _DAY.match(p.text))]
    words = {word for p in passages for word in p.text.lower().split()}
    return dated if len(dated) >= _LEAST and _TOLLS.isdisjoint(words) else []


def _headed(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    headed = [(p.number, m[1].lower()) for p in passages if (m := _HEADED.match(p.text))]
    return headed if len(headed) >= _LEAST else []


def _placed(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """The paragraphs headed by a place and a colon: "Tel Marif: Two men were shot"."""
    placed = [(p.number, m[1].lower()) for p in passages if (m := _PLACED.match(p.text))]
    heads = {word for _, head in placed for word in head.split()}
    return placed if len(placed) >= _LEAST and _HEADINGS.isdisjoint(heads) else []


def _listed(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    items = [p for p in passages if p.kind is Kind.LIST]
    located = [p for p in items if _LOCATED.match(p.text)]
    is_round_up = len(items) >= _LEAST and len(located) >= _LEAST - 1
    return [(p.number, _label(p)) for p in items] if is_round_up else []


def _titled(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """What stands under a title of its own that sets an event in a new place.

    As "Knife attack in Lyon", below the report of a crash in Lima; another title ends it.
    """
    sections: list[tuple[int, str]] = []
    label, told = "", ""
    for passage, following in zip(passages, [*passages, None][1:], strict=True):
        if told and following is not None and _is_title(passage, following):
            place = _SET_IN.search(passage.text)
            names_event = not EVENTS.isdisjoint(_WORD.findall(passage.text.lower()))
            label = _label(passage) if names_event and place and place[1] not in told else ""
        if label:
            sections.append((passage.number, label))
        told += f"{passage.text} "
    return sections


def _is_title(passage: Passage, following: Passage) -> bool:
    """Whether a passage is a short line without a full stop, above a paragraph with one."""
    is_short = len(passage.text) <= _LONGEST_TITLE and passage.text[-1].isalnum()
    kinds = {passage.kind, following.kind}
    return is_short and kinds == {Kind.PARAGRAPH} and following.text.endswith(_FULL)


def _label(passage: Passage) -> str:
    return " ".join(passage.text.split()[:_LABEL_WORDS]).lower()
