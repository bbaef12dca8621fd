"""Harms that did not happen: hypotheticals, plans, denials, fears."""

from __future__ import annotations

from casualties.extractors.analysis import Analysis
from casualties.extractors.denials import ANYBODY
from casualties.extractors.phrases import Phrases
from casualties.extractors.words import HAZARDS
from casualties.lexicon import load
from casualties.model import Outcome
from casualties.patterns import either, pattern

__all__ = ["NEARLY", "PREVENTED", "is_imagined", "is_unreal"]

_WORDS = load("unreal")
_PLANS = frozenset(_WORDS["plans"])
_CONDITIONS = frozenset(_WORDS["conditions"])
_FOLLOWING = Phrases(_WORDS["following"], {})
_ASKING = frozenset(_WORDS["asking"])
_DENIED = frozenset(_WORDS["denied"])
_HEARSAY = frozenset(_WORDS["hearsay"])
_CAME = frozenset(_WORDS["came_to"])
_WELL = frozenset(_WORDS["well"])
_FOUND = frozenset(load("parts")["found"])
_VERBAL = frozenset("aBHTfxc")
_DEFINITE = frozenset({"the", "those", "these"})
_MANY = 2

_EXPECTED = frozenset(_WORDS["expected"])
_EXPECTING = pattern(
    rf"{either(_WORDS['expected'])} to (?:still )?{either(_WORDS['get_there'])}"
    r"(?: (?!from\b)[\w,.]+){0,4}$"
)
_NEAR, _FAR = 6, 12
_BREAKS = frozenset({";", ":", "."})
_DEPLORED = frozenset(_WORDS["deplored"])
_JOINING = frozenset({"and", "but", "or", ","})

NEARLY = frozenset({"nearly", "almost"})
_OBLIGED = frozenset(_WORDS["obliged"])
PREVENTED = frozenset(_WORDS["prevented"])


def is_unreal(analysis: Analysis, harm: int, victims: int) -> bool:
    """Whether the harm did not happen: "could have killed", "were not hurt", "if 40 die".

    ``harm`` is the chunk that says what happened, -1 where the victims at ``victims`` say so.
    """
    codes = analysis.codes
    if _is_known(analysis, harm, victims) or _is_told_ahead(analysis, victims):
        return False
    if harm < 0:
        return _is_averted(analysis, victims)
    named = analysis.chunks[victims : victims + 1]  # none, where the text breaks off
    is_anybody = any(analysis.texts[each.first] in ANYBODY for each in named)
    at = harm - 1
    while at >= 0 and codes[at] in _VERBAL:
        if (codes[at] == "x" and not is_anybody) or analysis.words_in(at) & NEARLY:
            return True
        at -= 1
    is_plan = codes[harm - 1 : harm + 1] == "fb" and not _came_to(analysis, harm - 1)
    is_to_come = is_plan or _is_expected(analysis, victims)
    if is_to_come or _is_supposed(analysis, at, harm, victims):
        return True
    if analysis.chunks[harm].outcome is Outcome.MISSING and _is_traced(analysis, harm):
        return True
    clause = harm
    while clause > 0 and codes[clause - 1] not in ",;:":
        clause -= 1
    chunks = analysis.chunks
    words = analysis.texts[chunks[clause].first : chunks[harm].first]
    is_conditional = _is_conditional(words) or _follows_from_condition(analysis, harm)
    if is_conditional or _is_denied(words) or " ".join(words[-2:]) in _OBLIGED:
        return True
    if is_anybody and "without" in words:  # "without killing anyone"
        return False
    return codes[harm] in "gm" and bool(_PLANS & set(words[-4:]))


def _is_expected(analysis: Analysis, victims: int) -> bool:
    """Whether a toll has yet to get there: "is likely to be above 100", "expected to reach 80"."""
    if _EXPECTED.isdisjoint(analysis.vocabulary) or victims >= len(analysis.chunks):
        return False
    chunk = analysis.chunks[victims]
    told = " ".join(analysis.texts[max(0, chunk.first - _NEAR) : chunk.last])
    return _EXPECTING.search(told) is not None


