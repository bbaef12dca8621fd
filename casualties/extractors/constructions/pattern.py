"""The language that constructions are written in: names for runs of chunk codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from casualties.kept import keep
from casualties.model import Outcome
from casualties.patterns import pattern
from casualties.records import dataclass

if TYPE_CHECKING:
    import regex

__all__ = ["Construction", "Matcher", "expression", "matchers"]

_ONE = r"(?:j[QNUF](?:[kKe]|z(?=a?[BH]))?|[QNU])"
_KNOWN = r"(?:j[QNUF][kKe]?|[QN])"
# "five children in a bus and two drivers", "two nuns from Osk, a cook from Velm and a guard"
_WHERE = r"(?:a(?=cQ)|[Ppo]D?[wy]{1,3}(?:oD?w{1,2}|oX)?(?=,?c)|pw{1,3}(?=,Qpw))?"
_AGES = r"(?:,(?:[waX]{0,2}X)(?:(?:,c?|c)X){0,6}|oX(?:(?:,c?|c)X){0,6}|,a(?=,))?"
# A member of a list that is no quantity: "the driver", "his wife", a name.
# "..., a spokesman for the province said": the next speaker is no item of a list
_SAID = r"(?!(?:[Poh][Dwya]{0,6}){0,2},?(?:T|s(?!f)))"
# ... or has none: "an unknown number of assailants"
_NAMED = r"(?:Dw#o[wya]{1,3}|[Dwy.]{1,6}(?:,X,?)?)"
_UNCOUNTED = rf"(?:{_NAMED}(?:oD?[wy]{{1,3}})?|X)(?=[,cBHMaTdkKZ])"
_LIST = rf"{_ONE}{_AGES}{_WHERE}(?:(?:,c?|c)a?(?:{_ONE}{_AGES}{_WHERE}|{_UNCOUNTED})){{0,20}}"

# Those whom a verb tells to be the dead: "the driver of the train, 40, two guards and clerks who
# had stayed, and a cook"
_WHOSE = r"(?:,?r[^,;:.QNU]{1,8}(?=,?c|,))?"
_FIRST = r"(?:[Dwy]{1,5}(?:oD?w{1,3})?(?:,X,?c?|,?c|,))"
_TOLD_ONE = rf"{_ONE}(?!i(?:[,.;]|$)){_AGES}{_WHERE}(?:c[Dw]{{1,3}}(?=r))?{_WHOSE}"
_TOLD = rf"{_TOLD_ONE}(?:(?:,c?|c)a?(?:{_TOLD_ONE}|{_UNCOUNTED})){{0,20}}"

# What a name is short for: "120 RUF (United Front) were"
_MEANING = r"\([wo]{1,5}\)|\[[wo]{1,6}\]"

# "seven guards and two cooks", and in a headline "Seven guards, two gunmen dead"
_LISTED = rf"{_ONE}(?:,{_ONE})*,?c|(?:^|(?<=[;:])){_ONE},"

_NAMES = {
    # who was harmed, as subject: not the object of a verb, nor a part of another noun group
    "VICTIMS": (
        rf"(?:(?<![gbkoiNO]|[gbki]a|(?:h|,i)[QNU]c|Nf)|(?<=PDg))(?P<victims>{_LIST})(?:{_MEANING}|[,\"'-])?"
    ),
    # ... where the harm word stands close by
    "CLOSE": rf"(?<![gbkN]|[gbk]a)(?P<victims>{_LIST})[,\"'-]?",
    "JOINED": (
        rf"(?<![gbk]|[gbk]a)(?P<victims>(?:{_LISTED})?{_ONE})"
        rf"(?:,(?:a|w?X(?:,?c?X){{0,6}}),)?['\"-]?"
    ),
    # ... where the verb stands further off: only nouns that are known to name people
    "PERSONS": (
        rf"(?<![gbkoihNO]|[gbki]a|(?:h|,i)[QNU]c|Nf)"
        rf"(?P<victims>{_LIST.replace(_ONE, _KNOWN)})[,\"-]?"
    ),
    # ... as object: an element that a verb follows belongs to the next clause
    "OBJECTS": (
        rf"(?P<victims>(?:{_NAMED}(?:,z?[DPTwy]{{1,6}})?(?:,c?|c))?{_ONE}(?!a?[BHM]|a?[kKe](?!a?[QNUD])){_AGES}{_WHERE}"
        rf"(?:(?:,c?|c)a?(?:{_ONE}(?!a?[BHMv]|a?[kKed]){_SAID}{_AGES}{_WHERE}|{_NAMED}(?=,|c)))*)"
    ),
    # ... of a relative clause, which the verb of the main one follows
    "OWN_OBJECTS": (
        rf"(?P<victims>{_ONE}{_AGES}{_WHERE}"
        rf"(?:(?:,c?|c)a?{_ONE}(?!a?[BHMT]{{0,3}}a?[kKedZ]){_AGES}{_WHERE})*)(?=a?[BHMzvsTV])"
    ),
    "ANYONE": rf"(?P<victims>{_LIST})",
    # by whose count: "killed, according to the ministry, 12 people"
    "ASIDE": r"(?:,(?:P[Dw']{1,5}#|sf[Dw']{1,4}),)?",
    "BE_THESE": (
        rf"(?:,(?:[^,;QN]{{1,7}}|[QN]a),)?a?B[Tz]?(?P<named>P)?{_FIRST}{{0,4}}"
        rf"(?P<victims>{_TOLD})"
    ),
    "NUMBER": r"(?P<victims>[NQUF])",
    "PERSON": _KNOWN,
    # one of those named in an aside: "three women", "a couple in their sixties", "her son, 9"
    "ASIDE_ITEM": r"(?:Q(?:[Ppo]D?[wy]{1,3})?|D?w{1,5}(?:,X(?=,))?)",
    # what may stand between a subject and its verb
    "POST": (
        r"(?:(?:[Poph](?:cP)?|a(?=D))(?:[DwyaXNQ#'-]|(?<=[wX])c(?=[wX])){0,7}|y[^,;.:QNUkKdBHM]{0,8}"
        r"|,[^,;:BHMkKdeQN]{1,12}(?=,)|,?r[^,;QNkd]{1,12}?,|,r[^,;kd]{1,14},|\([^)]{1,10}\)|,i[^,;]{1,10}(?:,[^,;]{1,5}){0,2},|i[QNUDwca]{1,6}|-[DwX,ci']{1,24}-|h[Dw]{1,3}(?:,[Dw]{1,3}){0,3},?c[Dw]{1,3}|o[DwyaX]{1,4}z[PDwf]{1,4}"
        r"|p[Dw]{1,3},w(?=[BHaT])"
        r"|[Ppo][Dwya]{1,4}r[^,;:.QNUkKdBHMsT]{1,7}|Tf(?:H?B)[DwyPaoX]{1,6}|[wT]o[Dw]{1,3}|,[Da]?I[^,;:]{1,9},|,N[^,;.:kKdZHB]{0,6},|,D?[wa]iQ(?:oX)?,|,(?:DB|Q|[Dw]{1,4})[Ts],|,h?Q(?:(?:,Q){0,4},?cQ)?(?:o[Dw]{1,3})?a?i,){0,3},?"
    ),
    # a relative clause between subject and verb: "who had tried to help"
    "RELATIVE": r"(?:,?(?:i[^,;]{1,10}|N[^,;.:kKdZHB]{0,6}),)?r[^,;:QNU]{1,16}?",
    # ... that has an object of its own: "who pulled two girls from the river"
    "RELATIVE_OBJECT": r"rH?a?[zkvwOS]a?[^,;:BsQNUr]{0,4}(?P<object>[QNU])[^,;:QNUrs]{0,8}?",
    # ... or an aside on some of them: "three of them children,"
    "WHO": r"(?:,?r|(?<=[,-])-?I?[aD]?(?:N[^,;.:kKdZH-]{0,7}|Q(?:cD?w{1,2})?i)[,-]-?)?",
    "AUX": r"[aHTfxM]*(?:vf)?B[aBHTfxM]*(?:(?<=T)P[Dw]{1,3}f[aBHTfxM]*)?(?:,[^,;QN]{1,7},)?\"?",
    "VERBAL": r"[aBHTfxM]*(?:,[^,;:QNBHM]{1,4}[Ts],)?",
    # "killed and wounded", "killed, wounded in": but "12 killed, wounded in hospital"
    "HARMED": r"(?P<harm>[kKZ])(?:(?:ca?|/|,(?=[kK]P))(?P<second>[kKZ])(?!a?[QNU]))?",
    "DIED": r"(?P<harm>[dZ])",
    "STATE": r"(?P<harm>[eA])(?:ca?(?P<second>[e])(?!a?[QNU]))?",
    "KILLING": r"(?P<harm>g)(?:ca?(?P<second>[g]))?",
    "KILLS": r"(?:(?<![fM]|[fM]a)|(?<=vf))(?P<harm>b)(?:(?:ca?|,)(?P<second>b))?",
    "KILLED": r"(?<!B|B[aT]|Baa)(?P<harm>[kZ])(?:ca?(?P<second>k))?",
    "DEATHS": r"(?P<harm>[mG])",
    "TOLL": r"(?P<harm>t|(?<!o)G(?![wyQ]))",
    "WOUNDS": r"(?:[DwyaNXPpf]{0,4}?(?:wo)?)(?P<harm>[Wm])",
    "NO_OBJECT": r"(?!a?D?[QNU](?!a?[kKe]|,)|a?Dw)",
    "NO_COUNT": r"(?!a?D?[QNU](?!a?[kKe]|,))",
    # what may follow a participle that has no auxiliary: no bare object
    # ... unless it is that of a gerund: "four wounded serving a warrant"
    "ALONE": r"(?=[(,.;:/)\"PcahirofpBHdELMs-]|$|y(?:[fDPp]|w{1,2}(?:[P,;.:]|$)))",
    "FILL": r"(?:,[^,;]{1,6},)?(?:[^;.:QNUFkKdtG]{0,20}?|[PpocDwaX,]{18,34}vP?)",
    "TO": r"(?:[fPBov:(-]a{0,2}D?|B?P|vo)\"?",
}
_NAME = pattern(r"\{([A-Z_]+)\}")
_GROUP = pattern(r"\?P<(\w+)>")
_TELLING_MORE = frozenset({"object", "previous", "increment"})
_COMMON = frozenset("QNUB,")
_TIMEOUT = 1.0
"""Seconds of processor time for one construction in one sentence, which takes some millionths."""
_SHORT = 100
"""Codes among which no construction can take long; to watch the clock costs more than they do."""


@dataclass(frozen=True, slots=True)
class Construction:
    """What makes a number a figure: a pattern over chunk codes (see ``extractors.chunks``).

    A name in braces is a run of codes; a single letter is a code. The ``victims`` of a match are
    figures of the outcome that its harm word has, or of ``outcome``; ``only`` is the one that the
    construction is for, and with ``is_numeral`` "a man" is no number. With ``is_attributive`` the
    harm is told of the nearest noun: of the children in "one of the five children hurt". ``finds``
    shows sentences and the ranges read in them, ``skips`` sentences in which it finds nothing.
    """

    name: str
    pattern: str
    outcome: Outcome | None = None
    only: Outcome | None = None
    is_numeral: bool = False
    is_attributive: bool = False
    finds: dict[str, str] = field(default_factory=dict)
    skips: list[str] = field(default_factory=list)


def expression(construction: Construction) -> str:
    """The construction's pattern as a regular expression over codes.

    Raises:
        ValueError: if the pattern uses a name that is not known.
    """

    def fragment(match: regex.Match[str]) -> str:
        name = match[1]
        if name not in _NAMES:
            raise ValueError(f"{construction.name}: no such name in a pattern: {name}")
        return _NAMES[name]

    return _NAME.sub(fragment, construction.pattern).replace(" ", "")


class Matcher:
    """Finds a construction among codes; its expression is compiled when it is first needed.

    ``groups`` are the names of the groups that its matches have; ``is_plain`` says that these tell
    of nobody but the victims.
    """

    __slots__ = (
        "_in_order",
        "_others",
        "_pattern",
        "_rarest",
        "construction",
        "groups",
        "is_plain",
    )

    def __init__(
        self, construction: Construction, written: str, groups: list[str], needed: list[list[str]]
    ) -> None:
        """Take the construction's expression and codes of each of which a match has one.

        These are ``needed`` twice: in their order, and the rarest first.
        """
        self.construction, self.groups = construction, groups
        self.is_plain = _TELLING_MORE.isdisjoint(groups)
        self._pattern = pattern(written)
        self._in_order, (self._rarest, *self._others) = needed

    def may_match(self, present: frozenset[str]) -> bool:
        """Whether a sentence with these codes may hold it; the rarest are asked for first."""
        return not present.isdisjoint(self._rarest) and not any(
            map(present.isdisjoint, self._others)
        )

    def matches(self, codes: str) -> Iterator[regex.Match[str]]:
        """All matches, also those that overlap.

        Raises:
            TimeoutError: if finding them takes longer than any sentence is worth.
        """
        if not self._stands_in_order(codes):  # as nearly always
            return iter(())
        timeout = _TIMEOUT if len(codes) > _SHORT else None
        return self._pattern.finditer(codes, overlapped=True, timeout=timeout)

    def _stands_in_order(self, codes: str) -> bool:
        """Whether the codes that a match needs follow one another: far cheaper than to match."""
        start, length = 0, len(codes)
        for needed in self._in_order:
            first = length
            for code in needed:
                place = codes.find(code, start)
                if 0 <= place < first:
                    first = place
            if first == length:
                return False
            start = first + 1
        return True


def matchers(constructions: Sequence[Construction]) -> list[Matcher]:
    """What finds each of the constructions."""
    kept = keep("constructions", lambda: [_taken_apart(each) for each in constructions])
    return [Matcher(each, *parts) for each, parts in zip(constructions, kept, strict=True)]


def _taken_apart(construction: Construction) -> tuple[str, list[str], list[list[str]]]:
    """The expression, its groups, and codes of each of which a match has one.

    These come in their order, and the rarest first.
    """
    from casualties.extractors.constructions.necessary import (  # noqa: PLC0415 - what it finds is kept
        necessary_codes,
    )

    written = expression(construction)
    needed = ["".join(sorted(codes)) for codes in necessary_codes(written)]
    return written, _GROUP.findall(written), [needed, sorted(needed, key=_commonness)]


def _commonness(codes: str) -> tuple[bool, int]:
    return not _COMMON.isdisjoint(codes), len(codes)
