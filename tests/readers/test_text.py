import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualties.readers import read_text


def kinds(text: str) -> list[tuple[str, str]]:
    document = read_text(text)
    for number, passage in enumerate(document.passages, 1):
        assert passage.number == number
        assert text[passage.start : passage.start + len(passage.text)] == passage.text
    return [(passage.kind.value, passage.text) for passage in document.passages]


def body(*passages: str) -> list[tuple[str, str]]:
    return [("paragraph", passage) for passage in passages]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \n\t\r\n\f\u00a0\n", id="blanks"),
        pytest.param("\ufeff", id="byte-order-mark"),
        pytest.param("* * *\n\n-----\n\n|---|---|\n", id="rules"),
    ],
)
def test_a_text_without_words_has_no_passages(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "gap",
    [
        pytest.param("\n\n", id="LF"),
        pytest.param("\r\n\r\n", id="CRLF"),
        pytest.param("\r\r", id="CR"),
        pytest.param("\n\f", id="form-feed"),
        pytest.param("\n\u00a0\n", id="no-break-space"),
        pytest.param("\n \t \n\n\n", id="blanks"),
        pytest.param("\u2029\u2029", id="paragraph-separator"),
        pytest.param("\n* * *\n", id="rule"),
        pytest.param("\n\ufeff\n", id="stray-byte-order-mark"),
    ],
)
def test_what_parts_two_paragraphs(gap: str) -> None:
    assert kinds(f"Nine people drowned.{gap}Four swam ashore.") == body(
        "Nine people drowned.", "Four swam ashore."
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", " \n", "\n  "])
def test_a_hard_wrapped_paragraph_is_one_passage(end: str) -> None:
    wrapped = end.join(
        [
            "The ferry went down within sight of the harbour on Sunday, and at least",
            "40 passengers were drowned before the first of the fishing boats reached",
            "Orlo lighthouse. Police in Vey had closed the harbour that morning because",
            "of the wind.",
        ]
    )
    assert kinds(f"{wrapped}\n\nNobody was charged.") == body(wrapped, "Nobody was charged.")


def test_a_wrapped_line_may_start_with_a_dash_or_a_number() -> None:
    wrapped = (
        "The raid on the barracks lasted most of the night and by the morning the\n"
        "garrison had counted its dead, who numbered, as the colonel told reporters\n"
        "12. Others were thought to be lying under the rubble of the northern wing\n"
        "- the oldest part of the place, and the one that burned for longest, as\n"
        "everybody in the town could see."
    )
    assert kinds(wrapped) == body(wrapped)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rescuers said at least\n40 people died.", id="at-least"),
        pytest.param("A lorry hit the queue, killing\nNine Oaks pupils.", id="killing"),
        pytest.param("It left 30 people hurt,\nFour of them badly.", id="comma"),
        pytest.param("It left 30 people\nhurt.", id="small-letter"),
    ],
)
def test_a_line_that_breaks_off_goes_on(text: str) -> None:
    assert kinds(text) == body(text)


def test_one_paragraph_a_line() -> None:
    first = "A landslip buried the lower half of the village of Cerro at dawn. " * 3
    second = "The mayor put the dead at 31. " * 5
    text = f"Landslip buries Cerro\nMonday 4 May\n{first}\n{second}\nHe had no more to say."
    assert kinds(text) == [
        ("headline", "Landslip buries Cerro"),
        *body("Monday 4 May", first.strip(), second.strip(), "He had no more to say."),
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "Twelve drown as ferry sinks off Orlo",
        "Orlo ferry: 12 dead",
        "ORLO FERRY - SITUATION REPORT No. 4",
        "Who let the Orlo ferry sail?",
        "“They had no boats”",
        "Two soldiers of the U.S.",
    ],
)
def test_headline(headline: str) -> None:
    assert kinds(f"{headline}\n\nA ferry sank.")[0] == ("headline", headline)


