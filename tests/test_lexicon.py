"""The word lists hold what their readers expect, and nothing that no reader asks for."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

import casualties.lexicon
from casualties.lexicon import load
from casualties.model import Outcome, Qualifier
from casualties.ranges import Range

PACKAGE = Path(casualties.lexicon.__file__).parent
NAMES = sorted(path.stem for path in PACKAGE.glob("*.toml"))
MODULES = sorted(PACKAGE.parent.rglob("*.py"))


def _word(text: str) -> str:
    assert text == text.lower(), f"{text!r} is not in lower case"
    assert text == " ".join(text.split()), f"{text!r} has blanks to spare"
    assert not set(text) & set("’‘“”"), f"{text!r} has a curly mark"
    return text


def _listed(phrases: list[str]) -> list[str]:
    twice = [phrase for phrase, count in Counter(phrases).items() if count > 1]
    assert not twice, f"stands twice: {twice}"
    assert phrases, "is empty"
    return phrases


def _notation(claims: str) -> str:
    assert str(Range.parse(claims)) == claims
    return claims


def _outcome(name: str) -> str:
    return Outcome(name).value


def _qualifier(name: str) -> str:
    return Qualifier(name).value


Word = Annotated[str, AfterValidator(_word)]
Words = Annotated[list[Word], AfterValidator(_listed)]
Notation = Annotated[str, AfterValidator(_notation)]
Natural = Annotated[int, Field(ge=0)]


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Nobody(Model):
    pronouns: Words
    determiners: Words
    not_before: Words


class Numbers(Model):
    cardinals: dict[Word, Natural]
    magnitudes: dict[Word, Natural]
    loose: dict[Word, Natural]
    round: dict[Word, Natural]
    sets: dict[Word, Natural]
    vague: dict[Word, Notation]
    multipliers: dict[Word, Notation]
    none: Nobody


class QualifierEntry(Model):
    name: Annotated[str, AfterValidator(_qualifier)]
    claims: Notation
    before: Words
    after: Words = Field(default=["none"])
    fall: Words = Field(default=["none"])


class Additional(Model):
    before: Words
    after: Words


class Qualifiers(Model):
    change: Words
    moved: Words
    hedges: Words
    blamed_over: Words
    spoken_about: Words
    qualifier: list[QualifierEntry]
    additional: Additional


class OutcomeEntry(Model):
    outcome: Annotated[str, AfterValidator(_outcome)]
    past: Words = Field(default=["none"])
    participle: Words = Field(default=["none"])
    gerund: Words = Field(default=["none"])
    present: Words = Field(default=["none"])
    die: Words = Field(default=["none"])
    state: Words = Field(default=["none"])
    noun: Words = Field(default=["none"])
    toll: Words = Field(default=["none"])
    wound: Words = Field(default=["none"])
    grade: Words = Field(default=["none"])
    broken: Words = Field(default=["none"])
    after: Words = Field(default=["none"])
    fall: Words = Field(default=["none"])
    member: Words = Field(default=["none"])
    carried: Words = Field(default=["none"])
    houses: Words = Field(default=["none"])
    hits: Words = Field(default=["none"])
    hitting: Words = Field(default=["none"])
    shots: Words = Field(default=["none"])
    damaged: Words = Field(default=["none"])
    body_parts: Words = Field(default=["none"])
    done_to_them: Words = Field(default=["none"])
    burned_parts: Words = Field(default=["none"])
    swerves: Words = Field(default=["none"])
    bites: Words = Field(default=["none"])
    biting: Words = Field(default=["none"])
    biters: Words = Field(default=["none"])
    ill: Words = Field(default=["none"])
    leaving: Words = Field(default=["none"])
    poisons: Words = Field(default=["none"])
    fates: Words = Field(default=["none"])
    unknown: Words = Field(default=["none"])
    held: Words = Field(default=["none"])
    given_up: Words = Field(default=["none"])


class Outcomes(Model):
    harmed_anyhow: Words
    means: Words
    aimed: Words
    attacking: Words
    several: Words
    struck: Words
    carrying: Words
    lives_ended: Words
    lives_paid: Words
    hazards: Words
    souls: Words
    places: Words
    aboard: Words
    reduced: Words
    deadly: Words
    fallen: Words
    serving: Words
    word: list[OutcomeEntry]


class People(Model):
    endings: Words
    masses: Words
    reported: Words
    generic: Words
    attacker: Words
    specific: Words
    peoples: Words
    agents: Words
    no_agents: Words
    fighters: Words
    attacked: Words
    blowing: Words
    selves: Words
    plurals: dict[Word, Words]
    same: dict[Word, Word]


class Grammar(Model):
    not_adverbs: Words
    articles: Words
    definite: Words
    everyone: Words
    known: Words
    among: Words
    classes: dict[Word, Words]


class Presets(Model):
    vague: dict[Word, dict[Word, Notation]]


class Reconciliation(Model):
    roles: Words
    offices: Words
    heads: Words
    posts: Words
    ranks: Words
    filling: Words
    particles: Words
    papers: Words
    forces: Words
    firms: Words
    of_state: Words
    press: Words
    condition: Words
    handled: Words
    bodies_of: dict[Word, Words]
    authorities: Words
    public: Words
    governing: Words
    agencies: Words
    news: Words
    services: Words
    areas: Words
    local_heads: Words
    groups: Words
    medics: Words
    clinics: Words
    outsiders: Words
    rivals: Words
    circles: Words
    no_outsiders: Words
    fronts: Words
    bodies: Words
    many: Words
    another: Words
    contesting: Words
    verifying: Words
    at_first: Words
    first_accounts: Words
    killer_dead: Words
    and_another: Words
    also_died: Words
    summing: Words
    killers: Words
    counting_in: Words
    along_with: Words
    counted_in: Words
    subsets: Words
    ages: Words
    male: Words
    female: Words
    grown: Words
    small: Words
    either: Words
    synonyms: list[Words]
    complements: list[Words]
    nesting: Words
    everybody: Words
    composing: Words
    remainder: Words
    partial: Words
    colliding: Words
    places: Words


class Events(Model):
    killing: Words
    sub_events: Words
    now: Words
    to_a_thing: Words
    besides: Words
    other_news: Words
    bringing_in: Words
    of_an_event: Words
    judging: Words
    judged: Words
    caused: Words
    nouns: Words
    ordinals: Words
    separate: Words
    comparing: Words
    many_events: Words
    agents: Words
    bombs: Words
    superlatives: Words
    before_a_year: Words
    seasons: Words
    anaphora: Words
    days: Words
    wide: Words
    diseases: Words
    neighbouring: Words
    records: Words
    afflicted: Words
    spans: Words
    happens: Words
    briefs: Words
    in_brief: Words
    of_the_latest: Words
    named_storms: Words
    of_forecasters: Words
    headings: Words
    remembered: Words
    obituary: Words
    blamed: Words
    avenged: Words
    perpetrated: Words
    ensuing: Words
    wider: Words
    striking: Words
    vehicles: Words
    related: Words
    teasers: Words
    cited: Words
    changed: Words
    far: Words


SHAPES: dict[str, Any] = {
    "numbers": Numbers,
    "qualifiers": Qualifiers,
    "outcomes": Outcomes,
    "people": People,
    "grammar": Grammar,
    "events": Events,
    "presets": Presets,
    "reconciliation": Reconciliation,
}
"""What a file holds; those that are not here hold lists of words by name, and nothing else."""


@pytest.mark.parametrize("name", NAMES)
def test_shape(name: str) -> None:
    shape: TypeAdapter[Any] = TypeAdapter(SHAPES.get(name, dict[str, Words]))
    shape.validate_python(load(name), strict=True)


def test_every_shape_has_a_file() -> None:
    assert set(SHAPES) <= set(NAMES)


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for path in MODULES:
        yield path.name, ast.parse(path.read_bytes())


def _loaded(node: ast.expr) -> str | None:
    """The name of the word list where an expression is ``load("name")``."""
    if isinstance(node, ast.Call) and node.args:
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        argument = node.args[0]
        if called == "load" and isinstance(argument, ast.Constant):
            return str(argument.value)
    return None


def _asked_for() -> Iterator[tuple[str, str, str]]:
    """Module, word list and list within it, wherever one is asked for by a literal name."""
    for module, tree in _trees():
        lists: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = _loaded(node.value)
                if name is not None:
                    lists[node.targets[0].id] = name
        for node in ast.walk(tree):
            if not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Constant):
                continue
            name = _loaded(node.value)
            if name is None and isinstance(node.value, ast.Name):
                name = lists.get(node.value.id)
            if name is not None:
                yield module, name, str(node.slice.value)


ASKED_FOR = sorted(set(_asked_for()))


@pytest.mark.parametrize(("module", "name", "key"), ASKED_FOR)
def test_what_a_module_asks_for_is_there(module: str, name: str, key: str) -> None:
    assert key in load(name)


@pytest.mark.parametrize("name", NAMES)
def test_somebody_loads_it(name: str) -> None:
    assert name in {_loaded(n) for _, t in _trees() for n in ast.walk(t) if isinstance(n, ast.expr)}


@pytest.mark.parametrize("name", NAMES)
def test_every_list_is_asked_for(name: str) -> None:
    named = {
        node.value
        for module, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
    }
    lists = load(name)
    keys = [*lists, *lists.get("classes", ())]
    assert [key for key in keys if key not in named] == []


@pytest.mark.parametrize("entry", load("qualifiers")["qualifier"], ids=lambda entry: entry["name"])
def test_claims_are_those_of_the_name(entry: dict[str, str]) -> None:
    said = {
        "at_least": "10+",
        "more_than": "11+",
        "at_most": "0-10",
        "fewer_than": "0-9",
        "about": "9-11",
        "nearly": "9",
        "just_over": "11",
        "exact": "10",
    }
    assert entry["claims"] == said[entry["name"]]


def test_a_phrase_qualifies_in_one_way() -> None:
    for position in ("before", "after"):
        phrases = [p for e in load("qualifiers")["qualifier"] for p in e.get(position, ())]
        assert [phrase for phrase, count in Counter(phrases).items() if count > 1] == []


def test_every_outcome_has_one_entry() -> None:
    names = [entry["outcome"] for entry in load("outcomes")["word"]]
    assert sorted(names) == sorted(outcome.value for outcome in Outcome)


@pytest.mark.parametrize(
    "binding", ["past", "participle", "gerund", "present", "die", "state", "noun", "toll"]
)
def test_a_phrase_has_one_outcome(binding: str) -> None:
    phrases = [p for entry in load("outcomes")["word"] for p in entry.get(binding, ())]
    assert [phrase for phrase, count in Counter(phrases).items() if count > 1] == []


def test_people_are_of_one_sort() -> None:
    people = load("people")
    nouns = [*people["generic"], *people["attacker"], *people["specific"]]
    assert [noun for noun, count in Counter(nouns).items() if count > 1] == []


def test_populations_that_are_one_are_known() -> None:
    people = load("people")
    known = {*people["generic"], *people["attacker"], *people["specific"]}
    assert [word for pair in people["same"].items() for word in pair if word not in known] == []
    assert not set(people["same"]) & set(people["same"].values())


def test_no_noun_counts_people_and_things() -> None:
    people, things = load("people"), load("things")
    both = {*people["generic"], *people["attacker"], *people["specific"]} & set(things["nouns"])
    assert both <= {"coach", "pole"}  # a trainer or a bus, a man from Poland or a stake


def test_cardinals_and_tens() -> None:
    cardinals = load("numbers")["cardinals"]
    assert [word for word, value in cardinals.items() if value == 40] == ["forty", "fourty"]
    assert set(cardinals.values()) == {*range(21), *range(30, 100, 10)}
