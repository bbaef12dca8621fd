"""Some of those counted before: "Two of the dead", "five of them", "one of the 40 dead"."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Claim, Discourse
from casualties.extractors.chunks import GROUP, THEM, VICTIMS, Chunk
from casualties.extractors.gapping import leading
from casualties.extractors.nouns import is_person_noun, is_plural, lemma, person_of
from casualties.extractors.predicates import head_noun
from casualties.extractors.tokens import text_at
from casualties.extractors.words import code_of, find_harm
from casualties.lexicon import load
from casualties.model import ATTACKER, PEOPLE, Figure, Outcome, Scope
from casualties.patterns import pattern
from casualties.ranges import is_slip

__all__ = ["UNHARMED", "add_members"]

_ASIDE = frozenset({(",", ","), ("(", ")"), ("–", "–"), ("-", "-")})
_VICTIMS = frozenset(map(lemma, load("parts")["victim_nouns"]))
_END = frozenset({"", ",", ".", ";", ")", "–", "and", '"'})
_REACH = 4
_FEW = 3
_WELL = frozenset(load("unreal")["well"]) - {"well"}
_DOING = frozenset("swyz")
_LIVING = frozenset(load("parts")["living"])
UNHARMED = frozenset(load("parts")["safe"]) - {"expected", "taken", "discharged", "released"}
"""What is said of those who came to no harm, and of none of the hurt."""
_RELATIVE = frozenset({"who", "that"})
_SAYING = frozenset(load("sources")["say"]) | {"", "that"}
_BELONGING = frozenset(load("parts")["belonging"])
_OWN_VERB = pattern(r"[BHMx]{0,3}a{0,2}[szywCL]")


def add_members(analysis: Analysis, discourse: Discourse) -> None:
    """Add to the claims of a sentence the quantities that are taken from others told of."""
    for index, chunk in analysis.quantities:
        if chunk.of is None:
            continue
        is_all = _is_all(analysis, discourse, index)
        if chunk.of == THEM and not is_all and chunk.population in (None, PEOPLE):
            chunk.population = _apposed_noun(analysis, chunk) or chunk.population
        claim = analysis.claims.get(index)
        if claim is None:
            is_nobody = chunk.number is not None and chunk.number.word == "nobody"
            outcome = None if is_nobody else _whole_of(analysis, discourse, index)
            if outcome is not None:
                scope = None if is_all else Scope.PART
                analysis.claim(index, outcome, scope, "member-of")
            continue
        near = analysis.nearest(index)
        is_group = chunk.of == GROUP or chunk.code == "j"
        is_behind = any(at < index for at in analysis.claims)
        leans = is_behind or (analysis.is_first(index) and bool(discourse.figures))
        if chunk.of == VICTIMS:
            # "two of his victims died" counts the dead, unless more of them have been told
            number = chunk.number.value if chunk.number else None
            is_part = number is not None and any(
                figure.outcome is claim.outcome and (figure.number or 0) > number
                for figure in discourse.figures
            )
        elif is_group:
            is_told = claim.outcome in _told_of_group(analysis, discourse, index)
            is_part = index + 1 in analysis.claims or is_told
        else:
            is_part = chunk.of != THEM or leans
        if is_part and not is_all:
            claim.scope = claim.scope or Scope.PART
        if chunk.of == THEM and near is not None and near.outcome is Outcome.KILLED:
            claim.outcome = Outcome.KILLED  # "13 dead, five of them burned"


def _apposed_noun(analysis: Analysis, chunk: Chunk) -> str | None:
    """Who "four of them children" are: a noun for people and nothing else behind it.

    An adjective may stand before it: "four of them foreign tourists".
    """
    words = [text_at(analysis.tokens, chunk.last + after) for after in range(3)]
    end = next((at for at, word in enumerate(words) if word in _END), 0)
    if not end or not is_person_noun(words[end - 1]) or not is_plural(words[end - 1]):
        return None
    is_told = end == 1 or (code_of(analysis.tokens[chunk.last]) == "w" and words[0][-2:] != "ed")
    return person_of(words[:end]) if is_told else None


def _is_all(analysis: Analysis, discourse: Discourse, index: int) -> bool:
    """Whether none of the victims is left out: "all nine of those who died".

    "All nine of them" are those told before, who may be a part.
    """
    chunk = analysis.chunks[index]
    if chunk.of == GROUP or analysis.tokens[chunk.first].text not in ("all", "both"):
        return False
    near = leading(analysis, index)
    if chunk.of == THEM and near is None:
        last = discourse.last_sentence
        return bool(last) and all(figure.scope is Scope.TOTAL for figure in last)
    return chunk.of != THEM or (near is not None and near.scope is None)


def _told_of_group(analysis: Analysis, discourse: Discourse, index: int) -> list[Outcome]:
    """What befell a group, the last told first: eleven firefighters were told to be dead.

    As in "Four of the firefighters had been off duty"; the group is larger than those counted.
    """
    chunk = analysis.chunks[index]
    value = chunk.number.value if chunk.number else None
    if chunk.population in (PEOPLE, ATTACKER) or value is None:
        return []
    return [
        figure.outcome
        for figure in reversed(discourse.figures)
        if figure.population == chunk.population and (figure.number or 0) > value
    ]


def _whole_of(analysis: Analysis, discourse: Discourse, index: int) -> Outcome | None:
    """What happened to those whom the partitive at ``index`` is taken from."""
    chunk = analysis.chunks[index]
    value = chunk.number.value if chunk.number else None
    if chunk.of == VICTIMS:
        return discourse.victims_of(value)
    if chunk.of == THEM:
        near = analysis.nearest(index)
        if near is not None:
            is_apart = value in _of_both(analysis, near) or _acts_apart(analysis, index, near)
            return None if is_apart else near.outcome
        # "I was there with two cousins. All three of us are safe"
        are_well = not _WELL.isdisjoint(analysis.texts[chunk.last :][:_FEW])
        if are_well or _is_of_group_before(analysis, discourse, chunk):
            return None
        if not _LIVING.isdisjoint(analysis.texts[: chunk.first]):
            return None  # "All those rescued were cut, and 20 of them are in hospital"
        who = text_at(analysis.tokens, chunk.last)
        if "us" in analysis.words_in(index) and who in _RELATIVE:
            return None  # "Of the 38 of us who got out"
        # "One of them asked for water" tells a story, and breaks nothing down.
        is_told = index <= 1 and analysis.codes[index + 1 : index + 2] in _DOING
        is_told = is_told and _BELONGING.isdisjoint(analysis.words_in(index + 1))
        if is_told or not analysis.is_first(index):
            return None
        whole = discourse.whole(value) or _exceeded(analysis, discourse, value)
        return whole.outcome if whole else None
    if chunk.of == GROUP and chunk.code == "Q":
        return next(iter(_told_of_group(analysis, discourse, index)), None)
    if chunk.of == GROUP:
        following = analysis.claims.get(index + 1)
        return following.outcome if chunk.code == "j" and following else None
    return Outcome(chunk.of) if chunk.of else None


def _is_of_group_before(analysis: Analysis, discourse: Discourse, chunk: Chunk) -> bool:
    """Whether it says how many a group is: "the Linds, 13 of them, wept", "strikers (13 of them)".

    Not where the group is the victims, or has been counted: "The miners, nine of them, had ...".
    """
    tokens = analysis.tokens
    marks = text_at(tokens, chunk.first - 1), text_at(tokens, chunk.last)
    noun = text_at(tokens, chunk.first - 2)
    if marks not in _ASIDE or not is_plural(noun) or find_harm(noun) is not None:
        return False
    told = {figure.population.rpartition(" ")[2] for figure in discourse.figures}
    return lemma(noun) not in told | _VICTIMS


def _exceeded(analysis: Analysis, discourse: Discourse, value: int | None) -> Figure | None:
    """Those whom alone the last sentence told of again, of whom there are a few too many now.

    As in "The eight wounded were taken to Osk. Nine of them are stable": a slip.
    """
    if len(discourse.last_sentence) != 1 or not UNHARMED.isdisjoint(analysis.vocabulary):
        return None
    (whole,) = discourse.last_sentence
    *_, before = ["", *whole.head.lower().split()]
    is_known = whole.text.lower().startswith("the ") and whole.scope is Scope.TOTAL
    is_known = is_known and before in _SAYING
    is_near = value is not None and whole.number is not None and is_slip(value, whole.number)
    names = whole.tail.lower().replace(",", " ").replace(".", " ").split()
    is_alone = not any(is_person_noun(name) and is_plural(name) for name in names)
    return whole if is_known and is_alone and is_near else None


def _acts_apart(analysis: Analysis, index: int, near: Claim) -> bool:
    """Whether more than those counted before do something: "one died, and two of them fled".

    They are some of a group that is not counted there.
    """
    numbers = [analysis.chunks[at].number for at in (near.index, index)]
    low, value = (number.value if number is not None else None for number in numbers)
    verb = _OWN_VERB.match(analysis.codes, index + 1)
    if low is None or value is None or value <= low or verb is None:
        return False
    first = analysis.chunks[verb.end() - 1].first
    return head_noun(analysis.tokens[first : first + _REACH]) is None  # "five of them were men"


def _of_both(analysis: Analysis, near: Claim) -> set[int]:
    """How many two outcomes befell: "four died and six were hurt, all ten of them miners"."""
    before = analysis.nearest(near.index)
    numbers = [analysis.chunks[claim.index].number for claim in (near, before) if claim]
    if before is None or before.outcome is near.outcome or None in numbers:
        return set()
    return {sum(number.value or 0 for number in numbers if number)}
