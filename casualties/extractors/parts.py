"""Parts of a figure: "including two children", "six of them", "Eleven were pupils"."""

from __future__ import annotations

import regex

from casualties.extractors.analysis import Analysis, Discourse
from casualties.extractors.chunks import GROUP, THEM, VICTIMS
from casualties.extractors.nouns import is_person_noun, is_plural, person_of
from casualties.extractors.tokens import text_at
from casualties.lexicon import load
from casualties.model import ATTACKER, PEOPLE, Outcome, Scope

__all__ = ["add_parts"]

_WORDS = load("parts")
_SAFE = frozenset(_WORDS["safe"])
_DEGREES = frozenset(_WORDS["degrees"])
_TRAITS = frozenset(_WORDS["traits"])
_ONLY = frozenset({"only", "just"})
_FOUND = frozenset({"found", "discovered", "recovered", "pulled"})
_COUNTED_NOUNS = frozenset({"names", "figure", "list"})
_PLACES = frozenset(_WORDS["places"])
_LISTED = r"[QNUj](?:(?:,c?|c)a?(?:[QNUj](?![BHM])|[Dw]{1,4}(?=,|c)))*"
_INCLUDED = regex.compile(
    rf"[iI](?:,[^,]{{1,6}},)?[aBDT:]*(?:[Dw]{{1,4}}(?:,c?|c)|[Dw]{{1,3}})?({_LISTED})"
)
_AMONG_THEM = regex.compile(r"(?<=[,;-])a?([QN])(i)(?=[,.;]|$)")
_APPOSED = regex.compile(r"(?<=[,:(-])a?([QNU](?:(?:,c?|c)a?[QNU]){1,6})(?=[,.;:)-]|a|$|[Pp])")
_PREDICATE = regex.compile(r"(?:^|(?<=[,;c:\"sT-]))[aPDw]{0,2}([NQFj])[QNUFke]?B[aT]*")
_REACH = 4
_LONGEST_TOPIC = 7


def add_parts(analysis: Analysis, discourse: Discourse) -> None:
    """Add to the claims of a sentence the quantities that are some of those counted before."""
    _move_to_hospital(analysis)
    _add_degrees(analysis)
    _add_members(analysis, discourse)
    _add_included(analysis, discourse)
    _add_breakdowns(analysis)
    _add_enumerated(analysis)
    _add_narrowed(analysis)
    _add_gapped(analysis)
    _add_entries(analysis, discourse)
    _add_predicates(analysis, discourse)
    _add_others(analysis)
    _add_topics(analysis, discourse)
    _add_rest(analysis)


