"""Comments that silence findings. What flags and passes CAS901 is tested with the other rules."""

import pytest

import casualties
from casualties.model import Verdict
from casualties.readers import read_text

WRONG = "Nine drown off Orlo\n\nA ferry sank on Sunday, killing 12 people."
UNUSED = '"{}" silences nothing'


def found(text: str) -> list[tuple[int | None, str]]:
    return [(finding.line, finding.code) for finding in casualties.check(text).findings]


def messages(text: str) -> list[str]:
    return [finding.message for finding in casualties.check(text).findings]


@pytest.mark.parametrize(
    "comment",
    [
        "# casualties: ignore[CAS101] the coroner's count",
        "% casualties: ignore[CAS101]",
        "#casualties:ignore[CAS101]",
        "  ## casualties: ignore [cas101] indented, and in small letters",
        "# casualties: ignore[contradictory-figures]",
        "# casualties: ignore-file[CAS101]",
        "# casualties: disable[CAS101]",
    ],
)
def test_a_comment_above_the_line_silences_its_finding(comment: str) -> None:
    assert found(WRONG) == [(1, "CAS101")]
    assert found(f"{comment}\n{WRONG}") == []
    assert found(f"{comment}\r\n{WRONG}") == []
    assert found(f"\ufeff{comment}\n{WRONG}") == []


def test_it_names_a_finding_and_not_all() -> None:
    doubtful = "At least nine drown off Orlo\n\nA ferry sank, and nine people drowned."
    assert found(doubtful) == [(1, "CAS103")]
    assert found(f"# casualties: ignore[CAS101]\n{doubtful}") == [(1, "CAS901"), (2, "CAS103")]


def test_several_rules_in_one_comment() -> None:
    both = f"# casualties: ignore[CAS101, CAS102] why\n{WRONG}"
    assert messages(both) == [UNUSED.format("ignore[CAS102]")]


def test_comments_on_top_of_each_other_are_of_one_line() -> None:
    both = f"# casualties: ignore[CAS102]\n# casualties: ignore[CAS101]\n{WRONG}"
    assert messages(both) == [UNUSED.format("ignore[CAS102]")]


def test_a_comment_is_of_the_whole_passage_below_it() -> None:
    wrapped = (
        "A ferry with a cargo of salt and a choir on board that sank\n"
        "off Orlo on Sunday night has killed nine people, it was said.\n\n"
        "The ferry killed 12 people. The ferry killed 12 people."
    )
    assert found(wrapped) == [(2, "CAS101")]
    assert found(f"# casualties: ignore[CAS101]\n{wrapped}") == []
    first, second = wrapped.split("\n", 1)
    assert found(f"{first}\n# casualties: ignore[CAS101]\n{second}") == []
    assert casualties.extract(f"{first}\n# casualties: ignore[CAS101]\n{second}")[0].line == 3


def test_from_disable_to_enable() -> None:
    region = "# casualties: disable[CAS101]\n{}\n\n# casualties: enable[contradictory-figures]\n{}"
    headline, body = WRONG.split("\n\n")
    assert found(region.format(headline, body)) == []
    assert found(region.format("Ferry sinks", WRONG)) == [(1, "CAS901"), (5, "CAS101")]


def test_twice_disabled() -> None:
    text = f"# casualties: disable[CAS101]\n# casualties: disable[CAS101]\n{WRONG}"
    assert found(text) == [(2, "CAS901")]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignore[CAS10]", 'there is no rule "CAS10": did you mean CAS10'),
        ("ignore[zzz]", 'there is no rule "zzz": see casualties rule --all.'),
        ("ignore", '"ignore" names no rule, as "ignore[CAS102]" does'),
        ("ignore[]", '"ignore" names no rule, as "ignore[CAS102]" does'),
        ("silence[CAS101]", 'there is no "silence", but ignore, ignore-file, disable, enable'),
        ("enable[CAS101]", '"enable[CAS101]" silences nothing'),
    ],
)
def test_a_comment_with_a_slip_is_reported_and_silences_nothing(comment: str, message: str) -> None:
    first, second = casualties.check(f"# casualties: {comment}\n{WRONG}").findings
    assert (first.code, first.line, first.column, first.figures) == ("CAS901", 1, 3, ())
    assert first.message.startswith(message)
    assert second.code == "CAS101"


