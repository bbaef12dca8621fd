"""Which event a figure is about: the document's own, or another one that its words name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from casualties.extractors.analysis import Analysis
from casualties.extractors.tokens import Token, text_at
from casualties.extractors.words import tells_of_death
from casualties.lexicon import load
from casualties.model import MAIN, Document, Kind, Passage

__all__ = ["Story", "begin_sentence", "end_sentence", "event_of"]

_WORDS = load("events")
_MONTHS = frozenset(load("things")["months"])
_EVENT_NOUNS = frozenset(_WORDS["nouns"])
_EVENT_PLURALS = frozenset(noun + "s" for noun in _EVENT_NOUNS)
_ORDINALS = frozenset(_WORDS["ordinals"])
_SEPARATE = frozenset(_WORDS["separate"])
_YEAR_BEFORE = frozenset(_WORDS["before_a_year"]) | _MONTHS
_SUPERLATIVES = frozenset(_WORDS["superlatives"])
_ANAPHORA = frozenset(_WORDS["anaphora"])
_DAYS = frozenset(_WORDS["days"])
_SUB_EVENTS = frozenset({"aftershock"})
_ZONES = frozenset({"utc", "gmt", "hours", "hrs", "local"})
_YEAR = regex.compile(r"1[5-9]\d\d|20[0-3]\d")
_YEAR_IN_TEXT = regex.compile(r"\b(?:19\d\d|20[0-3]\d)\b")
_RUNNING = regex.compile("|".join(_WORDS["running"]), regex.IGNORECASE)
_PAST = regex.compile("|".join(_WORDS["past"]), regex.IGNORECASE)
_LEAD = 3
_EARLY = 2
_REACH = 12
_LEAST_SECTIONS = 3
_FIRST_BARE_YEAR = 1900


_HEADED = regex.compile(r"([A-Z][A-Z' -]{2,30})\.\s+[A-Z]")
_LOCATED = regex.compile(r"(?:On|At|In|Near|Outside) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*")
# "A string of shootings": the lead's sum is the document's own, and each incident an event
_SERIES = regex.compile("|".join(_WORDS["series"]), regex.IGNORECASE)
_OPENED = regex.compile("|".join(_WORDS["opens_an_incident"]))
_LABEL_WORDS = 4


def _sections(passages: Sequence[Passage]) -> dict[int, str]:
    """The events of a round-up's sections, by the numbers of their passages.

    A round-up is three or more paragraphs headed by a place in capitals, or as many list items of
    which two or more open with a place. Its first section is the document's own event. Under a
    lead that sums up a series of incidents, each paragraph that opens one is an event of its own.
    """
    paragraphs = [p for p in passages if p.kind is Kind.PARAGRAPH]
    opened = [p for p in paragraphs if _OPENED.match(p.text)]
    if any(_SERIES.search(p.text) for p in passages[:_LEAD]) and len(opened) >= _LEAST_SECTIONS:
        return {p.number: " ".join(p.text.split()[:_LABEL_WORDS]).lower() for p in opened}
    headed = [(p.number, m[1]) for p in passages if (m := _HEADED.match(p.text))]
    items = [p for p in passages if p.kind is Kind.LIST]
    located = [p for p in items if _LOCATED.match(p.text)]
    if len(headed) >= _LEAST_SECTIONS:
        sections = headed
    elif len(items) >= _LEAST_SECTIONS and len(located) >= 2:
        sections = [(p.number, " ".join(p.text.split()[:_LABEL_WORDS])) for p in items]
    else:
        return {}
    first = sections[0][0]
    return {number: MAIN if number == first else label.lower() for number, label in sections}


@dataclass(slots=True)
class Story:
    """What is known of the document's own event while it is read.

    ``home`` is the event of figures that nothing marks: ``main``, or "background" where the main
    event is the death of somebody named. ``event`` is the one that the passage has turned to.
    """

    home: str = MAIN
    has_main: bool = False
    main_years: frozenset[int] = frozenset()
    latest_year: int = 0
    event: str = MAIN
    passage: int = 0
    clause_events: dict[int, str] = field(default_factory=dict)
    last_event: str = ""
    pending: str = ""
    sections: dict[int, str] = field(default_factory=dict)
    nouns: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, document: Document) -> Story:
        """What a document's text shows before it is read: its latest year, its sections."""
        years = (int(year) for year in _YEAR_IN_TEXT.findall(document.text))
        return cls(latest_year=max(years, default=0), sections=_sections(document.passages))


