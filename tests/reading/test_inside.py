"""Labels inside a paragraph."""

import pytest

from annotator.reading.inside import inside
from annotator.reading.turns import find_turns


def names(line: str) -> list[str]:
    return [sighting.verdict.name for sighting in inside(line, 0, len(line))]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("问：好吗？答：好。有人问：为什么。**问：** 再来？", ["答", "问"]),
        ("Really? A: Yes. Q: Why?", ["A", "Q"]),
        ("All good. >> yes", [""]),
        ("It is. Ann Lee: (01:16) No.", ["Ann Lee"]),
        ("好。 王芳：好？", ["王芳"]),
        ("It is so. MR. LEE: No.", ["MR. LEE"]),
        ("It is so. MAYOR LEE (THROUGH TRANSLATOR): No.", ["MAYOR LEE"]),
        ("It is so. Note: I am not asked.", []),
    ],
)
def test_labels_where_lines_were_joined(line: str, found: list[str]) -> None:
    assert names(line) == found


def speakers(text: str) -> list[str | None]:
    return [turn.speaker for turn in find_turns(text)]


HEARD = "MR. LEE: Yes.\nQ: Why?\nMR. LEE: So.\nQ: When?\nMR. LEE: Now.\nQ: And?\n"


def test_a_well_known_name_is_a_label_where_it_cuts_a_sentence() -> None:
    assert speakers(f"{HEARD}MR. LEE: It is a lot of Q: Oh MR. LEE: Money.")[-3:] == [
        "MR. LEE",
        "Q",
        "MR. LEE",
    ]


@pytest.mark.parametrize(
    "end", ["I told you, MR. LEE: Stop.", "I asked MR. LEE: why not?", "I met ANN ROE: Yes."]
)
def test_a_name_that_is_spoken_to_or_little_known_is_none(end: str) -> None:
    assert len(speakers(f"{HEARD}MR. LEE: {end}")) == len(speakers(HEARD)) + 1


def test_an_office_before_a_well_known_name_stays_in_its_label() -> None:
    label = "President of the Republic Ivo Palin"
    heard = "Ivo Palin: Yes.\nQuestion: Why?\n" * 3
    assert speakers(f"{label}: Good day.\nQuestion: So?\n{heard}")[0] == label