def _add_members(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Two of the dead", "five of them", "one of the 40 dead"."""
    for index, chunk in enumerate(analysis.chunks):
        if chunk.of is None:
            continue
        claim = analysis.claims.get(index)
        if claim is None:
            outcome = _whole_of(analysis, discourse, index)
            if outcome is not None:
                analysis.claim(index, outcome, Scope.PART, "member-of")
            continue
        near = analysis.nearest(index)
        is_group = chunk.of == GROUP or chunk.code == "j"
        leans = near is not None or (analysis.is_first(index) and bool(discourse.figures))
        if chunk.of == VICTIMS:
            is_part = False  # "two of his victims died" counts the dead
        elif is_group:
            is_part = index + 1 in analysis.claims
        else:
            is_part = chunk.of != THEM or leans
        if is_part:
            claim.scope = claim.scope or Scope.PART
        if chunk.of == THEM and near is not None and near.outcome is Outcome.KILLED:
            claim.outcome = Outcome.KILLED  # "13 dead, five of them burned"


def _told_group(analysis: Analysis, discourse: Discourse, index: int) -> Outcome | None:
    """As in "Four of the firefighters had been off duty", where eleven were told to be dead."""
    chunk = analysis.chunks[index]
    value = chunk.number.value if chunk.number else None
    if chunk.population in (PEOPLE, ATTACKER) or value is None:
        return None
    for figure in reversed(discourse.figures):
        if figure.population == chunk.population and (figure.value or 0) > value:
            return figure.outcome
    return None


_OTHERS = regex.compile(
    r"(?<=[;,.c:]|^)D?[wQN]B((?:[QNU]|[Dw]{1,4}(?=,|c))(?:(?:,c?|c)(?:[QNU]|[Dw]{1,4}(?=,|c|$)))*)"
)


def _add_others(analysis: Analysis) -> None:
    """As in "Eleven were pupils; the others were a teacher and a guide"."""
    for match in _OTHERS.finditer(analysis.codes):
        opening = {t for i in (match.start(), match.start() + 1) for t in analysis.words(i)}
        near = analysis.nearest(match.start())
        if near is None or near.scope is not Scope.PART or not opening & {"others", "rest"}:
            continue
        for index in range(*match.span(1)):
            if analysis.codes[index] in "QNU":
                analysis.claim(index, near.outcome, Scope.PART, "others")


def _add_rest(analysis: Analysis) -> None:
    """As in "five of them in a cellar and the other seven on the roof"."""
    parts = [index for index, claim in analysis.claims.items() if claim.scope is Scope.PART]
    for index, claim in analysis.claims.items():
        number = analysis.chunks[index].number
        if claim.scope is not None or number is None or not any(part < index for part in parts):
            continue
        opening = {token.text for token in analysis.tokens[number.first : number.last]}
        if "the" in opening and opening & {"other", "remaining"}:
            claim.scope = Scope.PART


def _whole_of(analysis: Analysis, discourse: Discourse, index: int) -> Outcome | None:
    """What happened to those whom the partitive at ``index`` is taken from."""
    chunk = analysis.chunks[index]
    if chunk.of == VICTIMS:
        return discourse.victims()
    if chunk.of == THEM:
        near = analysis.nearest(index)
        if near is not None:
            return near.outcome
        value = chunk.number.value if chunk.number else None
        whole = discourse.whole(value) if analysis.is_first(index) else None
        return whole.outcome if whole else None
    if chunk.of == GROUP and chunk.code == "Q":
        return _told_group(analysis, discourse, index)
    if chunk.of == GROUP:
        following = analysis.claims.get(index + 1)
        return following.outcome if chunk.code == "j" and following else None
    return Outcome(chunk.of) if chunk.of else None


def _add_included(analysis: Analysis, discourse: Discourse) -> None:
    """As in "... including three children and a nurse"."""
    for match in _AMONG_THEM.finditer(analysis.codes):
        near = analysis.nearest(match.start(1))
        if near is not None and "among" in analysis.words(match.start(2)):
            analysis.claim(match.start(1), near.outcome, Scope.PART, "included")
    for match in _INCLUDED.finditer(analysis.codes):
        outcome = _including(analysis, discourse, match.start())
        if outcome is None:
            continue
        for index in range(*match.span(1)):
            is_member = analysis.codes[index] in "QNUj" and analysis.codes[index - 1] != "j"
            if is_member:
                analysis.claim(index, outcome, Scope.PART, "included")


def _including(analysis: Analysis, discourse: Discourse, at: int) -> Outcome | None:
    """What happened to those of whom the word at ``at`` names some."""
    before = analysis.chunks[at - 1] if at else None
    if before is not None and before.outcome is not None and before.code in "GmkKtF":
        return before.outcome
    near = analysis.nearest(at)
    if near is not None:
        return near.outcome
    words = [token.text for token in analysis.tokens[: analysis.chunks[at].first]]
    if _COUNTED_NOUNS & set(words) and analysis.is_first(at):
        return discourse.victims()
    told = [chunk.outcome for chunk in analysis.chunks[:at] if chunk.code in "Gt"]
    if told and analysis.is_first(at):
        return told[-1]
    if "victims" in words[-3:] or (not words and "victims" in analysis.words(at)):
        return discourse.victims() or Outcome.KILLED
    if words[-1:] and words[-1] in ("dead", "fatalities", "deaths"):
        return Outcome.KILLED
    return None


def _add_breakdowns(analysis: Analysis) -> None:
    """As in "20 bodies were found, eleven women and nine men"."""
    for match in _APPOSED.finditer(analysis.codes):
        span = range(*match.span(1))
        members = [index for index in span if analysis.codes[index] in "QU"]
        if len(members) < 2 or any(index in analysis.claims for index in span):
            continue
        near = analysis.nearest(match.start(1))
        if near is not None and _fits(analysis, near.index, members):
            for index in members:
                analysis.claim(index, near.outcome, Scope.PART, "breakdown")


_ENUMERATED = regex.compile(r"(?<=:)[^:;.]+")


def _add_enumerated(analysis: Analysis) -> None:
    """As in "Two deaths were counted: one drowning and one due to heat": the list adds up to it."""
    match = _ENUMERATED.search(analysis.codes)
    whole = analysis.nearest(match.start()) if match else None
    if match is None or whole is None:
        return
    count = analysis.chunks[whole.index].number
    members = [index for index in range(*match.span()) if analysis.codes[index] in "NQUF"]
    numbers = [n for index in members if (n := analysis.chunks[index].number) is not None]
    told = {analysis.claims[index].outcome for index in members if index in analysis.claims}
    if told - {whole.outcome}:
        return  # "11 casualties: four dead and seven wounded"
    if count is not None and count.is_plain and len(numbers) > 1 and all(n.value for n in numbers):
        adds_up = sum(n.value or 0 for n in numbers) == count.value
        for index in members if adds_up else ():
            analysis.claim(index, whole.outcome, Scope.PART, "enumerated")
            analysis.claims[index].scope = Scope.PART


def _add_narrowed(analysis: Analysis) -> None:
    """As in "About 20 were injured, but only two were hospitalized"."""
    for index, claim in analysis.claims.items():
        number = analysis.chunks[index].number
        if claim.scope is not None or number is None:
            continue
        opening = {token.text for token in analysis.tokens[number.first : number.last]}
        is_narrowed = opening & _ONLY and text_at(analysis.tokens, number.first - 1) == "but"
        near = analysis.nearest(index)
        if is_narrowed and near is not None and near.outcome is claim.outcome:
            claim.scope = Scope.PART


def _fits(analysis: Analysis, whole: int, members: list[int]) -> bool:
    """Whether the members of a list can be those whom a figure counts: they are no more than it."""
    number = analysis.chunks[whole].number
    counts = [n.range.low for i in members if (n := analysis.chunks[i].number) is not None]
    return number is None or number.range.high is None or sum(counts) <= 2 * number.range.high


def _add_degrees(analysis: Analysis) -> None:
    """As in "19 were hurt, three seriously"."""
    for index, code in enumerate(analysis.codes[:-1]):
        if code not in "Nj":
            continue
        degree = analysis.words(index + 1) & _DEGREES
        near = analysis.nearest(index)
        number = analysis.chunks[index].number
        if degree and number is not None and number.word == "nobody" and "fatally" not in degree:
            analysis.chunks[index].of = None  # "none of them seriously" were hurt all the same
            analysis.claims.pop(index, None)
        elif degree and near is not None:
            outcome = Outcome.KILLED if "fatally" in degree else near.outcome
            analysis.claim(index, outcome, Scope.PART, "degree")
            if number is not None and number.word != "article":
                analysis.claims[index].scope = Scope.PART


def _add_gapped(analysis: Analysis) -> None:
    """As in "nine died in hospital and six in ambulances": the number leans on the verb."""
    codes = analysis.codes
    for index in range(2, len(codes) - 1):
        chunk = analysis.chunks[index]
        is_people = codes[index] == "N" or (codes[index] == "Q" and chunk.population == PEOPLE)
        if not is_people or codes[index - 1] not in ",c;:" or codes[index + 1] not in "Pps":
            continue
        place = analysis.tokens[analysis.chunks[index + 1].first].text
        near = analysis.nearest(index)
        if place not in _PLACES or near is None or near.scope is Scope.PREVIOUS:
            continue
        between = set(codes[near.index + 1 : index])
        is_article = chunk.number is not None and chunk.number.word == "article"
        tail = {t.text for t in analysis.tokens[chunk.last : chunk.last + 5]}
        is_list = codes[index - 1] == ":" or "alone" in tail or ":" in between
        if is_list and not is_article:
            analysis.claim(index, near.outcome, Scope.PART, "gapped")
        elif chunk.number is not None and chunk.number.is_additional and not is_article:
            analysis.claim(index, near.outcome, Scope.ADDITIONAL, "gapped")
        elif not is_article and between & set("Pp") and not between & set("zsMr"):
            analysis.claim(index, near.outcome, near.scope, "gapped")
            if index in analysis.claims:
                analysis.claims[index].group = near.group


_ENTRIES = regex.compile(r"(?:^|:)((?:[wPy]{1,4}[NX][;,.]c?){2,})")


def _move_to_hospital(analysis: Analysis) -> None:
    """As in "nine died at the scene and three in hospital": those in hospital died there."""
    for index, claim in analysis.claims.items():
        harm = analysis.chunks[claim.harm] if claim.harm >= 0 else None
        if harm is None or not analysis.words(claim.harm) <= {"in", "the", "hospital", "hospitals"}:
            continue
        near = analysis.nearest(index)
        is_joined = analysis.codes[index - 1] in ",c" and index > 0
        if near is None or near.outcome is not Outcome.KILLED or not is_joined:
            continue
        between = set(analysis.codes[near.index + 1 : index])
        if between & set("dkZ") and not between & set("BH"):
            claim.outcome = Outcome.KILLED
            claim.harm = near.harm


def _add_entries(analysis: Analysis, discourse: Discourse) -> None:
    """As in "By town: Velm 5; Osk 12.": places and numbers that break a figure down."""
    whole = discourse.whole(None)
    match = _ENTRIES.search(analysis.codes)
    if whole is None or match is None or whole.value is None:
        return
    indexes = [i for i in range(*match.span(1)) if analysis.codes[i] in "NX"]
    numbers = [n for i in indexes if (n := analysis.chunks[i].number) is not None]
    fits = all(n.is_plain and (n.value or 0) < whole.value for n in numbers)
    if fits and len(numbers) == len(indexes):
        for index in indexes:
            analysis.claim(index, whole.outcome, Scope.PART, "entries")


def _add_predicates(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Eleven were pupils", "Two of the dead were teachers"."""
    for match in _PREDICATE.finditer(analysis.codes):
        index, after = match.start(1), match.end()
        if after >= len(analysis.chunks):
            continue
        first = analysis.chunks[after].first
        rest = analysis.tokens[first : first + _REACH]
        aside = {token.text for token in analysis.tokens[analysis.chunks[index].last : first]}
        noun = next((t.text for t in rest if t.kind == "word" and is_person_noun(t.text)), None)
        if noun is not None and not is_plural(noun):
            noun = None
        if noun is not None and analysis.codes[index] == "F" and rest[0].text in ("of", "among"):
            analysis.chunks[index].population = person_of([noun])  # "six deaths were of children"
            analysis.claims[index].scope = Scope.PART
        _name_part(analysis, index, noun)
        chunk, words = analysis.chunks[index], {token.text for token in rest}
        if index in analysis.claims or chunk.of or chunk.code != "N":
            continue
        if _is_found(analysis, index, words) and discourse.victims() is Outcome.KILLED:
            analysis.claim(index, Outcome.KILLED, Scope.ADDITIONAL, "found")
        elif (
            noun is not None or rest[0].text in _TRAITS or "board" in aside
        ) and not words & _SAFE:
            outcome = _leaning(analysis, discourse, index)
            if outcome is not None:
                analysis.claim(index, outcome, Scope.PART, "predicate")


def _name_part(analysis: Analysis, index: int, noun: str | None) -> None:
    """Give a part the population that its predicate names."""
    chunk, claim = analysis.chunks[index], analysis.claims.get(index)
    is_part = claim is None or claim.scope is Scope.PART
    if noun is not None and is_part and (chunk.of is not None or chunk.population is None):
        chunk.population = person_of([noun])


def _is_found(analysis: Analysis, index: int, words: set[str]) -> bool:
    """Whether it is "Two more were discovered"."""
    number = analysis.chunks[index].number
    return number is not None and number.is_additional and bool(words & _FOUND)


def _leaning(analysis: Analysis, discourse: Discourse, index: int) -> Outcome | None:
    """What happened to those whom a bare number leans on, in its sentence or the one before."""
    near = analysis.nearest(index)
    if near is not None or not analysis.is_first(index):
        return near.outcome if near is not None else None
    number = analysis.chunks[index].number
    whole = discourse.whole(number.value if number else None)
    return whole.outcome if whole else None


def _add_topics(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Of the injured, 60 had to be taken to hospital": the opening says of whom."""
    if text_at(analysis.tokens, 0) != "of":
        return
    topic = _topic(analysis, discourse)
    if topic is None:
        return
    start, outcome = topic
    for index in range(start, len(analysis.codes)):
        if analysis.codes[index] in "NQ":
            analysis.claim(index, outcome, Scope.PART, "topic")
            analysis.claims[index].scope = Scope.PART
            return


def _topic(analysis: Analysis, discourse: Discourse) -> tuple[int, Outcome] | None:
    """Where the opening "Of the injured, ..." ends, and what happened to those that it names."""
    for index in range(1, min(len(analysis.codes), _LONGEST_TOPIC)):
        chunk = analysis.chunks[index]
        if chunk.code == ",":
            return None
        outcome = None
        if "victims" in analysis.words(index):
            outcome = discourse.victims()
        elif index in analysis.claims:
            outcome = analysis.claims[index].outcome
        elif chunk.code in "GmkKteA":
            outcome = chunk.outcome
        if outcome is not None:
            return index + 1, outcome
    return None