def test_a_report_of_a_comment_can_be_silenced_too() -> None:
    kept = "# casualties: ignore-file[CAS901] a template\n# casualties: ignore[CAS102]\n"
    assert found(kept + "Nine people drowned.") == []
    assert found("# casualties: ignore-file[CAS901]\nNine people drowned.") == [(1, "CAS901")]


def test_what_is_silenced_makes_no_verdict() -> None:
    silenced = casualties.check(f"# casualties: ignore[CAS101]\n{WRONG}")
    assert {item.verdict for item in silenced.line_items} == {Verdict.CONSISTENT}


@pytest.mark.parametrize(
    "line",
    ["# Casualties: 12 dead", "# casualties: 12", "# 12 dead", "A casualties: ignore[CAS101]"],
)
def test_other_lines_are_passages(line: str) -> None:
    document = read_text(f"Ferry sinks\n\n{line}\n\nThe end.")
    assert (document.comments, len(document.passages)) == ((), 3)


def test_a_comment_is_no_passage() -> None:
    text = "Ferry sinks\n\n# casualties: ignore[CAS101] 12 people died\n\nThe end."
    document = read_text(text)
    assert [passage.text for passage in document.passages] == ["Ferry sinks", "The end."]
    assert document.text == text
    assert document.comments[0].text == "casualties: ignore[CAS101] 12 people died"


FALSE = "The blast killed 12 people. The blast killed nine people."


@pytest.mark.parametrize(
    "above",
    [
        '"They shelled us," said Ann Rill.',
        '"They shelled us.\n\n"They left," said Ann Rill.',
        "“They shelled us,” said Ann Rill, “and left.”",
        "'They shelled us,' said Ann Rill.",
        "‘They shelled us,’ said Ann Rill.",
        "The town's farmers' market had 12\" pipes, in the '90s and today.",
        "It was in the '90s.\n",
        "They sang rock ‘n’ roll.",
        "«They left», said Ann Rill.",
        '# casualties: ignore-file[CAS101] "as quoted',
    ],
)
def test_what_stands_behind_a_quotation_is_in_none(above: str) -> None:
    assert found(f'{above}\n# casualties: ignore-file[CAS101] 5" pipes\n\n{FALSE}') == []


@pytest.mark.parametrize(
    "text",
    [
        '"They shelled us.\n{}\nThey left," said Ann Rill.',
        '"They shelled us.\n\n{}\n\n"They left," said Ann Rill.',
        '("They shelled us.\n{}\nThey left.")',
        "“They shelled us, the ‘army’.\r\n{}\r\nThey left,” said Ann Rill.",
        "'They shelled us.\n{}\nThey left,' said Ann Rill.",
        "‘They’ve shelled us.\n{}\nThey left,’ said Ann Rill.",
        "«They shelled us.\n{}\nThey left», said Ann Rill.",
        '" They shelled us.\n{}\nThey left ", said Ann Rill.',
    ],
)
def test_a_comment_in_a_quotation_silences_nothing(text: str) -> None:
    quoting = text.format("# casualties: ignore-file[CAS101]")
    codes = [code for _, code in found(f"{quoting}\n\nThe end.\n\n{FALSE}")]
    assert sorted(codes) == ["CAS101", "CAS901"]
    (message,) = [each for each in messages(f"{quoting}\n\n{FALSE}") if "quotation" in each]
    assert message == '"ignore-file" stands within a quotation, and silences nothing'
    assert "casualties: ignore-file[CAS101]" in "".join(p.text for p in read_text(quoting).passages)


def test_of_two_comments_in_a_quotation_neither_counts() -> None:
    comments = "# casualties: ignore-file[CAS101]\n# casualties: ignore-file[CAS101]"
    text = f'"They left.\n{comments}\nThat is all."\n\n{FALSE}'
    assert [code for _, code in found(text)] == ["CAS901", "CAS901", "CAS101"]