def _came_to(analysis: Analysis, to: int) -> bool:
    """Whether it is what an event did: "how the fire came to kill 226 people"."""
    is_event = any(word in HAZARDS for word in analysis.words_in(to - 2)) if to > 1 else False
    return is_event and not _CAME.isdisjoint(analysis.words_in(to - 1))


_TIMES = either(_WORDS["on_which"])
# "the fire that would claim 12 lives", "on the night that 12 people would die", "the hall where"
_LEADING_UP = pattern(
    rf"\bthe (?:\w+ )?{either(sorted(HAZARDS))} (?:that|which) would"
    r"(?: (?:go on to|later|soon|eventually))? \w+(?: the lives of)?$"
)
_ON_WHICH = pattern(rf"\bthe {_TIMES}(?: (?:that|when|on which))?$|\bthe \w+ (?:where|in which)$")
_IN_DANGER = _CONDITIONS | frozenset(_WORDS["feared_to_come"])


def _is_told_ahead(analysis: Analysis, victims: int) -> bool:
    """Whether "would" tells what then happened: "the 12 who would die", "the fire that would kill".

    Or "on the night that 12 people would die".
    """
    words = analysis.vocabulary
    if "would" not in words or not 0 <= victims < len(analysis.chunks):
        return False
    if not _IN_DANGER.isdisjoint(words):
        return False
    chunk = analysis.chunks[victims]
    behind = analysis.texts[chunk.last : chunk.last + 3]
    first = chunk.number.first if chunk.number is not None else chunk.first
    head = " ".join(analysis.texts[max(0, first - _FAR) : first])
    if _LEADING_UP.search(head) is not None:
        return True
    if "have" in behind:
        return False
    if behind[:2] == ["who", "would"]:
        number = chunk.number
        return number is not None and not analysis.words_of(number).isdisjoint(_DEFINITE)
    return behind[:1] == ["would"] and _ON_WHICH.search(head) is not None


def _is_deplored(analysis: Analysis, modal: int) -> bool:
    """Whether "should" tells what did happen: "a scandal that 12 people should have died".

    Or "That 12 people should die at work is a disgrace".
    """
    words, at = analysis.texts, analysis.chunks[modal].first
    if words[at] != "should" or "that" not in words[:at]:
        return False
    that = at - 1 - words[at - 1 :: -1].index("that")
    return analysis.opening == "that" or not _DEPLORED.isdisjoint(words[max(0, that - 2) : that])


def _is_known(analysis: Analysis, harm: int, victims: int) -> bool:
    """Whether it is "if he is among the 31 dead", "none of the 14 deaths will go unpunished"."""
    if harm not in (-1, victims + 1) or analysis.codes[max(harm, victims)] not in "Fekl":
        return False
    number = analysis.chunks[victims].number if victims < len(analysis.chunks) else None
    if number is None or not number.is_plain or (number.value or 0) < _MANY:
        return False
    words = analysis.words_of(number)
    is_named = harm < 0 or analysis.codes[harm + 1 : harm + 2] not in ("B", "H", "P")
    return not words.isdisjoint(_DEFINITE) and is_named


def _is_supposed(analysis: Analysis, before: int, harm: int, victims: int) -> bool:
    """Whether a modal verb governs the harm: "could have killed 40"; what is deplored came about.

    ``before`` is the chunk in front of the verbs of the harm.
    """
    codes = analysis.codes
    if "M" not in codes:  # as nearly always
        return False
    supposed = _SUPPOSED.search(codes, 0, victims)
    modals = [supposed.start() if supposed else before, codes.find("M", harm, victims)]
    for modal in modals:  # the second one is that of "the toll could have reached 300"
        if modal >= 0 and codes[modal] == "M" and not _is_estimate(analysis, modal):
            return not _is_deplored(analysis, modal)
    # "might, police said, have killed 300"
    return codes[harm] == "k" and codes[harm - 1] == "H" and _is_split_modal(analysis, harm)


