"""Lists that break a count down: "including two children", "eleven women and nine men"."""

from __future__ import annotations

from collections.abc import Sequence

from casualties.extractors.analysis import QUANTITIES, Analysis, Claim, Discourse
from casualties.extractors.members import UNHARMED
from casualties.extractors.nouns import is_plural
from casualties.lexicon import load
from casualties.model import ATTACKER, PEOPLE, Outcome, Scope
from casualties.patterns import pattern
from casualties.ranges import is_slip
from casualties.records import replace

__all__ = ["add_breakdowns"]

_AMONG = frozenset(load("grammar")["among"])
_LISTS = frozenset({"names", "figure", "list"})
_COUNTED_NOUNS = _LISTS | {*load("parts")["count_nouns"]}
_VICTIM_NOUNS = frozenset(load("parts")["victim_nouns"])
_HARM = frozenset("GmkKteFdQNUY")
_LIST_OPENERS = frozenset([*":,(-–—", *load("reconciliation")["composing"]])
# "30 people over 70", "two men in their eighties"
_OF_AGE = r"(?:a|[wo]?X|PDw)?"
_LISTED = rf"[QNUj]{_OF_AGE}(?:(?:,c?|c)a?(?:[QNUj](?![BHMT]){_OF_AGE}|[Dw]{{1,4}}(?=,|c)))*"
_INCLUDED = pattern(
    rf"[iI](?:,[^,]{{1,6}},)?[aBDT:]*(?:[Dw]{{1,4}}(?:,c?|c)|[Dw]{{1,3}})?({_LISTED})"
)
_AMONG_THEM = pattern(
    r"(?<=[,;-]|[,;-]h)a?([QN](?:(?:,[QN]){0,5},?c[QN])?)(?:o[Dw]{1,3})?(i)(?=[,.;]|$)"
)
_APPOSED = pattern(
    r"(?<=[,:(-])a?([QNU](?:(?:,c?|c)a?[QNU]){1,6})(?=[,.;:)-]|a|$|[Pp])"
    r"|(?<=[:-])a?([QNU](?:(?:,c?|c)a?(?:[QNU]|[Dw]{1,3}(?=,|c))){1,6})(?=[,.;:)-]|a|$|[Ppr])"
)


def add_breakdowns(analysis: Analysis, discourse: Discourse) -> None:
    """Add to the claims of a sentence the lists of those whom a figure counts."""
    _add_included(analysis, discourse)
    _drop_apposed_couple(analysis)
    _take_from(analysis, discourse)
    _add_counted_in(analysis)
    if analysis.has_list:
        _add_apposed(analysis)
        _add_bracketed(analysis)
        _add_enumerated(analysis)
    _add_identified(analysis, discourse)
    if analysis.has_list:
        _add_entries(analysis, discourse)


def _add_included(analysis: Analysis, discourse: Discourse) -> None:
    """As in "... including three children and a nurse"."""
    if "i" not in analysis.codes and "I" not in analysis.codes:
        return
    for match in _AMONG_THEM.finditer(analysis.codes):
        first = match.start(1)
        # "In Velm five people, two guards and a cook among them, died"
        near = analysis.claims.get(first) or analysis.nearest(first)
        outcome = near.outcome if near is not None else _named_before(analysis, first)
        if outcome is None or "among" not in analysis.words_in(match.start(2)):
            continue
        for index in range(*match.span(1)):
            if analysis.codes[index] in "QN":
                analysis.claim(index, outcome, Scope.PART, "included")
    for match in _INCLUDED.finditer(analysis.codes):
        outcome = _including(analysis, discourse, match.start())
        if outcome is None or _is_list_of_others(analysis, *match.span()):
            continue
        for index in range(*match.span(1)):
            is_member = analysis.codes[index] in "QNUj" and analysis.codes[index - 1] != "j"
            if is_member:
                analysis.claim(index, outcome, Scope.PART, "included")
                _include(analysis, index, match.start())


def _is_list_of_others(analysis: Analysis, start: int, end: int) -> bool:
    """As in "The list issued by the owner contained 87 names": those who were on board.

    Not in "The list of the dead contains 31 names".
    """
    before = analysis.codes[:start]
    behind = analysis.words_in(end) if end < len(analysis.codes) else frozenset()
    is_of_victims = not _HARM.isdisjoint(before) or not _VICTIM_NOUNS.isdisjoint(
        analysis.texts[: analysis.chunks[start].first]
    )
    return "names" in behind and not is_of_victims


