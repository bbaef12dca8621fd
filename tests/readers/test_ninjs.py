import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualties.model import Document
from casualties.readers import ReadError, ReadOptions, read_bytes, read_documents


def read(item: object) -> Document:
    return read_bytes(json.dumps(item).encode(), "a.json")


def kinds(item: object) -> list[tuple[str, str]]:
    return [(each.kind.value, each.text) for each in read(item).passages]


def dropped(item: object) -> set[tuple[str, str]]:
    return {(each.why, each.text) for each in read(item).dropped}


PICTURE = {"type": "picture", "headline": "Mill", "description_text": "Ten died at the mill."}

FIRST = {
    "uri": "urn:a",
    "type": "text",
    "headline": "Nine die",
    "byline": "A Man",
    "description_text": "Nine people died",
    "body_text": "Nine people died in a fire.\n\nThe mill was old.",
    "body_xhtml": "<p>Nine people died in a <b>fire</b>.</p><ul><li>The mill was old.</li></ul>",
    "associations": {"a": PICTURE, "b": None},
}
LATER = {
    "uri": "urn:a",
    "type": "text",
    "headlines": [{"role": "main", "value": "Nine die"}, {"role": "web", "value": "Nine die"}],
    "by": "A Man",
    "title": "Fire-9-dead",
    "descriptions": [{"value": "Nine people died"}],
    "bodies": [
        {"role": "text", "contenttype": "text/plain", "value": FIRST["body_text"]},
        {"role": "html5", "contentType": "text/html", "value": FIRST["body_xhtml"]},
        {"role": "ttnitf", "contenttype": "application/xml", "value": "<P>Nine people died</P>"},
    ],
    "associations": [
        {
            "name": "a",
            "type": "picture",
            "headlines": [{"value": "Mill"}],
            "descriptions": [{"value": "Ten died at the mill."}],
        }
    ],
}


@pytest.mark.parametrize("item", [pytest.param(FIRST, id="1"), pytest.param(LATER, id="2-and-3")])
def test_an_item_of_each_version(item: dict[str, object]) -> None:
    assert kinds(item) == [
        ("headline", "Nine die"),
        ("paragraph", "Nine people died in a fire."),
        ("list", "The mill was old."),
        ("caption", "Ten died at the mill."),
    ]
    titles = {("title", "Fire-9-dead")} if "title" in item else set()
    assert dropped(item) == {("byline", "A Man")} | titles


@pytest.mark.parametrize(
    ("item", "passages"),
    [
        pytest.param({"uri": "a"}, [], id="empty"),
        pytest.param(
            {"headline": "Nine die", "title": "slug 9"},
            [("headline", "Nine die")],
            id="title-is-no-copy",
        ),
        pytest.param(
            {"type": "picture", "uri": "a", "description_text": "Nine died."},
            [("caption", "Nine died.")],
            id="picture",
        ),
        pytest.param(
            {"body_text": "<p>Nine died.</p><p>Ten.</p>"},
            [("paragraph", "Nine died."), ("paragraph", "Ten.")],
            id="markup-in-text",
        ),
        pytest.param(
            {"body_html": "", "body_text": "Nine died."},
            [("paragraph", "Nine died.")],
            id="empty-form",
        ),
        pytest.param(
            {"body_text": "Nine die\n\nIt burned."},
            [("paragraph", "Nine die"), ("paragraph", "It burned.")],
            id="no-headline-in-text",
        ),
        pytest.param(
            {"body_text": "Nine died.", "description_text": "It burned."},
            [("paragraph", "It burned."), ("paragraph", "Nine died.")],
            id="summary",
        ),
        pytest.param(
            {"body_text": "Nine died.", "ednote": "CORRECTS toll to nine"},
            [("paragraph", "Nine died."), ("correction", "CORRECTS toll to nine")],
            id="correction",
        ),
        pytest.param(
            {"body_text": "Nine died.", "edNote": "ADDS quotes"},
            [("paragraph", "Nine died.")],
            id="note-to-editors",
        ),
    ],
)
def test_passages(item: dict[str, object], passages: list[tuple[str, str]]) -> None:
    assert kinds(item) == passages


