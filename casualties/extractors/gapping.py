"""Lists whose later items leave the verb unsaid: "nine died in hospital and six in ambulances"."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Claim, Discourse
from casualties.extractors.tokens import follows
from casualties.lexicon import load
from casualties.model import PEOPLE, Outcome, Scope
from casualties.patterns import either, pattern

__all__ = ["add_gapped", "leading", "move_to_hospital"]

_PLACES = frozenset(load("parts")["places"])
_DAYS = frozenset(load("events")["days"])
_ENDS = frozenset(",;.:)-c")
_VERBS = frozenset("BHM")
_DIED = frozenset("dkZ")
_BREAKS = frozenset("rs.;")
_WHEN = frozenset({"when", "while", "after", "before"})
_STAGE = pattern(either(load("doubts")["stages"]))
_HOUSES = frozenset({"in", "the", "hospital", "hospitals"})
# "In Velm 12 people died and in Osk five."
_AHEAD = pattern(r"(?:^\"?|[,;c])(P)[DwoX]{1,6}$")


def add_gapped(analysis: Analysis, discourse: Discourse) -> None:
    """Add to the claims of a sentence the numbers that lean on a verb told before.

    As in "nine died in hospital and six in ambulances", "Nineteen were taken to the city hospital
    and 12 to a clinic", "Five were from Velm and three from Osk".
    """
    codes = analysis.codes
    for index, chunk in analysis.quantities:
        is_people = chunk.code == "N" or (chunk.code == "Q" and chunk.population == PEOPLE)
        is_between = 2 <= index < len(codes) - 1 and codes[index - 1] in ",c;:"
        if is_people:
            _add_led_by_place(analysis, index)
        if not is_people or not is_between:
            continue
        place = _place_behind(analysis, index)
        is_placed = codes[index + 1] in "Ppsf" or place == "near" or place in _DAYS
        if not is_placed:
            continue
        near = leading(analysis, index) or _before_list(analysis, index)
        if near is None or near.scope is Scope.PREVIOUS or _has_own_verb(analysis, index):
            continue
        is_article = chunk.number is not None and chunk.number.word == "article"
        if codes[index - 1 : index + 2] == ":Nf" and not is_article:
            analysis.claim(index, near.outcome, Scope.PART, "gapped")
        elif not is_article and _is_parallel(analysis, near.index, index, place):
            _lean(analysis, index, near, discourse)
        elif place in _DAYS and not is_article:
            analysis.claim(index, near.outcome, near.scope, "gapped")
        elif place in _PLACES:
            _add_placed(analysis, index, near, place)


def _add_led_by_place(analysis: Analysis, index: int) -> None:
    """Claim a number behind its place, like the one before: "In Velm 12 died and in Osk five"."""
    codes = analysis.codes
    near = leading(analysis, index) if codes[index + 1 : index + 2] in tuple("),;.") else None
    if near is None or near.scope is Scope.PREVIOUS:
        return
    places = [_AHEAD.search(codes[:at]) for at in (near.index, index)]
    if [analysis.texts[analysis.chunks[m.start(1)].first] for m in places if m] == ["in", "in"]:
        analysis.claim(index, near.outcome, near.scope, "gapped")
        analysis.claims[index].group = near.group


def _place_behind(analysis: Analysis, index: int) -> str:
    """The word with which it is said where a number was: "two others near Velm", "not far from"."""
    position = analysis.chunks[index + 1].first
    if follows(analysis.tokens, position, ("not", "far", "from")):
        return "near"
    return analysis.tokens[position].text


def _before_list(analysis: Analysis, index: int) -> Claim | None:
    """As in "The 16 hurt were taken to two hospitals: 11 to one and five to the other"."""
    told = [at for at in analysis.claims if at < index]
    return analysis.claims[max(told)] if told and analysis.codes[index - 1] == ":" else None


def leading(analysis: Analysis, index: int) -> Claim | None:
    """The claim that a number leans on: of "Six of the nine died on Sunday", the six."""
    near = analysis.nearest(index)
    if near is not None and near.index and analysis.codes[near.index - 1] == "j":
        return analysis.claims.get(near.index - 1, near)
    return near


def _is_parallel(analysis: Analysis, first: int, index: int, place: str) -> bool:
    """Whether both items go on with one preposition, and the later one has no verb of its own."""
    between = range(first + 1, index)
    codes = analysis.codes[first + 1 : index]
    if not _BREAKS.isdisjoint(codes) or analysis.codes[index + 1] not in "Ppf":
        return False
    prepositions = [i for i in between if analysis.codes[i] in "Ppf"]
    return place in {analysis.tokens[analysis.chunks[i].first].text for i in prepositions[:2]}


def _has_own_verb(analysis: Analysis, index: int) -> bool:
    """Whether something else is said of the number: "and 12 in a second bus were unhurt"."""
    for at in range(index + 1, len(analysis.codes)):
        code = analysis.codes[at]
        if code in _ENDS | _VERBS or not _WHEN.isdisjoint(analysis.words_in(at)):
            return code in _VERBS
    return False


def _lean(analysis: Analysis, index: int, near: Claim, discourse: Discourse) -> None:
    """Claim a later item of a list, with the scope of the item that it leans on.

    Those who are taken to this hospital and to that are some of the hurt who were told of before.
    """
    number = analysis.chunks[index].number
    if number is None:
        return
    is_carried = near.harm >= 0 and analysis.codes[index + 1] == "f"
    whole = analysis.chunks[near.index].number
    if is_carried and near.scope is None and whole is not None:
        most = max(whole.range.low, number.range.low)
        told = (f for f in discourse.figures if f.outcome is near.outcome)
        if any((figure.number or 0) > most for figure in told):
            near.scope = Scope.PART
    scope = Scope.ADDITIONAL if number.is_additional else near.scope
    analysis.claim(index, near.outcome, scope, "gapped")
    analysis.claims[index].group = near.group


def _add_placed(analysis: Analysis, index: int, near: Claim, place: str) -> None:
    """Claim a number with a place of its own: "nine died in hospital, six on the way"."""
    codes, chunk = analysis.codes, analysis.chunks[index]
    between = set(codes[near.index + 1 : index])
    first = analysis.chunks[near.index].number
    is_article = chunk.number is not None and chunk.number.word == "article"
    is_article = is_article and not (first is not None and first.value == 1)
    tail = set(analysis.texts[chunk.last : chunk.last + 5])
    is_list = codes[index - 1] == ":" or "alone" in tail or ":" in between
    if is_list and not is_article:
        analysis.claim(index, near.outcome, Scope.PART, "gapped")
    elif chunk.number is not None and chunk.number.is_additional and not is_article:
        analysis.claim(index, near.outcome, Scope.ADDITIONAL, "gapped")
    elif not is_article and (
        (between & set("Ppa") and not between & set("zsMr"))
        or (place == "according" and _is_credited(analysis, near.index, index))
    ):
        analysis.claim(index, near.outcome, near.scope, "gapped")
        if index in analysis.claims:
            analysis.claims[index].group = near.group


def _is_credited(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a source is named between two counts: "42 dead according to monitors and ..."."""
    return any("according" in analysis.words_in(index) for index in range(start, end))


def move_to_hospital(analysis: Analysis) -> None:
    """As in "nine died at the scene and three in hospital": those in hospital died there.

    Not so where nothing tells the first ones apart, or a verb is said of the others: "Three pupils
    die, 91 in hospital", "three died on Monday and 91 are in hospital".
    """
    for index, claim in analysis.claims.items():
        harm = analysis.chunks[claim.harm] if claim.harm >= 0 else None
        if harm is None or not analysis.words_in(claim.harm) <= _HOUSES:
            continue
        near = analysis.nearest(index)
        is_joined = analysis.codes[index - 1] in ",c" and index > 0
        if near is None or near.outcome is not Outcome.KILLED or not is_joined:
            continue
        between = set(analysis.codes[near.index + 1 : index])
        told = analysis.texts[analysis.chunks[near.index].last : analysis.chunks[index].first]
        is_told_how = bool(between - _DIED - _ENDS) or _STAGE.search(" ".join(told)) is not None
        is_bare = not between & _VERBS and set(analysis.codes[index + 1 : claim.harm]) <= {"a"}
        if between & _DIED and is_told_how and is_bare:
            claim.outcome = Outcome.KILLED
            claim.harm = near.harm
