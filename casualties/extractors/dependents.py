"""Figures that lean on another figure: "including two children", "six of them", "Eleven were pupils"."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from casualties.extractors.chunks import Chunk
from casualties.extractors.claims import Claim
from casualties.extractors.nouns import is_person_noun, is_plural
from casualties.extractors.tokens import Token
from casualties.model import ATTACKER, PEOPLE, Outcome, Qualifier, Scope

__all__ = ["Antecedent", "Discourse", "add_dependents"]

_QUANTITIES = frozenset("QNUFYljX")
_MEMBERS = frozenset("QNUj")
_LIST = regex.compile(r"[QNUj](?:(?:,c?|c)a?(?:[QNUj](?![BHM])|[Dw]{1,4}(?=,|c)))*")
_ASIDE = regex.compile(r",[^,]{1,6},")
_BODY_WORDS = frozenset(
    "recovered found pulled retrieved discovered taken dug counted identified brought hospital hospitals morgue morgues mortuary mortuaries "
    "seen saw lay laid washed witnessed rubble buried load wreckage debris scene received collected water river sea ashore arrived "
    "strewn burned charred carried removed lined".split()
)
_SAFE = frozenset(
    "arrested rescued evacuated detained released safe unhurt unharmed uninjured alive held questioned charged saved free freed brought taken sent stranded homeless displaced".split()
)
_LIVING = frozenset({"survivor", "survivors", "rescued", "suspect", "suspects"})


@dataclass(slots=True)
class Antecedent:
    """A figure that a later one can lean on."""

    outcome: Outcome
    value: int | None
    population: str
    scope: Scope | None
    passage: int


@dataclass(slots=True)
class Discourse:
    """What the sentences before have said: their figures, the last ones last."""

    figures: list[Antecedent] = field(default_factory=list)
    last_sentence: list[Antecedent] = field(default_factory=list)

    def victims(self) -> Outcome | None:
        """What "the victims" are, from what has been counted so far."""
        outcomes = {f.outcome for f in self.figures if f.value != 0}
        for outcome in (Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES):
            if outcome in outcomes:
                return outcome
        return None


def add_dependents(
    tokens: list[Token],
    chunks: list[Chunk],
    claims: dict[int, Claim],
    discourse: Discourse,
    passage: int,
) -> None:
    """Add to ``claims`` the quantities that take their outcome from another figure."""
    codes = "".join(chunk.code for chunk in chunks)
    _add_harmed(chunks, codes, claims)
    _add_bodies(tokens, chunks, codes, claims)
    _add_members(tokens, chunks, codes, claims, discourse)
    _add_included(tokens, chunks, codes, claims, discourse)
    _add_breakdowns(tokens, chunks, codes, claims)
    _add_gapped(tokens, chunks, codes, claims)
    _add_previous(tokens, chunks, codes, claims)
    _add_predicates(tokens, chunks, codes, claims, discourse, passage)
    _add_topics(tokens, chunks, codes, claims, discourse)
    _add_counts(tokens, chunks, codes, claims, discourse)
    _add_recalled(tokens, chunks, codes, claims, discourse)


def _claim(
    claims: dict[int, Claim],
    index: int,
    outcome: Outcome,
    scope: Scope | None,
    name: str,
    group: int,
) -> None:
    claims.setdefault(index, Claim(index, outcome, scope, group, name, -1))


def _group(claims: dict[int, Claim]) -> int:
    return 1000 + len(claims)


def _nearest(codes: str, claims: dict[int, Claim], index: int) -> Claim | None:
    """The claim of the nearest quantity before ``index``, None if that one is no figure."""
    for at in range(index - 1, -1, -1):
        if at in claims:
            return claims[at]
        if codes[at] in "QNUFYlX":
            return None
    return None


def _add_harmed(chunks: list[Chunk], codes: str, claims: dict[int, Claim]) -> None:
    """ "two wounded men": the noun group itself says what happened."""
    for index, chunk in enumerate(chunks):
        if chunk.harm is not None and codes[index] in "QU":
            _claim(claims, index, chunk.harm, None, "harmed", _group(claims))


_OPENING = regex.compile(r"^(?:[Pp][Dw#]{0,3})?,?o[Dwa#]{0,2}([QFGmwXU])")


def _add_topics(
    tokens: list[Token],
    chunks: list[Chunk],
    codes: str,
    claims: dict[int, Claim],
    discourse: Discourse,
) -> None:
    """ "Of the injured, 60 had to be taken to hospital": the opening says of whom."""
    if not tokens or tokens[0].text != "of":
        return
    comma = codes.find(",") if "," in codes else len(codes)
    outcome: Outcome | None = None
    for index in range(1, min(len(codes), 7)):
        words = {t.text for t in tokens[chunks[index].first : chunks[index].last]}
        if "victims" in words:
            outcome = discourse.victims()
        elif index in claims:
            outcome = claims[index].outcome
        elif chunks[index].outcome is not None and codes[index] in "GmkKteA":
            outcome = chunks[index].outcome
        if outcome is not None:
            start = index + 1
            break
    else:
        return
    for index in range(start, len(codes)):
        if codes[index] in "NQ" and index not in claims and (index > comma or comma > 8):
            _claim(claims, index, outcome, Scope.PART, "topic", _group(claims))
            return


_COUNT = regex.compile(r"#(?!o[Dw])(?:P?[wDaPBHTv,](?!#)){0,12}?[oPBfv:]a?D?([NQ])")
_COUNT_WORDS = frozenset({"count", "figure", "number", "total", "tally", "list"})


def _add_counts(
    tokens: list[Token],
    chunks: list[Chunk],
    codes: str,
    claims: dict[int, Claim],
    discourse: Discourse,
) -> None:
    """ "The count of 28", "an earlier figure of 33": a count of what has been told of before."""
    outcome = discourse.victims()
    if outcome is None:
        return
    for match in _COUNT.finditer(codes):
        index = match.start(1)
        noun = tokens[chunks[match.start()].first].text
        number = chunks[index].number
        if index in claims or noun not in _COUNT_WORDS or chunks[index].of is not None:
            continue
        if codes[index] == "Q" and chunks[index].population != PEOPLE or number is None:
            continue
        if index + 1 < len(codes) and codes[index + 1] in "wo":
            continue
        _claim(claims, index, outcome, None, "count", _group(claims))


def _add_bodies(
    tokens: list[Token], chunks: list[Chunk], codes: str, claims: dict[int, Claim]
) -> None:
    if "Y" not in codes:
        return
    if not _BODY_WORDS & {token.text for token in tokens}:
        return
    for index, code in enumerate(codes):
        if code == "Y":
            _claim(claims, index, Outcome.KILLED, None, "bodies", _group(claims))


def _add_members(
    tokens: list[Token],
    chunks: list[Chunk],
    codes: str,
    claims: dict[int, Claim],
    discourse: Discourse,
) -> None:
    """ "Two of the dead", "five of them", "one of the 40 dead"."""
    for index, chunk in enumerate(chunks):
        if chunk.of is None:
            continue
        if index in claims:
            claim = claims[index]
            if chunk.of != "group" or codes[index] == "j":
                claim.scope = claim.scope or Scope.PART
            near = _nearest(codes, claims, index)
            if (
                chunk.of == "them"
                and near is not None
                and near.outcome is Outcome.KILLED
                and claim.outcome is Outcome.INJURED
            ):
                claim.outcome = Outcome.KILLED  # "13 dead, five of them burned"
            continue
        outcome: Outcome | None = None
        if chunk.of in ("killed", "injured", "missing", "casualties"):
            outcome = Outcome(chunk.of)
        elif chunk.of == "victims":
            outcome = discourse.victims()
        elif chunk.of == "them":
            near = _nearest(codes, claims, index)
            if near is not None:
                outcome = near.outcome
            elif not any(code in "QNUFYlX" for code in codes[:index]) and discourse.last_sentence:
                candidates = [f for f in discourse.last_sentence if f.value != 0]
                value = chunk.number.value if chunk.number else None
                fitting = [
                    f for f in candidates if f.value is None or value is None or f.value > value
                ]
                if fitting:
                    outcome = fitting[-1].outcome
        elif codes[index] == "j" and index + 1 in claims:
            outcome = claims[index + 1].outcome
        if outcome is not None:
            _claim(claims, index, outcome, Scope.PART, "member-of", _group(claims))


def _add_included(
    tokens: list[Token],
    chunks: list[Chunk],
    codes: str,
    claims: dict[int, Claim],
    discourse: Discourse,
) -> None:
    """ "... including three children and a nurse"."""
    for at, code in enumerate(codes):
        if code != "i":
            continue
        start = at + 1
        if start < len(codes) and codes[start] == ",":
            aside = _ASIDE.match(codes, start)
            start = aside.end() if aside else start
        while start < len(codes) and codes[start] in "aBDT:":
            start += 1
        match = _LIST.match(codes, start)
        if match is None:
            match = regex.compile(r"[Dw]{1,4}(?:,c?|c)[QNUj](?:(?:,c?|c)a?[QNUj])*").match(
                codes, start
            )
        if match is None:
            continue
        outcome = None
        before = codes[at - 1] if at else ""
        if at and chunks[at - 1].outcome is not None and codes[at - 1] in "GmkKt":
            outcome = chunks[at - 1].outcome
        else:
            near = _nearest(codes, claims, at)
            words = [t.text for t in tokens[: chunks[at].first]]
            if near is not None:
                outcome = near.outcome
            elif "victims" in words[-3:]:
                outcome = discourse.victims() or Outcome.KILLED
            elif before == "F":
                outcome = chunks[at - 1].outcome
            elif not any(c in "QNUFYlX" for c in codes[:at]) and words[-1:] in (
                ["dead"],
                ["fatalities"],
                ["deaths"],
            ):
                outcome = Outcome.KILLED
        if outcome is None:
            continue
        group = _group(claims)
        for index in range(match.start(), match.end()):
            if codes[index] in _MEMBERS and index not in claims:
                if index and codes[index - 1] == "j":
                    continue
                _claim(claims, index, outcome, Scope.PART, "included", group)


_APPOSED = regex.compile(r"(?<=[,:(-])a?([QNU](?:(?:,c?|c)a?[QNU]){1,6})(?=[,.;:)-]|a|$|[Pp])")


def _add_breakdowns(
    tokens: list[Token], chunks: list[Chunk], codes: str, claims: dict[int, Claim]
) -> None:
    """ "20 bodies were found, eleven women and nine men"; "injured, three seriously"."""
    for match in _APPOSED.finditer(codes):
        span = range(match.start(1), match.end(1))
        members = [i for i in span if codes[i] in "QU"]
        if len(members) < 2 or any(i in claims for i in span):
            continue
        near = _nearest(codes, claims, match.start(1))
        if near is None:
            continue
        group = _group(claims)
        for index in members:
            _claim(claims, index, near.outcome, Scope.PART, "breakdown", group)
    for index, code in enumerate(codes):
        if (
            code == "N"
            and index not in claims
            and index + 1 < len(codes)
            and codes[index + 1] == "a"
        ):
            word = tokens[chunks[index + 1].first].text
            if word in (
                "critically",
                "seriously",
                "severely",
                "slightly",
                "gravely",
                "badly",
                "lightly",
                "fatally",
            ):
                near = _nearest(codes, claims, index)
                if near is not None:
                    _claim(
                        claims,
                        index,
                        Outcome.KILLED if word == "fatally" else near.outcome,
                        Scope.PART,
                        "degree",
                        _group(claims),
                    )


def _add_gapped(
    tokens: list[Token], chunks: list[Chunk], codes: str, claims: dict[int, Claim]
) -> None:
    """ "nine died in hospital and six in ambulances": a number before a place leans on the verb."""
    for index, code in enumerate(codes):
        if index in claims or code not in "NQ" or index < 2 or index + 1 >= len(codes):
            continue
        if code == "Q" and chunks[index].population not in (PEOPLE, None):
            continue
        number = chunks[index].number
        if (
            codes[index + 1] != "P"
            or codes[index - 1] not in ",c;"
            or number is None
            or number.word == "article"
        ):
            continue
        place = tokens[chunks[index + 1].first].text
        if place not in ("in", "at", "from", "near", "on", "by", "of", "aboard"):
            continue
        near = _nearest(codes, claims, index)
        if near is None:
            continue
        previous = near.index
        # the pattern must be the same: "21 injured in Davao, 36 in Cotabato"
        between = codes[previous + 1 : index]
        if not set("Pp") & set(between) or any(c in "zsMr" for c in between):
            continue
        if near.scope is Scope.PREVIOUS:
            continue
        _claim(claims, index, near.outcome, near.scope, "gapped", near.group)


_FROM = frozenset({"from", "against", "above", "below"})


def _add_previous(
    tokens: list[Token], chunks: list[Chunk], codes: str, claims: dict[int, Claim]
) -> None:
    """ "up from 37", "rose to 118 on Monday from 96": the number that the figure replaces."""
    for index, code in enumerate(codes):
        if code not in "NQF" or index < 1:
            continue
        at = index - 1
        while at >= 0 and codes[at] in "Da":
            at -= 1
        if at < 0:
            continue
        word = tokens[chunks[at].last - 1].text
        if word == "from" or (word == "against" and code == "N"):
            near = _nearest(codes, claims, index)
            change = any(c in "vt#" for c in codes[:index]) or tokens[
                chunks[at].first - 1
            ].text in ("up", "down")
            if index in claims:
                if (
                    change
                    and word == "from"
                    and claims[index].scope is None
                    and codes[index + 1 : index + 2] == "f"
                ):
                    claims[index].scope = Scope.PREVIOUS
                continue
            if near is not None and change:
                if chunks[index].population in (None, PEOPLE):
                    _claim(claims, index, near.outcome, Scope.PREVIOUS, "from", _group(claims))


def _add_predicates(
    tokens: list[Token],
    chunks: list[Chunk],
    codes: str,
    claims: dict[int, Claim],
    discourse: Discourse,
    passage: int,
) -> None:
    """ "Eleven were pupils": a bare number that says who some of those counted were."""
    for index, code in enumerate(codes):
        if index in claims or code != "N" or chunks[index].of is not None:
            continue
        if index and codes[index - 1] not in ',;c:-"':
            continue
        after = index + 1
        if after >= len(codes) or codes[after] != "B":
            continue
        after += 1
        while after < len(codes) and codes[after] in "aT":
            after += 1
        if after >= len(codes):
            continue
        following = tokens[chunks[after].first]
        rest = {t.text for t in tokens[chunks[after].first : chunks[after].first + 4]}
        if rest & _SAFE:
            continue
        noun = next(
            (
                t
                for t in tokens[chunks[after].first : chunks[after].first + 4]
                if t.kind == "word" and is_person_noun(t.text)
            ),
            None,
        )
        fits = (
            noun is not None
            and is_plural(noun.text)
            or following.text in ("from", "under", "aged", "between", "over", "aboard")
        )
        if not fits:
            continue
        near = _nearest(codes, claims, index)
        if near is None and any(c in "QNUFYlX" for c in codes[:index]):
            continue
        outcome = near.outcome if near is not None else None
        if outcome is None:
            previous = [f for f in discourse.last_sentence if f.value != 0]
            number = chunks[index].number
            value = number.value if number else None
            fitting = [f for f in previous if f.value is None or value is None or f.value > value]
            outcome = fitting[-1].outcome if fitting else None
        if outcome is not None:
            if noun is not None and chunks[index].population is None:
                from casualties.extractors.nouns import person_of

                chunks[index].population = person_of([noun.text])
            _claim(claims, index, outcome, Scope.PART, "predicate", _group(claims))


_DEFINITE = frozenset({"the", "all", "those", "these", "both", "its", "his", "their"})


def _add_recalled(
    tokens: list[Token],
    chunks: list[Chunk],
    codes: str,
    claims: dict[int, Claim],
    discourse: Discourse,
) -> None:
    """ "all 14 victims", "the five": a number told before, taken up again."""
    for index, chunk in enumerate(chunks):
        number = chunk.number
        if (
            index in claims
            or chunk.code not in "NQ"
            or number is None
            or number.value is None
            or chunk.of is not None
        ):
            continue
        if number.qualifier is not Qualifier.EXACT or number.value < 2:
            continue
        opening = {t.text for t in tokens[number.first : number.last]}
        if not opening & _DEFINITE and number.word != "both":
            continue
        if chunk.population == ATTACKER or "other" in opening or "remaining" in opening:
            continue
        words = {t.text for t in tokens[chunk.first : chunk.last]}
        if words & _LIVING:
            continue
        is_victims = bool(words & {"victims", "dead", "deceased", "fatalities", "bodies"})
        if index + 1 < len(codes) and codes[index + 1] == "o":
            continue
        for figure in reversed(discourse.figures):
            if figure.value != number.value or figure.scope is Scope.PREVIOUS:
                continue
            same = chunk.population == figure.population or (
                chunk.population in (None, PEOPLE) and (is_victims or chunk.code == "N")
            )
            if same:
                _claim(
                    claims,
                    index,
                    figure.outcome,
                    figure.scope if figure.scope is Scope.PART else None,
                    "recalled",
                    _group(claims),
                )
                break
