from casualties.reporters.columns import render_columns


def test_cells_are_wrapped_to_80_columns() -> None:
    rows = [
        ("2004 school siege at Beslan", "killed", "the words of the article " * 3),
        ("main", "casualties", "12"),
    ]
    table = render_columns(("event", "outcome", "words"), rows, {"event": 14}, "words")
    assert table.splitlines() == [
        "event           outcome     words",
        "--------------  ----------  ----------------------------------------------------",
        "2004 school     killed      the words of the article the words of the article",
        "siege at                    the words of the article",
        "Beslan",
        "main            casualties  12",
    ]


def test_numbers_stay_as_they_are_written() -> None:
    rows = [("3,870", "1e5"), ("1_000", "007")]
    table = render_columns(("range", "words"), rows, {}, "words")
    assert table.splitlines()[2:] == ["3,870  1e5", "1_000  007"]


def test_no_column_is_narrower_than_its_header() -> None:
    table = render_columns(("range", "words"), [("100-200", "a")], {"range": 2}, "words")
    assert table.splitlines() == ["range  words", "-----  -----", "100-   a", "200"]


def test_the_last_column_keeps_12_columns() -> None:
    table = render_columns(("event", "words"), [("e" * 75, "w " * 20)], {}, "words")
    assert table.splitlines()[1] == f"{'-' * 75}  {'-' * 12}"