@pytest.mark.parametrize(
    "above",
    ["By Ana Reyes", "Monday, May 4, 2026", "Posted 5/4/2026 7:21 AM", "4 May 2026, 18.00 GMT"],
)
def test_a_byline_or_date_may_stand_above_the_headline(above: str) -> None:
    text = f"{above}\n\nTwelve drown off Orlo\n\nA ferry sank."
    assert [kind for kind, _ in kinds(text)] in (
        ["paragraph", "headline", "paragraph"],
        ["list", "headline", "paragraph"],
    )


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("Twelve people drowned off Orlo.", id="full-stop"),
        pytest.param("He said: “Twelve people drowned off Orlo.”", id="full-stop-in-quotes"),
        pytest.param("ORLO, May 4 (Coast News) - Twelve drowned on Sunday", id="dateline"),
        pytest.param("Twelve people drowned off the coast " * 5, id="long"),
    ],
)
def test_no_headline(first: str) -> None:
    assert kinds(f"{first}\n\nA ferry sank.")[0] == ("paragraph", first.strip())


def test_a_lone_passage_heads_nothing() -> None:
    assert kinds("Twelve drown off Orlo") == body("Twelve drown off Orlo")


@pytest.mark.parametrize(
    "caption",
    [
        "Flowers at the gate, where six people died. (Karl Osk/Velm Gazette)",
        "Six people died at the gate. (Ana Lowe / The County Record)",
        "PHOTO: Mourners at the pier, where 12 drowned.",
        "Photo: Ana Reyes",
        "Photo / AP: Mourners at the pier.",
        "Photo caption: Mourners at the pier.",
        "Picture: Ana Reyes",
        "Caption: Mourners at the pier",
        "Pictured: the pier at Orlo.",
        "FILE - The pier at Orlo in 2019.",
        "(Photo: Ana Reyes)",
        "[Photo: Mourners at the pier.]",
        "[IMAGE] Mourners at the pier.",
        "Mourners at the pier where 12 drowned. Photo / AP",
        "Mourners at the pier where 12 drowned.\nPhoto / AP",
        "Mourners at the pier where 12 drowned. (Photo / AP)",
        "Mourners at the pier where 12 drowned. (Photo: Ana Reyes)",
        "Mourners at the pier where 12 drowned. Photograph: Ana Reyes/AFP",
        "Mourners at the pier where 12 drowned. Picture by Ana Reyes",
        "Mourners at the pier where 12 drowned. (AP Photo/Ana Reyes)",
        "Mourners at the pier where 12 drowned. REUTERS/Ana Reyes",
        "Mourners at the pier where 12 drowned. Ana Reyes/Getty Images",
        "Mourners at the pier where 12 drowned. (Courier/Ana Reyes)",
        "The pier at Orlo (file photo).",
    ],
)
def test_caption(caption: str) -> None:
    assert kinds(f"A ferry sank.\n\n{caption}\n\nPolice came.")[1] == ("caption", caption)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The picture is not clear, the mayor said.",
        "A photo of the pier was shown to the court.",
        "He had the photograph in his pocket.",
        "Twelve drowned, police in Orlo said (Reuters).",
    ],
)
def test_no_caption(paragraph: str) -> None:
    assert kinds(f"A ferry sank.\n\n{paragraph}")[1] == ("paragraph", paragraph)


@pytest.mark.parametrize("marker", ["•", "-", "*", "–", "1.", "2)", "(3)", "▪"])
def test_each_item_of_a_list_is_a_passage_without_its_marker(marker: str) -> None:
    text = (
        f"At a glance\n{marker} 12 drowned\n{marker} Search of the bay\n  goes on\n\nA ferry sank."
    )
    assert kinds(text) == [
        ("headline", "At a glance"),
        ("list", "12 drowned"),
        ("list", "Search of the bay\n  goes on"),
        ("paragraph", "A ferry sank."),
    ]


def test_labels_are_a_list() -> None:
    assert kinds("A ferry sank.\n\nDeaths: 12\nStatus: search called off\nNote: he said so.")[
        1:
    ] == [
        ("list", "Deaths: 12"),
        ("list", "Status: search called off"),
        ("paragraph", "Note: he said so."),
    ]


