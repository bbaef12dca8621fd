"""Parts of a figure: "six of them", "three seriously", "Eleven were pupils"."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis, Claim, Discourse
from casualties.extractors.breakdowns import add_breakdowns
from casualties.extractors.chunks import GROUP, THEM, VICTIMS, Chunk
from casualties.extractors.gapping import add_gapped, leading, move_to_hospital
from casualties.extractors.nouns import is_person_noun, is_plural, person_of
from casualties.extractors.tokens import Token, text_at
from casualties.lexicon import load
from casualties.model import ATTACKER, PEOPLE, Outcome, Scope
from casualties.patterns import pattern

__all__ = ["add_parts"]

_WORDS = load("parts")
_SAFE = frozenset(_WORDS["safe"])
_DEGREES = frozenset(_WORDS["degrees"])
_CASES = frozenset(_WORDS["cases"])
_TRAITS = frozenset(_WORDS["traits"])
_MEANS = frozenset(load("outcomes")["means"])
_HITTING = _MEANS | {
    "shooting",
    "stabbing",
    "knifing",
    "hitting",
    "striking",
    "wounding",
    "attacking",
    "attacked",
}
_FATAL = frozenset({"fatally", "fatal"})
_ARTICLES = frozenset({"a", "an"})
_UNHURT = frozenset(load("unreal")["well"])
_END = frozenset({"", ",", ".", ";", ")", "–", "and", '"'})
_ONLY = frozenset({"only", "just"})
_MOVED = frozenset({"moved", "evacuated", "transferred"})
_FOUND = frozenset({"found", "discovered", "recovered", "pulled"})
_PREDICATE = pattern(r"(?:^|(?<=[,;c:\"sT-]))[aPDw]{0,2}([NQFj])[QNUFke]?B[aT]*")
_REACH = 4
_LONGEST_TOPIC = 7
_DOING = frozenset("swyz")


def add_parts(analysis: Analysis, discourse: Discourse) -> None:
    """Add to the claims of a sentence the quantities that are some of those counted before."""
    move_to_hospital(analysis)
    _drop_moved(analysis, discourse)
    _settle_relatives(analysis)
    _settle_means(analysis)
    _settle_dead(analysis)
    if not _DEGREES.isdisjoint(analysis.vocabulary):
        _add_degrees(analysis)
    _settle_hit(analysis)
    _add_classed(analysis)
    _add_members(analysis, discourse)
    add_breakdowns(analysis, discourse)
    _add_narrowed(analysis)
    add_gapped(analysis, discourse)
    _add_predicates(analysis, discourse)
    _add_others(analysis)
    _add_topics(analysis, discourse)
    add_gapped(analysis, discourse)
    _add_rest(analysis, discourse)
    _add_elided(analysis)


def _drop_moved(analysis: Analysis, discourse: Discourse) -> None:
    """As in "About 90 patients were moved to other hospitals": they were in one before."""
    if "patients" not in analysis.vocabulary or _MOVED.isdisjoint(analysis.vocabulary):
        return
    for index, claim in list(analysis.claims.items()):
        chunk = analysis.chunks[index]
        is_moved = claim.harm >= 0 and not _MOVED.isdisjoint(analysis.words_in(claim.harm))
        value = chunk.number.value if chunk.number is not None else None
        is_known = any(figure.value == value for figure in discourse.figures)
        if is_moved and chunk.population == "patient" and not is_known:
            del analysis.claims[index]


_HURT_AND_DEAD = pattern(r"[QN]r[^,;.QNUFr]*?[kK][^,;.:QNUFcr]*?(d)")


def _settle_relatives(analysis: Analysis) -> None:
    """As in "after two people who had been hurt by a falling tree died": they are dead."""
    if not analysis.claims or "d" not in analysis.codes:
        return
    for match in _HURT_AND_DEAD.finditer(analysis.codes):
        claim, death = analysis.claims.get(match.start()), analysis.chunks[match.start(1)]
        if claim is not None and claim.outcome is Outcome.INJURED:
            claim.outcome = death.outcome or claim.outcome


_HIT_AND_KILLED = pattern(r"[kg]([QN])[^QNUFkg,;.:c]{0,8},g([QN])")


def _settle_hit(analysis: Analysis) -> None:
    """As in "shot five people, killing two": the five are those killed and those injured."""
    if _HITTING.isdisjoint(analysis.vocabulary):
        return
    for match in _HIT_AND_KILLED.finditer(analysis.codes):
        hit, killed = (analysis.claims.get(match.start(group)) for group in (1, 2))
        is_hit = not _HITTING.isdisjoint(analysis.words_in(match.start()))
        if hit is None or killed is None or not is_hit or killed.outcome is not Outcome.KILLED:
            continue
        all_hit, dead = (analysis.chunks[claim.index].number for claim in (hit, killed))
        if all_hit and dead and (all_hit.value or 0) > (dead.value or 0):
            hit.outcome = Outcome.CASUALTIES


_MEANS_AND_DEATH = pattern(r"[QN]H?Bk,?c[QN]([kKZ])")


def _settle_means(analysis: Analysis) -> None:
    """As in "18 prisoners had been stabbed and 12 burned to death": to death were both."""
    if "death" not in analysis.vocabulary:
        return
    for match in _MEANS_AND_DEATH.finditer(analysis.codes):
        claim = analysis.claims.get(match.start())
        is_means = not _MEANS.isdisjoint(analysis.words_in(claim.harm)) if claim else False
        if claim is not None and is_means and "death" in analysis.words_in(match.start(1)):
            claim.outcome = analysis.chunks[match.start(1)].outcome or claim.outcome


def _settle_dead(analysis: Analysis) -> None:
    """As in "Six of those who died had been treated for burns": they are dead."""
    for index, claim in analysis.claims.items():
        if analysis.chunks[index].of == Outcome.KILLED.value:
            claim.outcome = Outcome.KILLED


def _add_members(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Two of the dead", "five of them", "one of the 40 dead"."""
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
                figure.outcome is claim.outcome and (figure.value or 0) > number
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
    """Who "four of them children" are: a noun for people and nothing else behind it."""
    noun = text_at(analysis.tokens, chunk.last)
    is_noun = is_person_noun(noun) and is_plural(noun)
    return (
        person_of([noun]) if is_noun and text_at(analysis.tokens, chunk.last + 1) in _END else None
    )


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
        if figure.population == chunk.population and (figure.value or 0) > value
    ]


