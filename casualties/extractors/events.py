"""Which event a figure is about: the document's own, or another one that its words name."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from casualties.extractors.tokens import Token
from casualties.lexicon import load
from casualties.model import MAIN

__all__ = ["Story", "event_of"]

_MONTHS = {
    name: number % 12
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec")
    )
    for name in names.split()
}
_EVENT_NOUNS = frozenset(
    "attack attacks bombing bombings blast blasts explosion explosions shooting shootings crash crashes collision accident accidents fire fires blaze earthquake quake tremor tsunami flood floods storm cyclone hurricane typhoon tornado tornadoes eruption landslide avalanche disaster incident incidents raid raids strike strikes airstrike massacre riot riots clash clashes ambush assault sinking derailment stampede crush outbreak epidemic war conflict battle collapse violence protest protests stabbing siege killing killings murder murders hijacking coup uprising shelling bombardment fighting operation hostage tragedy wave".split()
)
_OTHER = frozenset({"separate", "another", "similar", "previous", "unrelated", "comparable", "earlier", "different", "second", "third", "fourth", "other"})
_YEAR = regex.compile(r"(?:1[5-9]|20)\d\d")
_SUPERLATIVE = frozenset("deadliest worst bloodiest biggest first largest gravest heaviest".split())
_ANAPHORA = frozenset({"that", "it", "they", "those", "this", "there", "these", "he", "she", "another", "among", "the", "both", "its", "their", "her", "his"})
_RUNNING = regex.compile(
    r"(?:\bso far this (?:year|month|week|season|winter|summer)|\bthis (?:year|month|winter|summer|season)\b|\bsince the (?:start|beginning)\b|\bsince (?:\w+ )?(?:began|broke down|erupted)|"
    r"\b(?:in|over|during) the (?:past|last) (?:\w+ )?(?:years?|months?|decades?|weeks?)|\bin recent (?:years|months|weeks)|\bover the years|\bthe whole of last year|\bnationwide this|\bin the same period|\bin (?:the )?past \w+ years)",
    regex.IGNORECASE,
)
_PAST = regex.compile(
    r"(?:\blast (?:year|month|december|january|february|march|april|may|june|july|august|september|october|november|spring|summer|autumn|fall|winter)\b|\b(?:\w+|\d+) (?:years?|months?|decades?) (?:ago|earlier|before)\b|\ba (?:year|month|decade|week) (?:ago|earlier|before)\b|\blast week\b|\b(?:the )?previous (?:year|month|winter|week|one)\b|\bearlier this (?:year|month)\b|\bof last year\b|\bin the (?:19|20)\d0s\b|\bover the same \w+ last year)",
    regex.IGNORECASE,
)
_TODAY = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday overnight tonight".split())


@dataclass(slots=True)
class Story:
    """What is known of the document's own event while it is read."""

    has_main: bool = False
    main_years: frozenset[int] = frozenset()
    event: str = MAIN
    passage: int = 0
    sentence_event: str = MAIN
    paragraph_event: str = MAIN


def _years(tokens: list[Token]) -> list[tuple[int, int]]:
    found = []
    for position, token in enumerate(tokens):
        if token.kind == "numeral" and _YEAR.fullmatch(token.text):
            year = int(token.text)
            before = tokens[position - 1].text if position else ""
            following = tokens[position + 1].text if position + 1 < len(tokens) else ""
            if 1500 <= year <= 2035 and (
                (year >= 1900 or before in ("in", "of", "since", "until")) and following not in ("utc", "gmt", "hours", "local", "hrs") and (before in ("in", "since", "of", "by", "from", "until", "(", "during", "early", "late", "before", "after", "and", "between", ",", "the", "to", "back", "")
                or before in _MONTHS or before in ("spring", "summer", "autumn", "winter", "around", "about", "year", "fiscal")
                or tokens[position - 1].kind == "numeral")
            ):
                found.append((position, year))
    return found


def _clauses(tokens: list[Token]) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for position, token in enumerate(tokens):
        if token.text in (";", "–", "—") or (token.text == "-" and 0 < position):
            bounds.append((start, position))
            start = position + 1
    bounds.append((start, len(tokens)))
    return bounds


def begin_sentence(tokens: list[Token], passage: int, story: Story) -> None:
    """Carry an event over to the next sentence where that leans on the one before."""
    if passage != story.passage:
        story.passage = passage
        story.event = MAIN
        story.sentence_event = MAIN
        return
    opening = tokens[0].text if tokens else ""
    if story.event != MAIN:
        words = {t.text for t in tokens[:6]}
        re_anchored = words & _TODAY and opening not in _ANAPHORA
        if re_anchored:
            story.event = MAIN


def event_of(text: str, tokens: list[Token], at: int, story: Story) -> str:
    """The event of a figure whose words begin at token ``at``: ``main`` or a label of its own."""
    start, end = next((a, b) for a, b in _clauses(tokens) if a <= at <= b)
    label = _marked(text, tokens, start, end, at, story)
    if label is not None:
        story.event = label
        return label
    if start > 0 and story.sentence_event != MAIN:
        return story.sentence_event
    return story.event


def _marked(text: str, tokens: list[Token], start: int, end: int, at: int, story: Story) -> str | None:
    for position, year in reversed(_years(tokens)):
        if not start <= position < end:
            continue
        if year in story.main_years:
            return None
        if position < at or _follows_closely(tokens, at, position):
            if not story.has_main and story.passage <= 3:
                story.main_years |= {year}
                return None
            return _label(tokens, start, end, str(year))
    clause = text[tokens[start].start : tokens[end - 1].end] if start < end else ""
    offset = tokens[start].start if start < end else 0
    figure_start = tokens[at].start - offset
    for pattern in (_RUNNING, _PAST):
        for match in pattern.finditer(clause):
            near_after = figure_start <= match.start() and "," not in clause[figure_start : match.start()]
            if match.end() <= figure_start or near_after:
                if not story.has_main and story.passage <= 2:
                    continue
                words = match[0].lower()
                return _label(tokens, start, end, words)
    words = [t.text for t in tokens[start:at]]
    for i, word in enumerate(words):
        following = words[i + 1 : i + 4]
        if word in ("separate", "unrelated", "comparable", "similar") and set(following) & _EVENT_NOUNS and story.has_main:
            return _label(tokens, start, end, word)
        if word in ("another", "previous", "second", "other") and following and following[0] in (_EVENT_NOUNS | {"one", "in", "at"}) and story.has_main:
            return _label(tokens, start, end, word)
        if word == "since" and "when" in words[i:] and set(words[:i]) & _SUPERLATIVE:
            return _label(tokens, start, end, " ".join(words[i + 1 : i + 3]))
        if word == "in" and following and following[0] in _MONTHS and story.has_main and tokens[start + i + 1].is_capital:
            nxt = following[1] if len(following) > 1 else ""
            if not nxt.isdigit():
                return _label(tokens, start, end, following[0])
    return None


def _follows_closely(tokens: list[Token], at: int, position: int) -> bool:
    """Whether a year after the figure dates it: "killed over 6,000 people in 2013"."""
    between = tokens[at:position]
    return len(between) <= 14 and not any(
        t.text in (",", "since", "(", "when", "where", "who", "which", "as", "than", "after") for t in between
    )


def _label(tokens: list[Token], start: int, end: int, when: str) -> str:
    noun = next((t.text for t in tokens[start:end] if t.text in _EVENT_NOUNS), "")
    return f"{when} {noun}".strip()
