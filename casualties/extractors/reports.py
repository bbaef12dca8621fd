"""Reports that stand one below the other in a document, each under a title of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import regex

from casualties.extractors.sections import is_dated_item, is_of_briefs
from casualties.extractors.times import EVENTS, MONTHS
from casualties.extractors.words import may_harm
from casualties.lexicon import load
from casualties.model import MAIN, Document, Figure, Kind, Passage, Unread
from casualties.patterns import pattern
from casualties.records import dataclass, replace

__all__ = ["Report", "find_reports"]

_DATES = frozenset(load("events")["days"]) | MONTHS
_FULL = (".", "!", "?", '"', "”", "…")
_STOPS = (".", "!", "?")
_NAME = pattern(r"\p{Lu}[\w'’-]+")
_WITHIN = pattern(r"(?<=[^\W_][,;]? )\p{Lu}[\w'’-]+")
_DATELINE = pattern(r"\p{Lu}[\p{Lu} .'’-]+[^.;:]{0,30}? [–—-]+ \p{Lu}")
# No full stop, and no time of the day or quotation mark at its head, as entries and quotes have.
_TITLE = pattern(
    r"(?!(?:19|20)\d\d\b|\d{4} |(?:\w+ )?\d[\d.:]*:|\d\d?[.:]\d\d|\W)"
    r"(?:[^.!?]|\.(?! ))*[^\W_]['’”\")]?"
)
# As every story of a page that has several ends
_OWNED = pattern(r"(?:Copyright|©|\(c\))(?: ©| \(c\))? \d{4}\b", regex.IGNORECASE)
_LINKS = tuple(load("events")["related"])
_TEASERS = tuple(f"{word}:" for word in load("events")["teasers"])
_WORD = pattern(r"[\w-]+")
_SET_IN = pattern(r"\b(?:in|at|near|off|outside|on) (?:the )?(\p{Lu}[\w'’-]+)")
_LABEL_WORDS = 4
_LONGEST_TITLE = 110
_LEAST_NAMES = 2
_LEAST_WORDS = 5
_FEW_OF = 5
_LEAST_PARAGRAPHS = 2
_LEAST_BRIEFS = 2
_LEAST_TEASERS = 2
_LINES = 2
_HEADING = 5
_OPENING = 3
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Report:
    """One report of a document: the passages below a title, numbered anew, and its event's name.

    ``before`` is the number of passages that stand before it, and ``kind`` that of its title among
    the document's passages.
    """

    document: Document
    event: str
    before: int
    kind: Kind

    def restore_unread(self, unread: Unread) -> Unread:
        """What was not read of the report, with the number of its passage in the document."""
        paragraph = unread.place.paragraph
        if not self.before or paragraph is None:
            return unread
        return replace(unread, place=unread.place._replace(paragraph=paragraph + self.before))

    def restore(self, figure: Figure) -> Figure:
        """A figure of the report as it stands in the document."""
        if not self.before:
            return figure
        event = self.event if figure.event == MAIN else f"{self.event}: {figure.event}"
        kind = self.kind if figure.paragraph == 1 else figure.passage
        paragraph = figure.paragraph + self.before
        return replace(figure, event=event, paragraph=paragraph, passage=kind)


def find_reports(document: Document) -> list[Report]:
    """The reports of a document, its own first; most documents are one report.

    Another one begins at a title that names an event in a place which the text before it has not,
    as "Knife attack in Lyon" below the report of a crash in Lima, or that, with the paragraphs
    below it, shares no name with that text, or that stands behind a line such as "Copyright 2014".
    """
    passages = document.passages
    is_of_one = not (passages and is_of_briefs(passages[0].text))
    titles = _find_teasers(passages)
    titles = titles or list(_find_titles(passages) if is_of_one else _find_briefs(passages))
    starts = [0, *titles]
    own = titles[:1] if not is_of_one else []
    return [
        Report(
            _cut(document, start, end),
            MAIN if start in (0, *own) else _label(passages[start]),
            start,
            passages[start].kind if start else Kind.HEADLINE,
        )
        for start, end in zip(starts, [*titles, len(passages)], strict=True)
    ]


def _find_briefs(passages: Sequence[Passage]) -> list[int]:
    """The places of the titles of short reports, if they have any: below "Police briefs"."""
    titles = [place for place in range(1, len(passages)) if _is_title(passages, place)]
    return titles if len(titles) >= _LEAST_BRIEFS else []


def _find_teasers(passages: Sequence[Passage]) -> list[int]:
    """The titles, but for the first, of a page that has one paragraph of each of its reports.

    As the results of a search or the page of a topic have: each title, with a line below it or
    without one, tells what happened.
    """
    titles: list[int] = []
    lines: list[int] = []
    has_paragraph = True
    for place, passage in enumerate(passages):
        if not passage.text.endswith(_FULL):
            lines = [place] if has_paragraph else [*lines, place]
            has_paragraph = False
        elif has_paragraph or len(lines) > (_LINES if titles else _HEADING):
            return []
        else:
            has_paragraph = True
            titles.append(lines[0])
    further = titles[1:]
    are_news = all(_is_news(passages[place].text) for place in further)
    return further if len(titles) >= _LEAST_TEASERS and are_news else []


def _is_news(title: str) -> bool:
    is_long = len(title.split()) >= _LEAST_WORDS
    return is_long and _TITLE.fullmatch(title) is not None and _names_event(title)


def _names_event(title: str) -> bool:
    """Whether a title names an event, or says what happened to somebody."""
    words = frozenset(_WORD.findall(title.lower()))
    return may_harm(words) or not EVENTS.isdisjoint(words)


def _cut(document: Document, start: int, end: int) -> Document:
    if end - start == len(document.passages):
        return document
    passages = [
        Passage(passage.kind, number, passage.start, passage.text)
        for number, passage in enumerate(document.passages[start:end], start=1)
    ]
    if start:
        passages[0] = replace(passages[0], kind=Kind.HEADLINE)
    return replace(document, passages=tuple(passages))


def _find_titles(passages: Sequence[Passage]) -> Iterator[int]:
    """The places of the titles that begin another report."""
    told: set[str] = set()
    seen = paragraphs = 0
    for place, passage in enumerate(passages):
        if paragraphs and _is_title(passages, place):
            told.update(*(_NAME.findall(before.text) for before in passages[seen:place]))
            seen = place
            opening = [each.text for each in passages[place + 1 : place + 1 + _OPENING]]
            is_behind_end = _OWNED.match(passages[place - 1].text) is not None
            if (is_behind_end or _is_placed_apart(passage.text, told)) or (
                paragraphs >= _LEAST_PARAGRAPHS and _is_of_others(passage.text, opening, told)
            ):
                yield place
                paragraphs = 0
        paragraphs += passage.text.endswith(_FULL)


def _is_title(passages: Sequence[Passage], place: int) -> bool:
    """Whether a passage is a short line without a full stop, above a paragraph with one."""
    title = passages[place]
    if len(title.text) > _LONGEST_TITLE or title.text.endswith(_STOPS):
        return False
    if _OWNED.match(title.text):
        return False
    if title.kind is Kind.CAPTION:  # "Photo: A flooded street in Velm"
        return False
    if _TITLE.fullmatch(title.text) is None or title.text.lower().startswith(_LINKS + _TEASERS):
        return False
    if is_dated_item(title.text):
        return False
    below = passages[place + 1 : place + 1 + _NEAR]
    if not below:
        return False
    # "Tanker fire: 48 dead" looks like a line of a list.
    is_line = title.kind is Kind.PARAGRAPH or (
        passages[place - 1].kind is Kind.PARAGRAPH and below[0].kind is Kind.PARAGRAPH
    )
    return is_line and any(p.kind is Kind.PARAGRAPH and p.text.endswith(_FULL) for p in below)


def _is_placed_apart(title: str, told: AbstractSet[str]) -> bool:
    """Whether a title names an event and a place that the text before has not."""
    where = _SET_IN.search(title)
    names_event = where is not None and not EVENTS.isdisjoint(_WORD.findall(title.lower()))
    return names_event and where is not None and where[1] not in told


def _is_of_others(title: str, opening: Sequence[str], told: AbstractSet[str]) -> bool:
    """Whether a headline and the paragraphs below it share hardly a name with the text before.

    A street or a hospital may have one name in two towns.
    """
    if len(title.split()) < _LEAST_WORDS or not _tells_news(title):
        return False
    names = set().union(*map(_names, [title, *opening]))
    is_set_anew = len(names) >= _LEAST_NAMES or any(map(_DATELINE.match, opening))
    is_known = not _names(title).isdisjoint(told)
    return is_set_anew and not is_known and len(names & told) <= len(names) // _FEW_OF


def _tells_news(title: str) -> bool:
    """Whether a title names somebody or something that happened: not "What we know so far"."""
    return _names_event(title) or title.istitle() or bool(_names(title))


def _names(text: str) -> set[str]:
    """The names in a text, as far as no sentence begins with them, days and months left out."""
    text = "" if text.istitle() else text
    return {name for name in _WITHIN.findall(text) if name.lower() not in _DATES}


def _label(title: Passage) -> str:
    return " ".join(title.text.split()[:_LABEL_WORDS]).lower()