_THE_OTHERS = frozenset({"others", "rest"})
_OTHERS = pattern(
    r"(?<=[;,.c:]|^)D?[wQN]B((?:[QNU]|[Dw]{1,4}(?=,|c))(?:(?:,c?|c)(?:[QNU]|[Dw]{1,4}(?=,|c|$)))*)"
)


def _add_others(analysis: Analysis) -> None:
    """As in "Eleven were pupils; the others were a teacher and a guide"."""
    if _THE_OTHERS.isdisjoint(analysis.vocabulary):
        return
    for match in _OTHERS.finditer(analysis.codes):
        opening = {t for i in (match.start(), match.start() + 1) for t in analysis.words_in(i)}
        near = analysis.nearest(match.start())
        if near is None or near.scope is not Scope.PART or _THE_OTHERS.isdisjoint(opening):
            continue
        for index in range(*match.span(1)):
            if analysis.codes[index] in "QNU":
                analysis.claim(index, near.outcome, Scope.PART, "others")


def _add_rest(analysis: Analysis, discourse: Discourse) -> None:
    """As in "five of them in a cellar and the other seven on the roof", "and the rest in bed"."""
    if not _OTHER.isdisjoint(analysis.vocabulary):
        _settle_other(analysis)
        _add_remaining(analysis, discourse)
        _settle_first(analysis, discourse)
    if _REST.isdisjoint(analysis.vocabulary):
        return
    for match in _AND_THE_REST.finditer(analysis.codes):
        near = analysis.nearest(match.end(1))
        verb = match.start(2)
        is_harm = match[2] == "K" and "in" not in analysis.words_in(verb)  # "the others injured"
        is_rest = not _REST.isdisjoint(analysis.words_in(match.start(1)))
        if near is not None and is_rest and not is_harm:
            near.scope = near.scope or Scope.PART