def _years(tokens: list[Token]) -> list[tuple[int, int]]:
    """The years that a sentence names, with the places of their tokens."""
    found = []
    for position, token in enumerate(tokens):
        if token.kind != "numeral" or not _YEAR.fullmatch(token.text):
            continue
        year = int(token.text)
        before = tokens[position - 1] if position else None
        following = tokens[position + 1].text if position + 1 < len(tokens) else ""
        word = before.text if before else ""
        if following in _ZONES or following == ",000":
            continue
        names = following in _EVENT_NOUNS | _EVENT_PLURALS  # "a 1998 bombing"
        dated = names or word in _YEAR_BEFORE or (before is not None and before.kind == "numeral")
        if dated and (year >= _FIRST_BARE_YEAR or word in ("in", "of", "since", "until")):
            found.append((position, year))
    return found


def begin_sentence(analysis: Analysis, passage: int, story: Story) -> None:
    """Carry an event over to the next sentence of its passage where that leans on it."""
    tokens = analysis.tokens
    story.clause_events = {}
    words = [token.text.removesuffix("'s") for token in tokens[:6]]
    whole = {token.text for token in tokens}
    pending, story.pending = story.pending, ""
    if passage in story.sections:
        story.passage, story.event = passage, story.sections[passage]
        return
    leans = words[:1] and words[0] in _ANAPHORA and words[0] != "the"
    if pending and (leans or ("the" in whole and whole & _EVENT_NOUNS)):
        story.event, story.passage = pending, passage
        return
    recalls = (
        words[:1] == ["that"]
        or words[:2] == ["there", ","]
        or ("that" in words[:3] and words[:1] == ["on"])
    )
    if recalls and story.last_event:
        story.event, story.passage = story.last_event, passage
        return
    if passage != story.passage:
        story.passage = passage
        story.event = story.home
    elif story.event != story.home:
        opening = tokens[0].text if tokens else ""
        if set(words) & _DAYS and opening not in _ANAPHORA:
            story.event = story.home


def end_sentence(analysis: Analysis, story: Story) -> None:
    """Note what a sentence leaves behind: a named death, or another event, without a figure."""
    words = [token.text for token in analysis.tokens]
    if analysis.kind is Kind.PARAGRAPH:
        story.nouns |= _EVENT_NOUNS & set(words)
    story.last_event = story.event if story.event != story.home else ""
    if analysis.claims:
        return
    if not story.has_main and story.passage <= _EARLY and tells_of_death(analysis.tokens):
        story.has_main = True
        is_obituary = not _EVENT_NOUNS & set(words)
        if (
            analysis.kind is Kind.HEADLINE
            and is_obituary
            and ("dies" in words or words[-3:-1] == ["dead", "at"])
        ):
            story.home = story.event = "background"
    if not story.has_main:
        return
    label = _marked(analysis.tokens, 0, len(words), len(words), story)
    if label is not None:
        story.last_event = label
        is_dated = any(label.startswith(str(year)) for _, year in _years(analysis.tokens))
        if is_dated or (_EVENT_NOUNS | _EVENT_PLURALS) & set(words):
            story.event = story.pending = label


def event_of(analysis: Analysis, index: int, story: Story) -> str:
    """The event of the figure at chunk ``index``: ``main`` or a label of its own."""
    tokens, at = analysis.tokens, analysis.chunks[index].first
    event = _event_at(tokens, at, analysis.kind, story)
    story.has_main = story.has_main or event == MAIN
    return event


def _event_at(tokens: list[Token], at: int, kind: Kind, story: Story) -> str:
    start, end = _clause(tokens, at)
    if story.sections and [t.text for t in tokens[:2]] in (["in", "all"], ["in", "total"]):
        return "all together"
    label = _marked(tokens, start, end, at, story)
    if label is None and kind is Kind.PARAGRAPH and story.has_main and story.passage > _LEAD:
        label = _introduced(tokens, start, end, story)
    if label is None and start > 0 and story.clause_events:
        label = story.clause_events[max(story.clause_events)]
    if label is not None:
        story.event = label
        story.clause_events[start] = label
        return label
    return story.event


def _clause(tokens: list[Token], at: int) -> tuple[int, int]:
    """The stretch between semicolons and dashes that token ``at`` stands in."""
    start, end = 0, len(tokens)
    for position, token in enumerate(tokens):
        if token.text in (";", "–", "—"):
            if position < at:
                start = position + 1
            else:
                end = position
                break
    return start, end


