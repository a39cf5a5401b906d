"""The lines of a WebAnno TSV file: layers, units, and the text that the sentences make."""

import pytest

from annotator.formats.webanno_text import Refusal, page_of

HEADER = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.River|value\n"
FIRST = "\n#Text=a\n1-1\t0-1\ta\t_\t\n"


def sentence(number: int, text: str, *tokens: tuple[int, str]) -> str:
    """Return a sentence; each token is where it begins in UTF-16 units, and its form."""
    rows = [f"#Text={text}"]
    for at, (begin, form) in enumerate(tokens, start=1):
        end = begin + len(form.encode("utf-16-le")) // 2
        rows.append(f"{number}-{at}\t{begin}-{end}\t{form}\t_\t")
    return "\n" + "\n".join(rows) + "\n"


def test_units_keep_their_place_their_cells_and_their_line() -> None:
    page = page_of(HEADER + sentence(1, "𠮷 rose", (0, "𠮷"), (3, "rose")))
    assert [(u.key, u.begin, u.end, u.form) for u in page.units] == [
        ("1-1", 0, 2, "𠮷"),
        ("1-2", 3, 7, "rose"),
    ]
    assert [(u.cells, u.line) for u in page.units] == [(("_",), 5), (("_",), 6)]
    assert page.text == "𠮷 rose"
    [layer] = page.layers
    assert (layer.name, layer.columns) == ("River", ("value",))


def test_sentences_lie_as_far_apart_as_their_offsets_say() -> None:
    first, second = sentence(1, "𠮷.", (0, "𠮷"), (2, ".")), sentence(2, "It.", (5, "It"), (7, "."))
    assert page_of(HEADER + first + second).text == "𠮷.\n\nIt."
    paragraph = [s.replace("\n#Text", "\n#Sentence.id=p1s1\n#Text", 1) for s in (first, second)]
    assert page_of(HEADER + "".join(paragraph)).text == "𠮷.  It."


def test_blanks_before_the_first_token_belong_to_the_sentence() -> None:
    first, second = sentence(1, "A.", (0, "A"), (1, ".")), sentence(2, "  It", (5, "It"))
    assert page_of(HEADER + first + second).text == "A.\n  It"


def test_a_sentence_of_several_lines_and_windows_line_ends_are_read() -> None:
    content = HEADER + "\n#Text=one\n#Text=two\n1-1\t0-3\tone\t_\t\n1-2\t4-7\ttwo\t_\t\n"
    assert page_of(content).text == "one\ntwo"
    assert page_of("\ufeff" + content.replace("\n", "\r\n")) == page_of(content)


def test_parts_of_tokens_are_units_and_do_not_begin_a_sentence() -> None:
    content = HEADER + "\n#Text=40cm\n1-1.1\t2-4\tcm\tx\t\n1-1\t0-4\t40cm\t_\t\n"
    page = page_of(content)
    assert page.text == "40cm"
    assert [unit.key for unit in page.units] == ["1-1.1", "1-1"]


def test_text_is_escaped_in_new_files_and_as_it_is_in_old_ones() -> None:
    escaped = "\n#Text=a\\tb\n1-1\t0-3\ta\\tb\t_\t\n"
    assert page_of(HEADER + escaped).text == "a\tb"
    windows = "\n#Text=C:\\new\n1-1\t0-6\tC:\\new\t_\t\n"
    assert page_of(HEADER + windows).text == "C:\\new"
    later = "\n#Text=in C:\\new\n1-1\t0-2\tin\t_\t\n1-2\t3-9\tC:\\new\t_\t\n"
    assert page_of(HEADER + later).text == "in C:\\new"


@pytest.mark.parametrize(
    ("rows", "line", "expected"),
    [
        ("\n#Text=a\n1-1\t0-1\ta\t_\t_\t\n", 5, "1 columns as the header says"),
        ("\n1-1\t0-1\ta\t_\t\n", 4, "“#Text=” before the tokens"),
        ("\n#Text=a\n1-1\t1-0\ta\t_\t\n", 5, "a beginning before the end"),
        ("\n#Text=a\n1-1\t0-2\ta\t_\t\n", 5, "an end up to 1"),
        (f"{FIRST}\n#Text=  b\n2-1\t2-3\tb\t_\t\n", 8, "an offset from 3 on"),
        ("\n#Text=a\n\x00\n", 5, "text without NUL"),
    ],
)
def test_a_wrong_line_is_told_by_its_number(rows: str, line: int, expected: str) -> None:
    with pytest.raises(Refusal, match=expected) as caught:
        page_of(HEADER + rows)
    assert caught.value.line == line
