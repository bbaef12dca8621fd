"""The sections of a round-up: which of its passages tell of an incident of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import regex

from casualties.extractors.times import EVENT_NOUNS, EVENTS, MONTHS
from casualties.extractors.words import may_harm
from casualties.lexicon import load
from casualties.model import Kind, Passage
from casualties.patterns import either, pattern

__all__ = ["find_sections", "is_dated_item", "is_of_briefs", "is_of_other_events"]

_WORDS = load("events")
_MONTH = "|".join(sorted(MONTHS))
# "TULA. Two men", as a wire heads its paragraphs, and "Tel Marif: Two men", as monitors do.
_HEADED = pattern(r"([A-Z][A-Z' -]{2,30})\.\s+[A-Z]")
_PLACED = pattern(
    r"(?:[-*•]\s+)?((?:[A-Z][\w'’-]+ (?:of |and |de |al )?){0,3}[A-Z][\w'’-]+(?: [a-z]+)?)"
    r"(?::| [–—-]{1,2})\s+\p{Lu}[^.]{40}"
)
_OF_A_YEAR = pattern(
    r"(?:[-*•]\s+)?(\p{Lu}[\w .'’-]{2,40},? \(?(?:19|20)\d\d(?:[-–/](?:\d\d){1,2})?\)?) ?[:–—]"
)
# ... or the other way round: "2015, Ramgarh Ghat: ..."
_IN_A_YEAR = pattern(r"(?:[-*•]\s+)?((?:19|20)\d\d,? \(?\p{Lu}[\w .'’-]{2,40}\)?) ?[:–—]")
# A line or an item that opens with a date, as "Jan. 3, 1972 - Osk: ..." or "1903 - Osk: ..."
_DATE = pattern(
    rf"(?:(?:{_MONTH})\.? \d{{1,2}},? |(?:\d{{1,2}} )?(?:{_MONTH})\.?,? )?(?:1[5-9]|20)\d\d",
    regex.IGNORECASE,
)
_AT_A_DATE = pattern(rf"(?:[-*•]\s+)?({_DATE.pattern})(?:[:;]| ?[–—]| -)", regex.IGNORECASE)
# As "Ministry: 60 poisoned, 14 dead (October 16)" is
_HAS_DATE = pattern(
    rf"\p{{Lu}}[^.!?]{{10,}} \((?:(?:{_MONTH})\.? \d{{1,2}}|\d{{1,2}} (?:{_MONTH}))"
    r"(?:,? \d{4})?\)",
    regex.IGNORECASE,
)
# "Transport Hector wrecked; 325 lives lost......Oct. 28, 1805"
_DATED = pattern(rf"\b((?:{_MONTH})\.? \d{{1,2}}, (?:1[5-9]|20)\d\d)\.?$", regex.IGNORECASE)
_SLASHED = pattern(r"(?:On )?(\d{1,2}/\d{1,2}/(?:1[5-9]|20)\d\d)\b")
_PLURALS = EVENTS - EVENT_NOUNS
# "Eight plane crashes ...", "The worst fires ...", but not "Eight blasts kill 40"
_MANY = pattern(
    rf"^(?:the |a list of |\w+ of the )?(?:{'|'.join(_WORDS['many_events'])})"
    rf"(?P<between>(?: [\w'’-]+){{0,3}}?) (?:tornadoes|{'|'.join(sorted(_PLURALS))})\b(?P<rest>.*)"
)
_NEWS = pattern(r"\b(?:kills?|killed|leaves?|left|wounds?|injures?|claims?|dead)\b(?! most)")
_NEWS_BESIDE = pattern(
    r"\b(?:kills?|killed|killing|leaves?|leaving|wounds?|injures?|injuring|hurts?|claims|dead|die"
    r"|dies|loss)\b",
    regex.IGNORECASE,
)
# "• Meanwhile, truck ploughs into crowd", and no "Meanwhile, the toll"
_BESIDES = pattern(
    rf"[-*•\s]*{either([*_WORDS['besides'], *_WORDS['other_news']])},? (?!the\b)", regex.IGNORECASE
)
# "**Port Salif.** Riots over bread", and no question, time or label
_BOLD = pattern(r"\*\*(?P<head>\p{Lu}[^*?!:\d]{2,60})\.\*\* ")
_LOCATED = pattern(r"(?:On|At|In|Near|Outside|ON|AT|IN|NEAR) (?:the )?[A-Z\d]\w+")
_DAY = pattern(
    rf"(?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}})(?=(?:,? \d{{4}})?(?::| [–—-]))",
    regex.IGNORECASE,
)
_DAY_AND_PLACE = pattern(
    rf"(?i:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}}),?(?: \p{{Lu}}[\w'’-]+){{1,3}}(?=:)"
)
_WORD = pattern(r"[\w-]+")
# "This year: 43 dead", the last item of a list of older accidents
_IS_NOW = pattern(rf"(?:[-*•]\s+)?{either(_WORDS['now'])} ?[:–—]", regex.IGNORECASE)
_IN_BRIEF = tuple(_WORDS["in_brief"])
_BRIEFS = frozenset(_WORDS["briefs"])
_TOLLS = frozenset(load("scopes")["old_nouns"])
_HEADINGS = frozenset(_WORDS["headings"]) | frozenset(_WORDS["days"]) | MONTHS
_RELATED = frozenset(_WORDS["related"])
_CITED = _RELATED.union(_WORDS["cited"])
_LINKS = _RELATED.union(_WORDS["teasers"])
_OTHER = "other: "
_MARKUP = ":*_= "
_LEAST = 3
_YEAR = 4
_LABEL_WORDS = 4
_LONGEST_TITLE = 60
_LONGEST_HEAD = 120


def find_sections(passages: Sequence[Passage]) -> dict[int, str]:
    """The events of a round-up's sections, by the numbers of their passages.

    A round-up is three or more paragraphs headed by a place, or as many list items of which two
    or more open with a place. Its first section is the document's own event.
    """
    marked = [passage for passage in passages if _may_be_headed(passage.text)]
    return dict(
        _briefs(passages)
        or _listicle(passages)
        or _headed(marked)
        or _placed(marked)
        or _dated(marked, passages)
        or _chronicled(marked, passages)
        or _under_dates(passages)
        or _under_dated_headings(passages)
        or _under_heads(passages)
        or _listed(passages)
        or _enumerated(passages)
    )


def _may_be_headed(text: str) -> bool:
    """Whether a passage has what parts a place or a day at its head from the rest."""
    head = text[:_LONGEST_HEAD]
    return (
        ":" in head
        or ";" in head
        or "–" in head
        or "—" in head
        or "-" in head
        or head[1:3].isupper()
    )


def is_of_briefs(headline: str) -> bool:
    """Whether a headline announces short reports: "Police briefs", "The week in brief"."""
    heading = headline.lower()
    return not _BRIEFS.isdisjoint(heading.split()) or heading.partition(":")[0].endswith(_IN_BRIEF)


def _briefs(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """Short reports of a paragraph each under one headline."""
    is_brief = bool(passages) and is_of_briefs(passages[0].text)
    return [(p.number, _label(p)) for p in passages[1:]] if is_brief else []


def _listicle(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """The passages below a headline that announces many events: "The 10 deadliest tornadoes"."""
    headline = passages[0].text.lower() if passages else ""
    many = _MANY.search(headline)
    is_of_many = (
        many is not None
        and _NEWS.search(many["rest"]) is None
        and not may_harm(frozenset(_WORD.findall(many["between"])))  # "35 die in blasts"
    )
    return [(p.number, _label(p)) for p in passages[1:]] if is_of_many else []


def _dated(marked: Sequence[Passage], passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """The paragraphs headed by a day: "April 2: Three men were shot"; tolls by the day are none.

    Three of them, or two of one day, of which the second one tells of something else.
    """
    dated = [(p.number, m[0].lower()) for p in marked if (m := _DAY.match(p.text))]
    is_list = len(dated) >= _LEAST or len(dated) > len({day for _, day in dated})
    if not is_list or any(not _TOLLS.isdisjoint(p.text.lower().split()) for p in passages):
        return []
    return _told_apart(dated)


def _chronicled(marked: Sequence[Passage], passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """The lines that open with a place and its year: "Angola, 2004-05: 227 deaths"."""
    told = [(p.number, m[1].lower()) for p in marked if (m := _OF_A_YEAR.match(p.text))]
    told = told or [(p.number, m[1].lower()) for p in marked if (m := _IN_A_YEAR.match(p.text))]
    if len(told) < _LEAST:
        told = [(p.number, m[1].lower()) for p in marked if (m := _AT_A_DATE.match(p.text))]
        told = told or [(p.number, m[1]) for p in passages if (m := _SLASHED.match(p.text))]
        told = told or [(p.number, m[1].lower()) for p in passages if (m := _DATED.search(p.text))]
        told = told if len({label[-_YEAR:] for _, label in told}) > 1 else []
    return _told_apart(told) if len(told) >= _LEAST else []


def _told_apart(labelled: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """The labels of items, one for each: two accidents may be of one month."""
    seen: Counter[str] = Counter()
    found = []
    for number, label in labelled:
        seen[label] += 1
        found.append((number, label if seen[label] == 1 else f"{label} ({seen[label]})"))
    return found


def _under_dates(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """The passages below lines that are a date with its year, and nothing else.

    Or a day and a place: "June 4, Kabal Province: one civilian killed".
    """
    found: list[tuple[int, str]] = []
    dates: set[str] = set()
    date = ""
    for passage in passages:
        if _DATE.fullmatch(passage.text):
            date = passage.text.lower()
            dates.add(date)
        elif _is_line(passage) and (headed := _DAY_AND_PLACE.match(passage.text.lstrip(_MARKUP))):
            date = headed[0].lower()
            dates.add(date)
            found.append((passage.number, date))
        elif date:
            found.append((passage.number, date))
    return found if len(dates) > 1 else []


def _under_dated_headings(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """What stands below headings with a date behind them: "Ministry: 26 dead (October 16)".

    They are older reports, as a page has them below its own: two of them, or more.
    """
    found: list[tuple[int, str]] = []
    heading = ""
    headings: set[str] = set()
    for passage in passages[1:]:
        if len(passage.text) <= _LONGEST_HEAD and _HAS_DATE.fullmatch(passage.text):
            heading = _OTHER + passage.text.lower()
            headings.add(heading)
        if heading:
            found.append((passage.number, heading))
    return found if len(headings) > 1 else []


def _under_heads(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """The items of a digest, by the bold words that they open with: "**Port Salif.** Riots ...".

    What stands below such a one, without any, goes on with it. "**The dead.**" heads no item.
    """
    found: list[tuple[int, str]] = []
    heads: set[str] = set()
    head = ""
    for passage in passages:
        if (bold := _BOLD.match(passage.text)) is not None:
            head = bold["head"].lower()
            heads.add(head)
        if head:
            found.append((passage.number, head))
    is_of_one = any(
        head in _HEADINGS | _TOLLS or head.split()[0] in _HEADINGS | {"the"} for head in heads
    )
    return found if len(heads) >= _LEAST and not is_of_one else []


def _headed(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    headed = [(p.number, m[1].lower()) for p in passages if (m := _HEADED.match(p.text))]
    return headed if len(headed) >= _LEAST else []


def _placed(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """The paragraphs headed by a place and a colon: "Tel Marif: Two men were shot"."""
    placed = [(p.number, m[1].lower()) for p in passages if (m := _PLACED.match(p.text))]
    heads = {word for _, head in placed for word in head.split()}
    return placed if len(placed) >= _LEAST and _HEADINGS.isdisjoint(heads) else []


def _enumerated(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    """The items of a list that is headed by events of a kind: "Stampedes at religious places".

    Or by "Related news": the headlines of other reports.
    """
    found: list[tuple[int, str]] = []
    is_of_events = is_related = False
    for place, passage in enumerate(passages):
        is_line = _is_line(passage)
        words = _WORD.findall(passage.text.lower()) if is_line else []
        # A headline of another report may have a teaser below it, and the next one below that.
        is_last = place + 1 == len(passages)
        is_teaser = is_related and not is_last and _is_news(passages[place + 1])
        label, colon, rest = passage.text.lstrip(_MARKUP).partition(":")
        is_cited = label.lower() in _LINKS or (label.lower() in _CITED and '"' in rest)
        is_cited = bool(colon and rest) and is_cited
        if place > 0 and (is_cited or _tells_of_another(passage.text, passages[0].text)):
            found.append((passage.number, _OTHER + _label(passage)))
        elif passage.kind is Kind.LIST or (is_related and is_line) or is_teaser:
            is_other = is_of_events and not _IS_NOW.match(passage.text.lstrip(_MARKUP))
            found += [(passage.number, _OTHER + _label(passage))] if is_other else []
        elif place > 0:
            is_related = " ".join(words) in _CITED
            is_of_events = is_related or not _PLURALS.isdisjoint(words)
    return found


def _tells_of_another(line: str, headline: str) -> bool:
    """Whether a line below a headline is one itself: "Meanwhile, bus falls into river, killing 9".

    What it tells of has no word of the headline, and is no toll.
    """
    beside = _BESIDES.match(line[:_LONGEST_HEAD])
    if beside is None or line.endswith("."):
        return False
    news = _NEWS_BESIDE.search(line, beside.end())
    subject = set(_WORD.findall(line[beside.end() : news.start()].lower())) if news else set()
    return bool(subject) and subject.isdisjoint(
        _TOLLS.union(word for word in _WORD.findall(headline.lower()) if len(word) > _LEAST)
    )


def _is_line(passage: Passage) -> bool:
    return len(passage.text) <= _LONGEST_TITLE and passage.text.rstrip(_MARKUP)[-1:].isalnum()


def _is_news(passage: Passage) -> bool:
    """Whether it is the headline of a report on casualties."""
    return _is_line(passage) and _NEWS.search(passage.text.lower()) is not None


def is_dated_item(text: str) -> bool:
    """Whether a line opens with its date: "This year: 43 dead", "1999: 50 dead"."""
    return _IS_NOW.match(text) is not None or _AT_A_DATE.match(text) is not None


def is_of_other_events(label: str) -> bool:
    """Whether a section is of another event than the lead's, whatever that has struck."""
    return label.startswith(_OTHER)


def _listed(passages: Sequence[Passage]) -> list[tuple[int, str]]:
    items = [p for p in passages if p.kind is Kind.LIST]
    located = [p for p in items if _LOCATED.match(p.text)]
    is_round_up = len(items) >= _LEAST and len(located) >= _LEAST - 1
    return [(p.number, _label(p)) for p in items] if is_round_up else []


def _label(passage: Passage) -> str:
    return " ".join(passage.text.split()[:_LABEL_WORDS]).lower()