def _marked(tokens: list[Token], start: int, end: int, at: int, story: Story) -> str | None:
    """The label of the other event that a time, a year or a word such as "separate" points to."""
    for position, year in reversed(_years(tokens)):
        if not start <= position < end or year in story.main_years:
            continue
        if position < at or _dates(tokens, at, position):
            if _is_main_year(tokens, position, year, story):
                story.main_years |= {year}
                return None
            return _label(tokens, start, end, str(year))
    if story.has_main or story.passage > _EARLY:
        for pattern in (_RUNNING, _PAST):
            when = _timed(pattern, tokens[start:end], at - start)
            if when is not None:
                return _label(tokens, start, end, when)
    if not story.has_main and story.passage <= _LEAD + 1:
        return None
    when = _set_apart(tokens[start:end], at - start) or _in_month(tokens[start:end], at - start)
    return None if when is None else _label(tokens, start, end, when)


def _is_main_year(tokens: list[Token], position: int, year: int, story: Story) -> bool:
    """Whether a year dates the document's own event."""
    if not story.has_main:
        return story.passage <= _LEAD + 1
    before = text_at(tokens, position - 1)
    is_month = before in _MONTHS and text_at(tokens, position - 2) == "in"  # "in May 2010"
    is_bare = is_month or before in ("in", "since", "of", "back")
    return year >= story.latest_year and story.passage <= _LEAD and not is_bare


def _set_apart(clause: list[Token], here: int) -> str | None:
    """The word by which the clause sets its event apart: "a separate attack", "another in ..."."""
    words = [token.text for token in clause]
    for i, word in enumerate(words[:here]):
        following = words[i + 1 : i + 4]
        if word in _SEPARATE and (following[:1] == ["one"] or set(following) & _EVENT_NOUNS):
            return word
        is_one = word == "another" or (word == "one" and words[i - 1 : i] == ["including"])
        if is_one and following[:1] and following[0] in ("in", "at"):
            return f"{word} {' '.join(following)}"
        is_ordinal = word in _ORDINALS and i > 0 and words[i - 1] == "the"
        if is_ordinal and following[:1] and following[0] in _EVENT_NOUNS:
            return word
        if word == "since" and "when" in words[i:here] and set(words[:i]) & _SUPERLATIVES:
            return " ".join(following[:2])
        if word == "when" and words[i - 1] == "," and _MONTHS & set(words[max(0, i - 3) : i]):
            return " ".join(words[max(0, i - 3) : i - 1])
    return None


def _in_month(clause: list[Token], here: int) -> str | None:
    """The month in which the clause sets its event: "in February", not "in February 14"."""
    for i, token in enumerate(clause[:-1]):
        month = clause[i + 1]
        if i >= here and (token.text in (",", "when", "as", "after") or i > here + _REACH):
            return None
        is_month = token.text == "in" and month.text in _MONTHS and month.is_capital
        if is_month and not text_at(clause, i + 2).isdigit():
            return month.text
    return None


def _timed(pattern: regex.Pattern[str], clause: list[Token], here: int) -> str | None:
    """The phrase that dates the figure at token ``here``: "last year", "so far this year"."""
    words = [token.text for token in clause]
    text = " ".join(words)
    figure = len(" ".join(words[:here])) + (1 if here else 0)
    for match in pattern.finditer(text):
        between = text[figure : match.start()]
        is_near = figure <= match.start() and " , " not in between and ";" not in between
        if match.end() <= figure or is_near:
            return match[0].lower()
    return None


def _introduced(tokens: list[Token], start: int, end: int, story: Story) -> str | None:
    """The label where the clause brings in one more event of a kind told of before.

    In a story about a quake, "a quake in eastern China" is another one, while "a landslide" may
    well be a part of it; "an aftershock" is always one of its own.
    """
    for position in range(start, end - 1):
        if tokens[position].text not in ("a", "an", "another"):
            continue
        for further in range(position + 1, min(end, position + 5)):
            noun = tokens[further]
            if noun.kind == "mark" or noun.text in ("of", "in", "the", "that"):
                break
            if noun.text in _SUB_EVENTS:
                return f"an {noun.text}"
            if noun.text in story.nouns:
                place = tokens[further + 1 : further + 5]
                marks = [i for i, token in enumerate(place) if token.kind == "mark"]
                if any(token.is_capital for token in place[: marks[0] if marks else None]):
                    return f"a {noun.text}"
                break
    return None


def _dates(tokens: list[Token], at: int, position: int) -> bool:
    """Whether a year after the figure dates it: "killed over 6,000 people in 2013"."""
    breaks = {",", "since", "(", "when", "where", "who", "which", "as", "than", "after"}
    between = tokens[at:position]
    return len(between) <= _REACH and not any(token.text in breaks for token in between)


def _label(tokens: list[Token], start: int, end: int, when: str) -> str:
    noun = next(
        (t.text for t in tokens[start:end] if t.text in _EVENT_NOUNS or t.text in _EVENT_PLURALS),
        "",
    )
    return f"{when} {noun}".strip()