def test_what_another_form_or_story_says_is_counted() -> None:
    item = {
        "body_xhtml": "<p>Nine died.</p>",
        "body_text": "Nine died.\n\nTen are missing.",
        "associations": [{"type": "text", "body_text": "Eleven died in 1998."}],
        "ednote": "ADDS quotes",
    }
    assert dropped(item) == {
        ("another form of the text", "Ten are missing."),
        ("related story", "Eleven died in 1998."),
        ("note to editors", "ADDS quotes"),
    }


def test_pictures_within_pictures() -> None:
    item = {
        "uri": "a",
        "associations": {
            "a": {**PICTURE, "associations": {"b": {**PICTURE, "description_text": "A quay."}}}
        },
    }
    assert [text for _, text in kinds(item)] == ["Mill", "Ten died at the mill.", "A quay."]


def paths(data: object) -> list[str | None]:
    content = json.dumps(data).encode()
    documents = read_documents("a.json", ReadOptions(), content)
    return [each.path for each in documents if isinstance(each, Document)]


def test_lists_of_items() -> None:
    items = [{"uri": "urn:a"}, {"headline": "Nine die"}, {"uri": "urn:b"}, {"uri": "urn:b"}]
    expected = ["a.json#urn:a", "a.json#2", "a.json#3", "a.json#4"]
    assert paths(items) == expected
    assert paths({"items": items, "total": 4}) == expected
    assert paths([]) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32-le"])
def test_the_encoding_shows(encoding: str) -> None:
    content = '{"headline": "Zwölf"}'.encode(encoding)
    assert read_bytes(content, "a.json", encoding="latin-1").text == "Zwölf"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "a.json is no JSON", id="empty"),
        pytest.param(b"Nine died.", "a.json is no JSON", id="text"),
        pytest.param(b'{"headline": "Nine', "a.json is no JSON", id="truncated"),
        pytest.param(
            b'{"headline": "\xff"}', "a.json is no JSON: it is not valid utf-8.", id="encoding"
        ),
        pytest.param(b"9", "a.json is no ninjs", id="number"),
        pytest.param(
            b'{"name": "a", "description": "b"}', "a.json is no ninjs: it has no uri", id="other"
        ),
        pytest.param(b'[{"uri": "a"}, 9]', "a.json is no ninjs", id="other-in-list"),
        pytest.param(b"[" * 100_000, "a.json has more than 200 levels", id="lists"),
        pytest.param(b'{"a":' * 100_000, "a.json has more than 200 levels", id="objects"),
        pytest.param(
            b'{"uri": 1' + b"0" * 5_000 + b"}", "a.json has a number with more digits", id="digits"
        ),
        pytest.param(
            b'{"headline": "Nine \\ud83d die"}',
            "a.json has half a character in a text: '\\ud83d'.",
            id="surrogate",
        ),
        pytest.param(b'[{"uri": "\\udc00"}]', "a.json#", id="surrogate-in-path"),
    ],
)
def test_what_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(ReadError) as caught:
        list(read_documents("a.json", ReadOptions(), content))
    assert str(caught.value).startswith(sentence)
    assert str(caught.value).endswith(".")


def test_brackets_in_strings_are_not_deep() -> None:
    assert read({"headline": "[" * 500 + '\\"'}).text.count("[") == 500


def test_an_unfinished_string_is_not_read_again_and_again() -> None:
    with pytest.raises(ReadError):
        read_bytes(b'"' + b'\\"' * 500_000, "a.json")


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
NAMES = """
    uri type headline headlines bodies descriptions body_text body_xhtml description_text ednote
    edNote by associations items value role contentType
""".split()
SHAPED = st.recursive(
    ANY,
    lambda inner: (
        st.dictionaries(st.sampled_from(NAMES), inner, max_size=6) | st.lists(inner, max_size=3)
    ),
    max_leaves=12,
)


@given(SHAPED)
def test_values_of_any_type_are_read_or_refused(data: object) -> None:
    with contextlib.suppress(ReadError):
        for document in read_documents("a.json", ReadOptions(), json.dumps(data).encode()):
            assert isinstance(document, Document)
            for each in document.passages:
                assert document.text[each.start :].startswith(each.text)


@given(st.binary(max_size=60))
def test_bytes_of_any_sort_are_read_or_refused(content: bytes) -> None:
    with contextlib.suppress(ReadError):
        list(read_documents("a.json", ReadOptions(), content))
