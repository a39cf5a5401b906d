"""Tags of tokens: their names, and the runs that any scheme tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.tags import placed, runs_in, tag_names, tags_of
from annotator.formats.tokens import Tokens
from tests.formats.exchange import all_sheets as sheets
from tests.formats.exchange import project_of
from tests.formats.projects import LABELS


def test_tags_have_no_blanks_and_stay_different() -> None:
    names = tag_names(LABELS).values()
    assert len(set(names)) == len(LABELS)
    assert not any(" " in name for name in names)


@pytest.mark.parametrize(
    ("tags", "runs"),
    [
        ("B-a I-a O", [("a", (0, 2))]),
        ("I-a I-a I-b", [("a", (0, 2)), ("b", (2, 3))]),
        ("B-a B-a", [("a", (0, 1)), ("a", (1, 2))]),
        ("B-a L-a U-a", [("a", (0, 2)), ("a", (2, 3))]),
        ("S-a B-b E-b I-b", [("a", (0, 1)), ("b", (1, 3)), ("b", (3, 4))]),
    ],
)
def test_runs_begin_and_end_as_the_schemes_say(
    tags: str, runs: list[tuple[str, tuple[int, int]]]
) -> None:
    assert list(runs_in(tags.split())) == runs


@given(st.lists(st.integers(0, 5), min_size=1, max_size=6), st.booleans())
def test_the_runs_that_tags_were_made_of_are_found_in_them(gaps: list[int], is_bilou: bool) -> None:  # noqa: FBT001
    [sheet] = sheets(project_of("abcdef", ((0, 1),)))
    [mark] = sheet.marks
    runs, at = [], 0
    for gap in gaps:
        runs.append((at + gap, at + gap + 1 + gap % 3))
        at = runs[-1][1]
    tags = tags_of([(mark, tuple(runs))], {mark.label.id: "x"}, at, is_bilou=is_bilou)
    assert list(runs_in(tags)) == [("x", run) for run in runs]


def test_a_token_has_room_for_one_label_and_the_longer_one_takes_it() -> None:
    text = "Mill River rose. It fell."
    [sheet] = sheets(project_of(text, ((0, 4),), ((0, 10),), ((5, 9),), ((4, 5),), ((11, 19),)))
    found = placed(Tokens(text), sheet.marks)
    assert [(mark.number, runs) for mark, runs in found.runs] == [
        (5, ((2, 4), (4, 5))),
        (2, ((0, 2),)),
    ]
    quotes = {mark.annotation.id: mark.annotation.quote for mark in sheet.marks}
    assert [(quotes[x.annotation], str(x.reason)[:12]) for x in found.losses if x.annotation] == [
        (" ", "It marks whi"),
        ("rose. It", "It goes over"),
        ("Mill", "It overlaps "),
        ("Rive", "It overlaps "),
    ]


def test_a_passage_inside_a_token_is_widened_to_it() -> None:
    [sheet] = sheets(project_of("Rivers", ((0, 3),)))
    found = placed(Tokens("Rivers"), sheet.marks)
    assert [runs for _mark, runs in found.runs] == [((0, 1),)]
    assert [str(loss.reason)[:16] for loss in found.losses] == ["It does not meet"]


def test_a_passage_over_three_sentences_is_cut_where_they_begin() -> None:
    text = "One. Two two. Three."
    [sheet] = sheets(project_of(text, ((0, 20),)))
    [(_mark, runs)] = placed(Tokens(text), sheet.marks).runs
    assert runs == ((0, 2), (2, 5), (5, 7))