def test_a_label_alone_is_a_paragraph() -> None:
    assert kinds("Deaths: 12") == [("paragraph", "Deaths: 12")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["District | Dead | Hurt", "Orlo | 12 | 30"], id="bars"),
        pytest.param(["| Orlo | 12 |", "| Vey | 3 |"], id="outer-bars"),
        pytest.param(["Orlo | 12", "Vey | 3"], id="one-bar-each"),
        pytest.param(["Orlo\t12", "Vey\t3"], id="tabs"),
        pytest.param(["Deaths ......... 12", "Injured ......... 1,204"], id="leaders"),
        pytest.param(["Orlo       12", "Vey         3"], id="blanks"),
    ],
)
def test_each_row_of_a_table_is_a_passage(rows: list[str]) -> None:
    text = "A ferry sank.\n\n" + "\n".join(rows)
    assert kinds(text)[1:] == [("table", row) for row in rows]


def test_a_lone_bar_makes_no_table() -> None:
    text = "Twelve drown | The Orlo Echo\n\nA ferry sank."
    assert kinds(text)[0] == ("headline", "Twelve drown | The Orlo Echo")


@pytest.mark.parametrize(
    "quotation",
    [
        '"Twelve of us never came home."',
        "“Twelve of us never came home.”",
        "«Twelve of us never came home».",
    ],
)
def test_a_passage_in_quotation_marks_is_a_quote(quotation: str) -> None:
    assert kinds(f"A ferry sank.\n\n{quotation}")[1] == ("quote", quotation)


def test_two_quotations_are_a_paragraph() -> None:
    text = "“Twelve died,” she said. “I knew them.”"
    assert kinds(f"A ferry sank.\n\n{text}")[1] == ("paragraph", text)


def test_a_block_of_quoted_lines_is_a_quote() -> None:
    assert kinds("He wrote:\n\n> Twelve of us\n> never came home.\n>\n> Pray.\nEnough.")[1:] == [
        ("quote", "Twelve of us\n> never came home."),
        ("quote", "Pray."),
        ("paragraph", "Enough."),
    ]


@pytest.mark.parametrize(
    "correction",
    [
        "Correction: the number of dead is 12.",
        "CORRECTION (May 5): the number of dead is 12.",
        "Correction, 3pm Saturday: it is 12.",
        "Clarification: the 12 were passengers.",
        "An earlier version of this article gave the number of dead as 15.",
        "Editor's note: An earlier version of this story said 15.",
        "This article was amended on 5 May: 12 died, not 15.",
        "This story has been corrected to say that 12 died.",
        "(Corrects number of dead in paragraph 2)",
    ],
)
def test_correction(correction: str) -> None:
    assert kinds(f"A ferry sank.\n\n{correction}")[1] == ("correction", correction)


def test_corrections_in_passing_are_none() -> None:
    text = "Corrections officers said 12 had died."
    assert kinds(f"A ferry sank.\n\n{text}")[1] == ("paragraph", text)


def test_the_byte_order_mark_is_in_the_text_and_in_no_passage() -> None:
    document = read_text("\ufeffTwelve drowned.")
    assert document.text.startswith("\ufeff")
    assert [(p.start, p.text) for p in document.passages] == [(1, "Twelve drowned.")]


def test_the_path_is_kept() -> None:
    assert read_text("Twelve drowned.", "orlo.txt").path == "orlo.txt"
    assert read_text("Twelve drowned.").path is None


LAYOUT = st.text(st.sampled_from("aZ1 9.,:;|-–*•>()\"“”'\t\n\r\f\u00a0\ufeff\u2028é\ud800"))


@given(st.text() | LAYOUT)
def test_passages_stand_in_the_text_in_order_and_leave_no_letter_out(text: str) -> None:
    end = 0
    for passage in read_text(text).passages:
        assert passage.text
        assert text[passage.start : passage.start + len(passage.text)] == passage.text
        assert not set(text[end : passage.start]) & set(string.ascii_letters)
        end = passage.start + len(passage.text)
    assert not set(text[end:]) & set(string.ascii_letters)


@pytest.mark.parametrize("line", ["Orlo\t12\n", "- a", "Deaths: 1\n", "a" * 9 + "\n", ". . ", '"'])
def test_reading_time_grows_with_the_length_alone(line: str) -> None:
    assert read_text(line * 20_000).text.startswith(line)
