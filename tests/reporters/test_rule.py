import json

import jsonschema

from casualties.model import Explanation, Severity
from casualties.reporters import rule_json, rule_text
from casualties.reporters.schema import rules_schema

EXPLANATION = Explanation(
    code="CAS102",
    name="conflicting-bounds",
    severity=Severity.ERROR,
    what="Two bounds are of different counts.",
    why="Nobody who knows the first writes the second.",
    mend="Bring the older bound up to date.",
    flags=(("Storm kills at least 18", "At least 23 people were killed."), ("One paragraph.",)),
    passes=(("More than 100 people died. " * 4,),),
)


def test_a_page() -> None:
    assert rule_text.render([EXPLANATION]).splitlines() == [
        "CAS102 conflicting-bounds (error)",
        "=================================",
        "",
        "Two bounds are of different counts.",
        "",
        "Nobody who knows the first writes the second.",
        "",
        "It flags",
        "  - Storm kills at least 18",
        "    At least 23 people were killed.",
        "  - One paragraph.",
        "",
        "It passes",
        "  - More than 100 people died. More than 100 people died. More than 100 people",
        "    died. More than 100 people died.",
        "",
        "To mend the copy",
        "  Bring the older bound up to date.",
        "",
        "To silence it, on a line of its own above the one that is named",
        "  # casualties: ignore[CAS102] why the copy is right",
    ]


def test_pages_have_a_blank_line_between_them() -> None:
    page = rule_text.render([EXPLANATION])
    assert rule_text.render([EXPLANATION, EXPLANATION]) == f"{page}\n{page}"


def test_json_follows_its_schema() -> None:
    printed = json.loads(rule_json.render([EXPLANATION]))
    jsonschema.Draft202012Validator(rules_schema()).validate(printed)
    (rule,) = printed["rules"]
    assert rule["flags"][0] == ["Storm kills at least 18", "At least 23 people were killed."]
    assert rule["silence"] == "# casualties: ignore[CAS102] why the copy is right"
