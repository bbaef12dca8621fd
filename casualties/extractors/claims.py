"""Chunks to claims: which quantities of a sentence the constructions make casualty figures."""

from __future__ import annotations

from dataclasses import dataclass

from casualties.extractors.chunks import Chunk
from casualties.extractors.constructions import PATTERNS
from casualties.extractors.tokens import Token
from casualties.model import Outcome, Scope

__all__ = ["Claim", "find_claims"]

_VERBAL = frozenset("aBHTfxc")


@dataclass(slots=True)
class Claim:
    """A quantity that is a figure: chunk ``index``, its outcome, the scope where words give it.

    ``group`` numbers the lists of quantities that one harm word takes together; ``name`` is the
    construction's.
    """

    index: int
    outcome: Outcome
    scope: Scope | None
    group: int
    name: str
    harm: int


def find_claims(tokens: list[Token], chunks: list[Chunk]) -> dict[int, Claim]:
    """The claims of a sentence by the index of their chunk."""
    codes = "".join(chunk.code for chunk in chunks)
    claims: dict[int, Claim] = {}
    group = 0
    for construction, pattern in PATTERNS:
        for match in pattern.finditer(codes, overlapped=True):
            group += 1
            groups = match.re.groupindex
            harm_at = match.start("harm") if "harm" in groups and match["harm"] else -1
            outcome = construction.outcome
            if harm_at >= 0:
                outcome = outcome or _outcome(tokens, chunks, match)
                if _is_unreal(codes, harm_at, tokens, chunks):
                    continue
            start, end = match.span("victims")
            if outcome is None and codes[start] == "F":
                outcome = chunks[start].outcome
            if outcome is None or (construction.only and outcome is not construction.only):
                continue
            if construction.name == "deaths-counted" and _is_plan(codes, start, tokens, chunks):
                continue
            for index in range(start, end):
                if index in claims or codes[index] not in "QNUFjl":
                    continue
                if (
                    codes[index] != "j"
                    and index
                    and codes[index - 1] == "j"
                    and codes[index] != "F"
                ):
                    continue
                scope = Scope.PART if harm_at >= 0 and codes[harm_at] == "A" else None
                claims[index] = Claim(index, outcome, scope, group, construction.name, harm_at)
            if "previous" in groups and match["previous"]:
                index = match.start("previous")
                claims.setdefault(
                    index, Claim(index, outcome, Scope.PREVIOUS, group, construction.name, harm_at)
                )
    return claims


def _outcome(tokens: list[Token], chunks: list[Chunk], match: object) -> Outcome | None:
    harm: str = "harm"
    at = match.start(harm)  # type: ignore[attr-defined]
    first = chunks[at].outcome
    if "second" in match.re.groupindex and match["second"]:  # type: ignore[attr-defined, index]
        second = chunks[match.start("second")].outcome  # type: ignore[attr-defined]
        if {first, second} == {Outcome.KILLED, Outcome.INJURED}:
            words = {t.text for t in tokens[chunks[at].first : chunks[at + 2].last]}
            if "shot" in words or "stabbed" in words:
                return Outcome.KILLED
            return Outcome.CASUALTIES
        if Outcome.KILLED in (first, second):
            return Outcome.KILLED
    return first


_UNREAL_VERBS = frozenset(
    "plot plotted plotting plan planned planning threatened threatening threat threatens tried trying attempt attempted attempting want wanted conspiracy conspiring conspired intent intending intended vowed ordered order aimed hoping sought prepared".split()
)


def _is_plan(codes: str, at: int, tokens: list[Token], chunks: list[Chunk]) -> bool:
    """Whether a count of deaths is only feared, prevented or supposed."""
    if codes[at + 1 : at + 2] == "M":
        return True
    before = [t.text for t in tokens[chunks[max(0, at - 4)].first : chunks[at].first]]
    return bool(
        {
            "could",
            "would",
            "might",
            "may",
            "if",
            "prevent",
            "avoid",
            "averted",
            "prevented",
            "avoided",
        }
        & set(before)
    )


def _is_unreal(codes: str, harm: int, tokens: list[Token], chunks: list[Chunk]) -> bool:
    """Whether the harm did not happen: "could have killed", "were not hurt", "if 40 die"."""
    at = harm - 1
    while at >= 0 and codes[at] in _VERBAL:
        if codes[at] == "x":
            return True
        at -= 1
    if at >= 0 and codes[at] == "M":
        return True
    if codes[harm] == "b" and harm and codes[harm - 1] == "f":
        return True
    clause = harm
    while clause > 0 and codes[clause - 1] not in ",;:":
        clause -= 1
    words = [t.text for t in tokens[chunks[clause].first : chunks[harm].first]]
    if {"if", "unless"} & set(words):
        return True
    return codes[harm] in "g" and bool(_UNREAL_VERBS & set(words[-4:]))