def _settle_other(analysis: Analysis) -> None:
    """Make parts of the counts of the others that stand behind a part."""
    parts = [index for index, claim in analysis.claims.items() if claim.scope is Scope.PART]
    for index, claim in analysis.claims.items():
        number = analysis.chunks[index].number
        if claim.scope is not None or number is None or not any(part < index for part in parts):
            continue
        opening = analysis.words_of(number)
        if "the" in opening and opening & _OTHER:
            claim.scope = Scope.PART


def _settle_first(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Nine were taken to a hospital, and the other five to a clinic": the nine are some."""
    for index, rest in analysis.claims.items():
        number = analysis.chunks[index].number
        if number is None or number.value is None or rest.scope is not Scope.PART:
            continue
        opening = analysis.words_of(number)
        if "the" not in opening or not opening & _OTHER:
            continue
        for before, claim in analysis.claims.items():
            first = analysis.chunks[before].number
            is_beside = before < index and claim.scope is None and claim.outcome is rest.outcome
            if is_beside and first is not None and first.value is not None:
                whole = first.value + number.value
                is_told = any(
                    f.outcome is claim.outcome and f.value == whole for f in discourse.figures
                )
                claim.scope = Scope.PART if is_told else None


def _add_remaining(analysis: Analysis, discourse: Discourse) -> None:
    """As in "13 of the dead have been identified; the other seven have not"."""
    for index, chunk in analysis.quantities:
        number = chunk.number
        if index in analysis.claims or number is None or chunk.code not in "NQ":
            continue
        opening = analysis.words_of(number)
        near = leading(analysis, index)
        if "the" not in opening or not opening & _OTHER:
            continue
        told = None if near is None else (near.outcome, near.scope)
        if near is None and analysis.is_first(index):
            parts = (f for f in reversed(discourse.last_sentence) if f.scope is Scope.PART)
            told = next(((part.outcome, part.scope) for part in parts), None)
        is_same = chunk.population in (None, PEOPLE)
        is_some = told is not None and told[1] is Scope.PART and is_same
        if told is not None and is_some and not _came_off(analysis, index):
            analysis.claim(index, told[0], Scope.PART, "remaining")


def _came_off(analysis: Analysis, index: int) -> bool:
    """As in "The other 13 who escaped were not hurt", "The other three were unhurt"."""
    words = set(analysis.texts[analysis.chunks[index].last :])
    is_denied = _NOT_HURT.search(analysis.codes, index) is not None
    return is_denied or not words.isdisjoint(_SAFE | _UNHURT)


_NOT_HURT = pattern(r"\G[^,;.]*?(?:x[Ba]*[kKe]|V)")


def _add_elided(analysis: Analysis) -> None:
    """As in "two of them were burned and one broke a leg": the number leans on the part."""
    for index, claim in analysis.claims.items():
        chunk, near = analysis.chunks[index], analysis.nearest(index)
        is_bare = chunk.code in "Nj" and chunk.number is not None and chunk.number.is_plain
        if not is_bare or claim.scope is not None or near is None:
            continue
        between = analysis.codes[near.index + 1 : index]
        is_member = analysis.chunks[near.index].of is not None and near.scope is Scope.PART
        if is_member and near.outcome is claim.outcome and between.endswith(("c", ",")):
            claim.scope = Scope.PART


_OTHER = frozenset({"other", "remaining"})
_REST = frozenset({"rest", "others", "remainder"})
_AND_THE_REST = pattern(r"[,c]D(w)a?([PdeEK])")


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
        # "One of them asked for water" tells a story, and breaks nothing down.
        is_told = index <= 1 and analysis.codes[index + 1 : index + 2] in _DOING
        whole = discourse.whole(value) if analysis.is_first(index) and not is_told else None
        return whole.outcome if whole else None
    if chunk.of == GROUP and chunk.code == "Q":
        return next(iter(_told_of_group(analysis, discourse, index)), None)
    if chunk.of == GROUP:
        following = analysis.claims.get(index + 1)
        return following.outcome if chunk.code == "j" and following else None
    return Outcome(chunk.of) if chunk.of else None


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
    return _head_noun(analysis.tokens[first : first + _REACH]) is None  # "five of them were men"


_OWN_VERB = pattern(r"[BHMx]{0,3}a{0,2}[szywCL]")


def _of_both(analysis: Analysis, near: Claim) -> set[int]:
    """How many two outcomes befell: "four died and six were hurt, all ten of them miners"."""
    before = analysis.nearest(near.index)
    numbers = [analysis.chunks[claim.index].number for claim in (near, before) if claim]
    if before is None or before.outcome is near.outcome or None in numbers:
        return set()
    return {sum(number.value or 0 for number in numbers if number)}


def _add_narrowed(analysis: Analysis) -> None:
    """As in "About 20 were injured, but only two were hospitalized"."""
    if _ONLY.isdisjoint(analysis.vocabulary):
        return
    for index, claim in analysis.claims.items():
        number = analysis.chunks[index].number
        if claim.scope is not None or number is None:
            continue
        opening = analysis.words_of(number)
        is_narrowed = opening & _ONLY and text_at(analysis.tokens, number.first - 1) == "but"
        near = analysis.nearest(index)
        if is_narrowed and near is not None and near.outcome is claim.outcome:
            claim.scope = Scope.PART


def _add_degrees(analysis: Analysis) -> None:
    """As in "19 were hurt, three seriously"."""
    for index, chunk in analysis.quantities:
        number = chunk.number
        if chunk.code not in "Nj" or number is None or index + 1 == len(analysis.chunks):
            continue
        degree = analysis.words_in(index + 1) & _DEGREES
        near = analysis.nearest(index)
        if not degree:
            continue
        if number.word == "nobody":
            chunk.of = None
            analysis.claims.pop(index, None)
            if degree & _FATAL:  # "none of them seriously" were hurt all the same
                analysis.claim(index, Outcome.KILLED, None, "degree")
        elif near is not None or chunk.of == THEM:
            told = near.outcome if near is not None else _told_of_many(analysis, index)
            if told is None:
                continue
            outcome = Outcome.KILLED if degree & _FATAL else told
            analysis.claim(index, outcome, Scope.PART, "degree")
            if degree & _FATAL:  # "poisoned 30, two of them fatally"
                analysis.claims[index].outcome = outcome
            if number.word != "article":
                analysis.claims[index].scope = Scope.PART


# "Medics classed nine as seriously and 13 as slightly injured"
_CLASSED = pattern(r"([QN]Pa(?:(?:,c?|c)[QN]Pa)*)k")


def _add_classed(analysis: Analysis) -> None:
    """As in "classed nine as seriously and 13 as slightly injured": each is some of the injured."""
    for match in _CLASSED.finditer(analysis.codes):
        places = range(*match.span(1))
        is_as = all(analysis.words_in(at) == {"as"} for at in places if analysis.codes[at] == "P")
        outcome = analysis.chunks[match.end(1)].outcome
        for index in places if is_as and outcome is Outcome.INJURED else ():
            if analysis.codes[index] in "QN":
                analysis.claim(index, Outcome.INJURED, Scope.PART, "classed")


def _told_of_many(analysis: Analysis, index: int) -> Outcome | None:
    """As in "Many were hurt, ten of them badly": what happened to those who were not counted."""
    if not analysis.is_first(index):
        return None
    harms = [chunk.outcome for chunk in analysis.chunks[:index] if chunk.code in "kKZ"]
    return harms[-1] if harms else None


def _add_predicates(analysis: Analysis, discourse: Discourse) -> None:
    """As in "Eleven were pupils", "Two of the dead were teachers"."""
    for match in _PREDICATE.finditer(analysis.codes):
        index, after = match.start(1), match.end()
        if after >= len(analysis.chunks):
            continue
        first = analysis.chunks[after].first
        rest = analysis.tokens[first : first + _REACH]
        aside = set(analysis.texts[analysis.chunks[index].last : first])
        number = analysis.chunks[index].number
        noun = _head_noun(rest, is_one=number is not None and number.value == 1)
        if noun is not None and analysis.codes[index] == "F" and rest[0].text in ("of", "among"):
            analysis.chunks[index].population = noun  # "six deaths were of children"
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


def _head_noun(tokens: list[Token], *, is_one: bool = False) -> str | None:
    """The population that a predicate names: ``police officer`` in "male police officers".

    Or ``child`` in "a child", where one is counted.
    """
    names = [t.text for t in tokens if t.kind == "word" and is_person_noun(t.text)]
    plural = next((i for i, name in enumerate(names) if is_plural(name)), None)
    if plural is None and is_one and names and tokens[0].text in _ARTICLES:
        return person_of(names[:1])
    if plural is None:
        return None
    return person_of(names[max(0, plural - 1) : plural + 1])


def _name_part(analysis: Analysis, index: int, noun: str | None) -> None:
    """Give a part the population that its predicate names."""
    chunk, claim = analysis.chunks[index], analysis.claims.get(index)
    is_part = claim is None or claim.scope is Scope.PART
    if noun is not None and is_part and (chunk.of is not None or chunk.population is None):
        chunk.population = noun


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
    if analysis.opening != "of":
        return
    topic = _topic(analysis, discourse)
    if topic is None:
        return
    start, outcome = topic
    for index in range(start, len(analysis.codes)):
        if analysis.codes[index] in "NQ":
            chunk = analysis.chunks[index]
            opening = analysis.tokens[: chunk.first]
            chunk.population = chunk.population or _head_noun(opening)  # "of the injured nurses"
            analysis.claim(index, outcome, Scope.PART, "topic")
            analysis.claims[index].scope = Scope.PART
            _claim_rest(analysis, analysis.claims[index])
            return


# "Of the wounded, four are still in hospital and ten have been sent home"
_CLAUSE_OF_LIST = pattern(r"(?:,?c|[,;])(N)a*[BH]")
_REST_OF_LIST = pattern(r"B[wTz]{0,3}((?:(?:,c?|c)a?[QNU](?:[PhpI][DwyX]{1,4})?)+)(?=[,.;]|$)")


def _claim_rest(analysis: Analysis, first: Claim) -> None:
    """As in "... 51 were men, eight women and four children": the verb is told once."""
    match = _REST_OF_LIST.match(analysis.codes, first.index + 1)
    for index in range(*match.span(1)) if match else ():
        if analysis.codes[index] in "QNU":
            analysis.claim(index, first.outcome, first.scope, first.name)
    for match in _CLAUSE_OF_LIST.finditer(analysis.codes, first.index + 1):
        number = analysis.chunks[match.start(1)].number
        if number is not None and number.is_plain and not number.is_additional:
            analysis.claim(match.start(1), first.outcome, first.scope, first.name)


def _topic(analysis: Analysis, discourse: Discourse) -> tuple[int, Outcome] | None:
    """Where the opening "Of the injured, ..." ends, and what happened to those that it names."""
    for index in range(1, min(len(analysis.codes), _LONGEST_TOPIC)):
        chunk = analysis.chunks[index]
        if chunk.code == ",":
            return None
        outcome = None
        if "victims" in analysis.words_in(index):
            outcome = discourse.victims()
        elif index in analysis.claims:
            outcome = analysis.claims[index].outcome
        elif chunk.code in "GmkKteA":
            outcome = chunk.outcome
        if outcome is not None:
            return index + 1, outcome
    return None
