"""What a text tells as the count of somebody else: "residents swear that", "a list of 12 supposed".

Such a number is no slip for the one of headline and lead, whoever gave that: the reader is told
that it is another claim.
"""

from __future__ import annotations

import regex

from casualties.extractors.elsewhere import REFERENCE
from casualties.lexicon import load
from casualties.model import Figure
from casualties.patterns import either, pattern

__all__ = ["is_hearsay", "where_accounts_differ"]

_WORDS = load("doubts")
_COUNT = either(load("sources")["counts"])
_KEPT = either(load("sources")["kept"])
# As in "Officials did not agree on the number", or "they got a bigger number"
_DIFFER = pattern(
    rf"{either(_WORDS['accounts'])} (?:\w+ ){{0,3}}?{either(_WORDS['differ'])}"
    rf"|{either(_WORDS['reach'])} (?:a|another) {either(_WORDS['other_count'])}"
    rf"|{either(_WORDS['unlike'])} {either(_WORDS['counts_of'])}"
    # "Survivors put the number of dead far higher"
    rf"|\b(?:puts?|set|rates?) the (?:[\w-]+ )?{_COUNT}(?: of (?:the )?\w+)? (?:\w+ )?"
    r"(?:higher|lower)\b"
    rf"|\b(?:a|another) {either(_WORDS['other_count'])} (?:came|comes|was given) (?:from|by)\b",
    regex.IGNORECASE,
)
# "Television put the toll at 59, but the coast guard stuck to its own figure."
_OWN = "(?:its|their|his|her)"
_STANDS_BY = pattern(
    rf"\b(?:{either(_WORDS['standing_by'])} {_OWN}(?: own)?|{either(_WORDS['keeping'])} {_OWN} own)"
    rf" {_COUNT}s?\b|\ban? {_COUNT} of {_OWN} own\b",
    regex.IGNORECASE,
)
_SUPPOSED = pattern(either(_WORDS["supposed"]), regex.IGNORECASE)
_BREAK = pattern(r";|, (?:and|but|while|whereas|although)\b", regex.IGNORECASE)
_LISTS = load("reconciliation")
_OFFICE = either(
    [
        word
        for kind in (
            "authorities",
            "public",
            "agencies",
            "services",
            "governing",
            "medics",
            "clinics",
        )
        for word in (*_LISTS[kind], *(f"{word}s" for word in _LISTS[kind]))
    ]
    + _WORDS["inquiring"]
)
# "Police have a list of 14 dead", "a plaque will give the names of 14"
_OF_NOBODY = (
    rf"(?<!\b(?:{_OFFICE}|{either(_WORDS['monuments'])})"
    r"(?: (?:in|of|at|for|on)(?: [\w'’-]+){1,3})?"
    r"(?: (?:will|would|is to|now|still|has|have))? )"
)
# "One thing was certain: 19 died" is nobody's opinion
_SURE = (
    r"(?<!\b(?:what|thing|it|all|much|this|that|there)(?: (?:is|was|were|seems|be))?"
    rf"(?: [\w'’-]+)? ){either(_WORDS['positive'])}"
)
# "An unverified list", "a count that circulated online"
_THE_CLAIM = rf"(?:{either(_WORDS['claims'])}|{_COUNT})"
_DOUBTED = (
    rf"(?:{either(_WORDS['unofficial'])},? (?:[\w'’-]+ ){{0,2}}?{_THE_CLAIM}"
    rf"|{_THE_CLAIM},? (?:[\w'’-]+ ){{0,4}}?{either(_WORDS['unofficial'])})"
)
# What is believed is the number, and not what caused "the fire that killed 12".
_OF_A_CLAIM = (
    rf"(?:(?:[\w'’-]+ ){{0,3}}that[ ,:]+)?(?:(?!{either(_WORDS['restating'])})[\w'’-]+ ){{0,8}}\W*$"
)
_CLAIM = pattern(
    rf"(?:{either(_WORDS['opining'] + _WORDS['claiming'])}[,:]?|{_SURE},?) {_OF_A_CLAIM}"
    # "Talk in the cafes was of 40", "their own count, kept in secret, comes to 40"
    rf"|\btalk (?:[\w'’-]+ ){{0,4}}(?:is|was) of $|\b{_OWN} own {_COUNT}s?\b[^;:]*$"
    # "came back with a count of 66", "have the names of 66"
    rf"|{_OF_NOBODY}{either(_WORDS['presenting'])} (?:[\w'’-]+ ){{0,3}}?"
    rf"(?:{_COUNT}|names)(?: of(?: the)?)? $"
    rf"|{either(_WORDS['outlets'])}(?: [\w'’-]+){{0,5}}?,? (?:still )?"
    rf"{either(_WORDS['printing'])} $"
    # "A tally kept by the daily Kurier stood at 40"
    rf"|\ban?(?:other)? (?:[\w'’-]+ )?{either(_WORDS['tallies'])},? (?:[\w'’-]+,? ){{0,7}}?"
    rf"(?:by|from|{_KEPT}) (?!(?:by )?(?:[\w'’-]+ ){{0,3}}?{_OFFICE}\b)[^;:]*$"
    # "Reports by two agencies of 40 dead", "online, the count stood at 40"
    rf"|\breports (?:(?:by|from|in|on) (?:[\w'’-]+ ){{1,5}}?)?(?:of|that) $"
    r"|^\W*(?:online|on social media|on the internet),? [^;:,]*$"
    rf"|{_DOUBTED},? {_OF_A_CLAIM}|{either(_WORDS['vouched_by_nobody'])}[^;:]*$"
    rf"|{either(_WORDS['rumours'])} (?:[\w'’-]+ ){{0,4}}?{either(_WORDS['spreading'])} "
    rf"{_OF_A_CLAIM}",
    regex.IGNORECASE,
)
# "The storm claimed 40 lives"
_CLAIM_OF = pattern(r"\bclaim(?:s|ed|ing)? $", regex.IGNORECASE)
_LIVES = pattern(r"\b(?:lives?|victims?)$", regex.IGNORECASE)
# "17, three more than the police have given", "four more than the official toll"
_HIGHER = pattern(
    r"[^;:]*\b(?:more|fewer|higher|lower) than (?:the |its )?"
    rf"(?:(?:[\w'’-]+ ){{1,4}}{either(_WORDS['given'])}"
    rf"|(?:[\w'’-]+ )?{either(_WORDS['up_to_date'])} (?:[\w-]+ )?{_COUNT}\b)",
    regex.IGNORECASE,
)
_TOTAL = pattern(rf"an? {_COUNT} of\b", regex.IGNORECASE)
# "A note by the brokers, which": the article's own are "the latest figures"
_ACCORDING = pattern(
    rf"\baccording to (?!(?:the |its )?{either(_WORDS['up_to_date'])})", regex.IGNORECASE
)
# "spoke of 31 dead, a figure that the police said was wrong", and not "which he denied causing"
_DISOWNED = pattern(
    rf"[^.;:]{{0,60}}?,[\"'”’]? (?:an? (?:\w+ )?{_COUNT}\b[^.;:]*{either(_WORDS['disowned'])}"
    rf"|which\b[^.;:,]*{either(_WORDS['disowned'])}(?=[.,;]|$))",
    regex.IGNORECASE,
)
# "40 names circulated online", "40 died, according to an unverified list"
_AFTER = pattern(
    rf"[^;:]*(?:{either(_WORDS['vouched_by_nobody'])}"
    rf"|(?:,| (?:in|by|from|on|to)) (?:(?:an?|the|one|some) )?{_DOUBTED})"
    rf"|(?: (?:dead|deaths|names|victims)){{0,2}},? {either(_WORDS['unofficial'])}",
    regex.IGNORECASE,
)


def where_accounts_differ(text: str) -> int | None:
    """From where on a passage tells of accounts that differ; None where it does not say so."""
    if _STANDS_BY.search(text):
        return 0
    differ = _DIFFER.search(text)
    return differ.end() if differ is not None else None


def is_hearsay(figure: Figure) -> bool:
    """Whether its sentence tells its number as a claim that neither the article nor a source makes.

    As in "Rumours in the bazaar have it that 40 people died". What the text itself disowns ("31, a
    figure that the police denied") is one even with a source.
    """
    if _DISOWNED.match(figure.tail):
        return True
    if figure.source is not None:
        return False
    if _SUPPOSED.search(figure.text) or _HIGHER.match(figure.tail):
        return True
    if REFERENCE.match(figure.text):
        return False
    before, behind = _BREAK.split(figure.head)[-1], _BREAK.split(figure.tail)[0]
    if total := _TOTAL.match(figure.text):
        before += f"{total[0]} "
    if _CLAIM_OF.search(before) and not _LIVES.search(figure.text):
        return True
    return any(
        told is not None
        for told in (
            _CLAIM.search(before),
            _ACCORDING.search(before),
            _ACCORDING.search(behind),
            _AFTER.match(behind),
        )
    )