def _named_before(analysis: Analysis, index: int) -> Outcome | None:
    """What befell those who are named alone: "The dead were farmers, two women among them"."""
    told = [chunk.outcome for chunk in analysis.chunks[:index] if chunk.code == "G"]
    return told[-1] if told and analysis.is_first(index) else None


def _drop_apposed_couple(analysis: Analysis) -> None:
    """As in "his three passengers, a couple and their son, died": it says who they were."""
    for index in [i for i in analysis.claims if i > 1 and analysis.codes[i - 1] == ","]:
        noun = analysis.tokens[analysis.chunks[index - 2].last - 1].text
        if analysis.chunks[index].population == "couple" and is_plural(noun):
            del analysis.claims[index]


_OF_THESE = pattern(r"\"?i,?a?([NQ])")
_FIGURES_INCLUDE = pattern(r"\"?[Dr]a?[#tv]?a?i")


def _take_from(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Of these, 101 died in action": some of those whom the sentence before counted.

    Or "These figures include 61 dead and 112 missing in Osk".
    """
    match = _OF_THESE.match(analysis.codes) if analysis.opening == "of" else None
    members = [match.start(1)] if match else []
    if (included := _FIGURES_INCLUDE.match(analysis.codes)) is not None:
        members = list(range(included.end(), len(analysis.codes)))
    for claim in [analysis.claims[index] for index in members if index in analysis.claims]:
        number = analysis.chunks[claim.index].number
        value = number.value if number is not None else None
        if any(
            figure.outcome is claim.outcome and value is not None and (figure.number or 0) > value
            for figure in discourse.last_sentence
        ):
            claim.scope = claim.scope or Scope.PART


def _include(analysis: Analysis, index: int, at: int) -> None:
    """As in "Nine sailors, among them two boys, drowned": some of those counted before the word."""
    claim, whole = analysis.claims[index], analysis.nearest(at)
    if whole is not None and whole.outcome is claim.outcome:
        claim.scope = claim.scope or Scope.PART


_COUNTED_IN = pattern(rf"(?<!P)({_LISTED})(?:,?c[Dw]{{1,4}})?(?:,?B[aT]*)?(P)a?j?([QNF])")
_AMONG_THOSE = pattern(rf"(P)j?([QN])a?[ek]?B({_LISTED})")


def _add_counted_in(analysis: Analysis) -> None:
    """As in "A cook and two porters were among the six people hurt": some of those counted.

    Or "Among the six were two porters and a cook".
    """
    if _AMONG.isdisjoint(analysis.vocabulary):
        return
    found = [(m, m.span(1), 2, 3) for m in _COUNTED_IN.finditer(analysis.codes)]
    if (match := _AMONG_THOSE.match(analysis.codes)) is not None:
        found.append((match, match.span(3), 1, 2))
    for match, members, among, those in found:
        whole = analysis.claims.get(match.start(those))
        if whole is None or not analysis.words_in(match.start(among)) & _AMONG:
            continue
        for index in range(*members):
            number = analysis.chunks[index].number
            is_member = analysis.codes[index] in "QNU" and analysis.codes[index - 1] != "j"
            if is_member and number is not None and number.value != 0:
                analysis.claim(index, whole.outcome, Scope.PART, "counted-in")


def _including(analysis: Analysis, discourse: Discourse, at: int) -> Outcome | None:
    """What happened to those of whom the word at ``at`` names some."""
    before = analysis.chunks[at - 1] if at else None
    if before is not None and before.outcome is not None and before.code in "GmkKtF":
        return before.outcome
    near = analysis.nearest(at)
    if near is not None:
        return near.outcome
    words = [token.text for token in analysis.tokens[: analysis.chunks[at].first]]
    if (everybody := _everybody(analysis, at)) is not None:
        return everybody
    if (not words and "them" in analysis.words_in(at)) or words == ["they"]:
        told_of = {figure.outcome for figure in discourse.last_sentence}
        return told_of.pop() if len(told_of) == 1 else None
    if _COUNTED_NOUNS & set(words) and analysis.is_first(at):
        return _counted(discourse, is_list=not _LISTS.isdisjoint(words))
    told = [chunk.outcome for chunk in analysis.chunks[:at] if chunk.code in "Gt"]
    if told and analysis.is_first(at):
        return told[-1]
    if "victims" in words[-3:] or (not words and "victims" in analysis.words_in(at)):
        return discourse.victims() or Outcome.KILLED
    if words[-1:] and words[-1] in ("dead", "fatalities", "deaths"):
        return Outcome.KILLED
    return None


def _counted(discourse: Discourse, *, is_list: bool) -> Outcome | None:
    """What befell those of "the number": those counted last, and of no others were more told."""
    before = discourse.before
    last = before.quantities[-1][0] if before is not None and before.quantities else -1
    if before is not None and (claim := before.claims.get(last)) is not None:
        return claim.outcome
    is_of_people = before is not None and before.codes[last:][:1] == "Q"
    return discourse.victims() if is_list and not is_of_people else None


_EVERYBODY = pattern(r"([kgb])[aD]?(w)")
_EVERYONE = frozenset(load("grammar")["everyone"])


def _everybody(analysis: Analysis, at: int) -> Outcome | None:
    """What befell all, as in "It killed everyone in the house, including two children"."""
    if _EVERYONE.isdisjoint(analysis.vocabulary):
        return None
    outcomes = (
        analysis.chunks[match.start(1)].outcome
        for match in _EVERYBODY.finditer(analysis.codes, 0, at)
        if not _EVERYONE.isdisjoint(analysis.words_in(match.start(2)))
    )
    return next(outcomes, None)


def _add_apposed(analysis: Analysis) -> None:
    """As in "20 bodies were found, eleven women and nine men"."""
    for match in _APPOSED.finditer(analysis.codes):
        span = range(*match.span(match.lastindex or 1))
        members = [index for index in span if analysis.codes[index] in "QU"]
        near = analysis.nearest(span.start)
        if near is None:
            near = _set_off(analysis, span.start - 2, members)
        claimed = [analysis.claims[index] for index in span if index in analysis.claims]
        if len(members) < 2 or any(claim.name != "restated" for claim in claimed):
            _share_out(analysis, near, members)
            continue
        if near is not None and _fits(analysis, near.index, members):
            for index in members:
                analysis.claim(index, near.outcome, Scope.PART, "breakdown")


_BRACKETED = pattern(r"([QNF])[kKe]?\(([Q])\)")


def _add_bracketed(analysis: Analysis) -> None:
    """As in "12 dead (3 children), 30 hurt": some of those counted before the bracket."""
    if "(" not in analysis.codes:
        return
    for match in _BRACKETED.finditer(analysis.codes):
        whole, part = analysis.claims.get(match.start(1)), analysis.chunks[match.start(2)]
        is_kind = part.population not in (None, PEOPLE, ATTACKER) and part.harm is None
        if whole is not None and is_kind and _fits(analysis, whole.index, [match.start(2)]):
            analysis.claim(match.start(2), whole.outcome, Scope.PART, "bracketed")


def _share_out(analysis: Analysis, whole: Claim | None, members: list[int]) -> None:
    """As in "Two climbers, a man and a woman, died": a list that adds up to what it explains."""
    claims = [claim for index in members if (claim := analysis.claims.get(index)) is not None]
    if whole is None or not claims or len(claims) < len(members):
        return
    counts = [n.value for index in members if (n := analysis.chunks[index].number) is not None]
    number = analysis.chunks[whole.index].number
    is_joint = all(claim.group == whole.group for claim in claims)
    is_sum = number is not None and sum(count or 0 for count in counts) == number.value
    for claim in claims if is_joint and is_sum and None not in counts else ():
        claim.scope = claim.scope or Scope.PART


# "Six people -", "41 of the 58 people on board -"
_DASHED = pattern(r"(?<!j)(?:[QN]|jQa?)-$")


def _set_off(analysis: Analysis, index: int, members: list[int]) -> Claim | None:
    """The claim of the six in "Six people - four men and two girls - died", told of its list."""
    if (dashed := _DASHED.search(analysis.codes, 0, index + 2)) is not None:
        index = dashed.start()
    first = analysis.claims.get(members[0]) if members else None
    if dashed is None or first is None or not _fits(analysis, index, members):
        return None
    analysis.claims[index] = replace(first, index=index)
    return analysis.claims[index]


def _fits(analysis: Analysis, whole: int, members: list[int]) -> bool:
    """Whether the members of a list can be those whom a figure counts: they are no more than it."""
    number = analysis.chunks[whole].number
    counts = [n.range.low for i in members if (n := analysis.chunks[i].number) is not None]
    return number is None or number.range.high is None or sum(counts) <= 2 * number.range.high


# Behind a colon, "made up of", or a count that has no place of its own: "24 dead, 13 in Osk, ..."
_ENUMERATED = pattern(r"(?:(?<=[:i])|(?<=[QNF](?:[BH]{0,2}[kKdeZ])?[,(-])(?=N[Pp]))[^:;.()]+")


def _add_enumerated(analysis: Analysis) -> None:
    """As in "Two deaths were counted: one drowning and one due to heat": the list adds up to it.

    Or nearly so, and all that it has are numbers: "The 24 deaths are made up of 11 who drowned,
    eight who froze and three who fell".
    """
    for match in _ENUMERATED.finditer(analysis.codes):
        before = analysis.chunks[match.start() - 1]
        phrase = " ".join(analysis.texts[before.first : before.last])
        whole = analysis.nearest(match.start())
        if whole is None or phrase not in _LIST_OPENERS:
            continue
        count = analysis.chunks[whole.index].number
        members = [index for index in range(*match.span()) if analysis.codes[index] in "NQUF"]
        numbers = [n for index in members if (n := analysis.chunks[index].number) is not None]
        told = {analysis.claims[index].outcome for index in members if index in analysis.claims}
        if told - {whole.outcome} or len(numbers) == 1 or not all(n.value for n in numbers):
            continue  # "11 casualties: four dead and seven wounded"
        if count is None or count.value is None or not count.is_plain:
            continue
        told_of = sum(n.value or 0 for n in numbers)
        is_near = is_slip(told_of, count.value) and _are_items(analysis, *match.span())
        for index in members if told_of == count.value or is_near else ():
            analysis.claim(index, whole.outcome, Scope.PART, "enumerated")
            analysis.claims[index].scope = Scope.PART


def _are_items(analysis: Analysis, start: int, end: int) -> bool:
    """Whether every quantity of a stretch is a bare number that opens an item, and none is safe."""
    words = {word for index in range(start, end) for word in analysis.words_in(index)}
    opening = (index for index in range(start, end) if analysis.codes[index] in QUANTITIES)
    return words.isdisjoint(UNHARMED) and all(
        analysis.codes[index] == "N" and analysis.codes[index - 1] in ":i,(-c" for index in opening
    )


_IDENTIFIED = pattern(
    rf"(?:^|(?<=[;:]))(?:Do)?D?([Gw])(?:B[aT]*|:|B[^,;:.QNUF]{{1,5}}:)({_LISTED})"
)


def _add_identified(analysis: Analysis, discourse: Discourse) -> None:
    """As in "The dead were two women and a man": it says who those counted before are.

    Or "Most of the dead were migrants: 19 Nepalis and six Indians".
    """
    for match in _IDENTIFIED.finditer(analysis.codes):
        noun = match.start(1)
        outcome = analysis.chunks[noun].outcome
        if analysis.words_in(noun) & _VICTIM_NOUNS:
            outcome = outcome or discourse.victims()
        members = [index for index in range(*match.span(2)) if analysis.codes[index] in "QNU"]
        if outcome is not None and _are_some(analysis, discourse, outcome, members):
            for index in members:
                analysis.claim(index, outcome, Scope.PART, "identified")
                analysis.claims[index].scope = Scope.PART


def _are_some(
    analysis: Analysis, discourse: Discourse, outcome: Outcome, members: Sequence[int]
) -> bool:
    """Whether a figure told before counts more people than each of the members."""
    numbers = [n for index in members if (n := analysis.chunks[index].number) is not None]
    most = max((number.range.low for number in numbers), default=0)
    return any(
        figure.outcome is outcome and (figure.number or 0) > most for figure in discourse.figures
    )


_ENTRIES = pattern(r"(?:^|:)((?:[wPy]{1,4}[NX][;,.]c?){2,})")


def _add_entries(analysis: Analysis, discourse: Discourse) -> None:
    """As in "By town: Velm 5; Osk 12.": places and numbers that break a figure down."""
    match = _ENTRIES.search(analysis.codes)
    whole = discourse.whole(None) if match is not None else None
    if match is None or whole is None or whole.number is None:
        return
    indexes = [i for i in range(*match.span(1)) if analysis.codes[i] in "NX"]
    numbers = [n for i in indexes if (n := analysis.chunks[i].number) is not None]
    fits = all(n.is_plain and (n.value or 0) < whole.number for n in numbers)
    # "magnitude 6.0; depth 9 km" counts nobody
    fits = fits and all(
        chunk.last - chunk.first == 1 and analysis.tokens[chunk.first].text.isdecimal()
        for chunk in map(analysis.chunks.__getitem__, indexes)
    )
    if fits and len(numbers) == len(indexes):
        for index in indexes:
            analysis.claim(index, whole.outcome, Scope.PART, "entries")
