"""Who has spoken so far, by which full name: for "he said" and a quotation that runs on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

import regex

from casualties.extractors.analysis import Analysis
from casualties.extractors.attributions import find_attributions, is_speaker
from casualties.extractors.glossary import Glossary
from casualties.extractors.nouns import is_person_noun, lemma
from casualties.extractors.quotations import (
    MARKS,
    has_marks,
    has_quotation,
    is_left_open,
    leads_to_quotation,
)
from casualties.extractors.segment import find_sentences
from casualties.extractors.subjects import ARTICLES, BODIES, PRONOUNS, actor_of, body_of
from casualties.lexicon import load
from casualties.model import Passage, Sentence
from casualties.patterns import either, pattern
from casualties.records import dataclass

__all__ = ["Speakers", "may_stand_for"]

_WORDS = load("sources")
_HEARD = frozenset(
    [*_WORDS["say"], *_WORDS["stated"], *_WORDS["putting"], *_WORDS["giving"], "according"]
)
"""The verbs that name a speaker wherever a figure stands."""
_TITLES = frozenset(_WORDS["titles"])
_LEADING = frozenset(_WORDS["leading"])
_BRANCHES = frozenset(_WORDS["branches"])
_LONGEST = 9
_NAMES = 2
_KIND = pattern(rf"(?:the|an?) (?:[\w-]+ ){{0,2}}?({either(sorted(BODIES))})", regex.IGNORECASE)


@dataclass(slots=True)
class Speakers:
    """Who spoke last, for "he said" and for a quotation that runs on.

    ``names`` are the full names by their last word, for "Lund said". ``is_quoting`` says whether a
    quotation is open behind the sentence, ``is_quoted`` whether one was open in it, and
    ``has_marks`` whether its ``passage`` has a quotation mark. ``unheard`` are the sentences that
    have not been looked at, as none is before a figure asks for its source, and ``unread`` the
    passages before them; ``topics`` those behind ``named_body`` that may speak of a body: hardly
    any source asks for it. ``firm`` is who has spoken in the passage by one name that is nobody's:
    "Delphin said". ``glossary`` has the names that the conventions add.
    """

    glossary: Glossary
    last: str | None = None
    last_of_many: str | None = None
    last_person: str | None = None
    named_body: str | None = None
    topics: list[Sentence] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    is_quoting: bool = False
    is_quoted: bool = False
    passage: int = 0
    has_marks: bool = False
    firm: str | None = None
    unread: list[Passage] = field(default_factory=list)
    unheard: list[Analysis] = field(default_factory=list)

    def listen(self, analysis: Analysis) -> None:
        """Keep a sentence for when a figure in it or behind it asks who spoke."""
        self.unheard.append(analysis)

    def pass_over(self, passages: Iterable[Passage]) -> None:
        """Keep passages, before all sentences, in which nobody is counted."""
        self.unread = list(passages)

    def catch_up(self) -> None:
        """Note who speaks in the sentences that were kept."""
        for passage in self.unread:
            for sentence in find_sentences(passage):
                self._hear(Analysis(sentence, self.glossary))
        self.unread.clear()
        for analysis in self.unheard:
            self._hear(analysis)
        self.unheard.clear()

    def body(self) -> str | None:
        """The last of them that is no person, for "it said"."""
        topics = (body_of(sentence.text, self.glossary) for sentence in reversed(self.topics))
        self.named_body = next((topic for topic in topics if topic), self.named_body)
        self.topics.clear()
        return self.named_body

    def meant_by(self, pronoun: str) -> str | None:
        """Whom a pronoun stands for: the last of them, or the last that is no person.

        "They" are never one person, and "he" never a body, where somebody else has spoken.
        """
        if pronoun == "it":
            return self.firm or self.body()
        return (self.last_of_many if pronoun == "they" else self.last_person) or self.last

    def known(self, name: str) -> str:
        """The full name of who has been named, and whose "its director" is."""
        whose, _, post = name.partition(" ")
        is_post = whose.lower() == "its" and any(map(is_person_noun, post.split(" ")))
        if is_post and (body := self.body()):
            return f"{body}'s {post}"
        known = self.names.get(name.lower()) or self._named_before(name) or name
        return f"{body}'s {known}" if _leads_branch(known) and (body := self.body()) else known

    def _named_before(self, name: str) -> str | None:
        """The full name of "Captain Rill", where a captain of that name has been told of."""
        *titles, last = name.lower().split()
        known = self.names.get(last)
        is_same = known is not None and set(titles) <= {*known.lower().split(), *_TITLES}
        return known if is_same else None

    def _hear(self, analysis: Analysis) -> None:
        """Note who speaks in a sentence and whether its quotation runs on."""
        text, words, glossary = analysis.sentence.text, analysis.words, self.glossary
        if analysis.sentence.passage.number != self.passage:
            # A quotation that goes on in the next paragraph opens with a mark again.
            self.is_quoting = self.is_quoting and text.startswith(MARKS)
            self.passage = analysis.sentence.passage.number
            self.has_marks = has_marks(analysis.sentence.passage.text)
            self.firm = None
        may_say = glossary.has_sources or not _HEARD.isdisjoint(analysis.vocabulary)
        if may_say or self.has_marks:
            for name in _heard(analysis, glossary, may_say=may_say, may_quote=self.has_marks):
                self._note(self.known(name))
                self._note_kind(name, text)
        is_topical = words and words[0] in ARTICLES and not BODIES.isdisjoint(words[:_LONGEST])
        if is_topical or glossary.has_sources:
            self.topics.append(analysis.sentence)
        was_open = self.is_quoting
        self.is_quoting = was_open != (self.has_marks and is_left_open(text))
        self.is_quoted = was_open or self.is_quoting

    def _note_kind(self, name: str, text: str) -> None:
        """Remember what a body is: "Help Now, the charity that ran it", then "the charity"."""
        behind = text.partition(f"{name}, ")[2]
        kind = _KIND.match(behind) if name[0].isupper() else None
        if kind is not None and not is_person_noun(kind[1].lower()):
            self.names[kind[1].lower()] = self.known(name)

    def _note(self, name: str) -> None:
        """Remember a speaker, by the full name where it has been told."""
        last = name.rsplit(maxsplit=1)[-1]
        if last == name and name[0].isupper() and not is_person_noun(name.lower()):
            self.firm = name
        if " " in name and last[:1].isupper():
            self.names.setdefault(last.lower(), name)
        self.last = name
        if not _is_one_person(name):
            self.last_of_many = name
        if last.lower() in BODIES or self.glossary.is_source(name):
            self.named_body = name
            self.topics.clear()
        else:
            self.last_person = name


def may_stand_for(pronoun: str, name: str) -> bool:
    """Whether a pronoun may take up a name: "they" and "it" are never one person."""
    if name.lower() in PRONOUNS:
        return False
    return _is_one_person(name) is (pronoun not in ("it", "they"))


def _heard(analysis: Analysis, glossary: Glossary, *, may_say: bool, may_quote: bool) -> list[str]:
    """Who speaks in a sentence, or in the quotation that it has or leads to."""
    text, names = analysis.sentence.text, []
    if may_say:
        found = find_attributions(text, analysis.tokens, None, glossary)
        names = [name for _, name in found if is_speaker(name, glossary)]
    if not names and may_quote and (leads_to_quotation(analysis.sentence) or has_quotation(text)):
        actor = actor_of(text, analysis.tokens)
        names = [actor] if actor and is_speaker(actor, glossary) else []
    return names


def _is_one_person(name: str) -> bool:
    """Whether words name a person by a post or by two names: "the mayor", "Maria Lund"."""
    words = [word.strip("',.").lower() for word in name.split()]
    if words[-1] in BODIES or "and" in words:
        return False
    is_post = any(is_person_noun(word) and lemma(word) == word for word in words)
    return is_post or (len(words) == _NAMES and name == name.title())


def _leads_branch(name: str) -> bool:
    """Whether a post needs a body to be understood: "head of operations", "heads the project"."""
    words = name.split()
    branch = next((at for at, word in enumerate(words) if word in _BRANCHES), None)
    return branch is not None and _LEADING.issuperset(words[:branch])
