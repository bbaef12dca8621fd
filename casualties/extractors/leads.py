"""Whether words name what the lead tells of, so that the dead "of the mill" are all the dead."""

from __future__ import annotations

from collections.abc import Iterable

from casualties.extractors.analysis import Discourse
from casualties.extractors.novelty import find_called, find_stems
from casualties.lexicon import load

__all__ = ["is_of_lead"]

_FIRST, _LONGEST = 4, 400
"""In how many figures' sentences, and in how many characters of each, the words are looked for."""
_ANYWHERE = find_stems(
    [
        *load("doubts")["what_happened"],
        *load("parts")["victim_nouns"],
        *load("references")["anyone"],
    ]
)


def is_of_lead(words: Iterable[str], discourse: Discourse) -> bool:
    """Whether all the words stand in the lead, or tell again of its event: "the blaze", of a fire.

    Before anything was counted whatever is named is the lead's own.
    """
    if not discourse.figures:
        return True
    told = find_stems(figure.sentence[:_LONGEST] for figure in discourse.figures[:_FIRST])
    known = told | find_stems(find_called(told)) | _ANYWHERE
    return find_stems(words) <= known
