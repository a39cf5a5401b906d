"""Facts as JSON, lines and tables; sentences; progress."""

import io
import json
from collections.abc import Iterator
from contextlib import redirect_stderr

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.cli.output import print_facts, print_list, print_table, say, with_progress

Capture = pytest.CaptureFixture[str]


class Terminal(io.StringIO):
    """Standard error as a person sees it."""

    def isatty(self) -> bool:
        """Say that somebody is looking."""
        return True


# --- facts ---


FACTS = st.dictionaries(
    st.text(max_size=8),
    st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(), max_size=3),
    max_size=4,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(facts=st.lists(FACTS, max_size=4))
def test_json_is_one_object_a_line_and_comes_back(
    capsys: Capture, facts: list[dict[str, object]]
) -> None:
    capsys.readouterr()
    print_facts(facts, as_json=True)
    lines = capsys.readouterr().out.removesuffix("\n").split("\n")
    assert [json.loads(line) for line in lines if line] == facts


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(fact=st.dictionaries(st.text(min_size=1), st.text(), min_size=1, max_size=4))
def test_a_fact_for_people_is_one_line_without_control_characters(
    capsys: Capture, fact: dict[str, str]
) -> None:
    capsys.readouterr()
    print_facts([fact], as_json=False)
    out = capsys.readouterr().out
    assert len(out.splitlines()) == 1
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in out.removesuffix("\n"))


def test_chinese_is_not_escaped_in_json(capsys: Capture) -> None:
    print_facts([{"speaker": "林晓😀"}], as_json=True)
    assert capsys.readouterr().out == '{"speaker": "林晓😀"}\n'


def test_half_a_pair_is_escaped_in_json(capsys: Capture) -> None:
    print_facts([{"name": "a\udcff"}], as_json=True)
    assert capsys.readouterr().out == '{"name": "a\\udcff"}\n'


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "-"),
        (0, "0"),
        (True, "yes"),
        (False, "no"),
        (["a", "b"], "a, b"),
        ((), ""),
        ("李　明", "李　明"),
        ("two\nlines\there", "two lines here"),
        ("\x1b[31mred\x07", "�[31mred�"),
        ("right\u202eleft", "right�left"),
        (["\x1b"], "�"),
    ],
)
def test_values_for_people(capsys: Capture, value: object, shown: str) -> None:
    print_facts([{"name": value, "next": 1}], as_json=False)
    assert capsys.readouterr().out == f"name: {shown}  next: 1\n"


def test_a_list_is_a_line_for_each_value(capsys: Capture) -> None:
    print_list({"title": "Parks\x1b", "documents": 2})
    assert capsys.readouterr().out == "title: Parks�\ndocuments: 2\n"


# --- tables ---


def test_columns_stand_below_each_other_for_wide_and_combining_characters(capsys: Capture) -> None:
    names = ["林晓", "Lin", "한강", "ｶﾅ", "Ame\u0301lie", "《a》", "ＡＢ"]
    print_table([{"name": name, "at": 1} for name in names], as_json=False)
    header, *rows = capsys.readouterr().out.splitlines()
    assert header == "name    at"
    assert rows == [
        "林晓    1",
        "Lin     1",
        "한강    1",
        "ｶﾅ      1",
        "Ame\u0301lie  1",
        "《a》   1",
        "ＡＢ    1",
    ]


def test_a_table_as_json_has_no_header(capsys: Capture) -> None:
    print_table([{"a": 1}, {"a": None}], as_json=True)
    assert capsys.readouterr().out == '{"a": 1}\n{"a": null}\n'


@pytest.mark.parametrize("as_json", [True, False])
def test_no_facts_are_no_lines(capsys: Capture, *, as_json: bool) -> None:
    print_table([], as_json=as_json)
    assert capsys.readouterr().out == ""


# --- sentences and progress ---


def test_a_sentence_is_one_line_of_standard_error(capsys: Capture) -> None:
    say("There is no\nfile \x1b[2J“a\udcff”.")
    outcome = capsys.readouterr()
    assert (outcome.out, outcome.err) == ("", "There is no file �[2J“a�”.\n")


def test_progress_is_counted_on_a_terminal() -> None:
    with redirect_stderr(Terminal()) as terminal:
        assert list(with_progress("abc", 3, "Importing")) == ["a", "b", "c"]
    counted = "".join(f"\rImporting: {n} of 3" for n in (1, 2, 3))
    assert terminal.getvalue() == f"{counted}\n"


def test_progress_says_nothing_elsewhere(capsys: Capture) -> None:
    assert list(with_progress("abc", 3, "Importing")) == ["a", "b", "c"]
    assert capsys.readouterr().err == ""


def test_what_is_said_after_a_failure_starts_on_a_line_of_its_own() -> None:
    def failing() -> Iterator[str]:
        yield "a"
        raise OSError("full")

    with redirect_stderr(Terminal()) as terminal, pytest.raises(OSError, match="full"):
        list(with_progress(failing(), 2, "Importing"))
    assert terminal.getvalue() == "\rImporting: 1 of 2\n"


def test_items_are_asked_for_one_at_a_time() -> None:
    asked: list[int] = []

    def items() -> Iterator[int]:
        for number in range(3):
            asked.append(number)
            yield number

    with redirect_stderr(Terminal()) as terminal:
        steps = with_progress(items(), 3, "Importing")
        next(steps)
        assert asked == [0]
        assert terminal.getvalue() == "\rImporting: 1 of 3"