def _is_conditional(words: list[str]) -> bool:
    """Whether it is told under a condition: "if 40 die", but not "hid as if they were thieves"."""
    return any(
        word in _CONDITIONS
        and words[at - 1 : at] != ["as"]
        and not _is_asked_of_event(words[max(0, at - 1)], words[at:])
        for at, word in enumerate(words)
    )


def _follows_from_condition(analysis: Analysis, at: int) -> bool:
    """Whether it is "If they are not found, then we have 79 deaths", "..., that makes 79 dead"."""
    words = [word for word in analysis.texts[: analysis.chunks[at].first] if word != '"']
    near = words[-_NEAR:]
    is_near = bool(_FOLLOWING.texts(near)) and _BREAKS.isdisjoint(near)
    return is_near and words[0] in _CONDITIONS


def _is_asked_of_event(verb: str, clause: list[str]) -> bool:
    """Whether it is "to learn if a leak was behind the crash in which 11 died": they did die."""
    at = clause.index("which") if "which" in clause else 0
    return verb in _ASKING and at > 1 and clause[at - 2] in HAZARDS


def _is_denied(words: list[str]) -> bool:
    """Whether it is what somebody denied: "denied reports on sites that twelve had died"."""
    if "that" not in words:
        return False
    said = words.index("that") - 1
    before = range(max(0, said - _NEAR), said + 1)
    return any(
        words[at] in _DENIED
        and (at == said or words[at + 1] in _HEARSAY)
        and _JOINING.isdisjoint(words[at : said + 1])
        for at in before
    )


# "it might have left 12 dead", "it could have been 12 dead", "we would be talking of 12 dead"
_SPLIT_MODAL = pattern(r"M,[^,]{1,7},a?Ha?$")
_CLAUSE = pattern(r"[^,;:.c]*")
_SUPPOSED = pattern(r"M(?:[aH]{0,3}[LC]|a?Ha?B|a?Ba?[yzw][oP])a?D?$")


def is_imagined(analysis: Analysis, victims: int) -> bool:
    """Whether those called dead might have been: "We could be looking at 30 dead children"."""
    return "M" in analysis.codes and _SUPPOSED.search(analysis.codes, 0, victims) is not None


def _is_estimate(analysis: Analysis, modal: int) -> bool:
    """Whether it is "may have", which hedges a count of what did happen."""
    return "may" in analysis.words_in(modal) and "H" in analysis.codes[modal + 1 : modal + 4]


def _is_split_modal(analysis: Analysis, harm: int) -> bool:
    return _SPLIT_MODAL.search(analysis.codes[:harm]) is not None


def _is_traced(analysis: Analysis, harm: int) -> bool:
    """Whether the clause goes on to say that they are well: "eight missing were found alive"."""
    clause = _CLAUSE.match(analysis.codes[harm + 1 :])
    last = analysis.chunks[harm + (clause.end() if clause else 0)].last
    words = set(analysis.texts[analysis.chunks[harm].last : last])
    return bool(words & _FOUND and words & _WELL)


def _is_averted(analysis: Analysis, index: int) -> bool:
    """Whether counted deaths are only feared or prevented: "thousands of deaths could be ..."."""
    codes = analysis.codes
    is_past_loss = codes[index - 1 : index] == "O" and codes[index + 1 : index + 3] == "MH"
    if is_past_loss:
        return False  # "The loss of 12 lives could have been avoided"
    if codes[index + 1 : index + 3] == "Mx":
        return False  # "a figure of 12 deaths could not be verified"
    if codes[index + 1 : index + 2] == "M" or codes[max(0, index - 2) : index - 1] == "M":
        return True  # "Deaths could be averted", "we will have 117 deaths"
    if _follows_from_condition(analysis, index):
        return True
    first = analysis.chunks[index].first
    near = analysis.tokens[max(0, first - 6) : first]
    before = {t.text for t in near if t.text != "may" or not t.is_capital}
    return not (before.isdisjoint(PREVENTED) and before.isdisjoint(_CONDITIONS))
