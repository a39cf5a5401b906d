"""Suggestions computed part by part are those of the whole text."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.kinds import LabelKind
from annotator.workspace import suggesting
from annotator.workspace.importing import import_files
from annotator.workspace.suggesting import Speech, accept, speeches
from annotator.workspace.suggestion_run import (
    Part,
    parts_of,
    suggest_in_part,
    suggest_topics_in,
    tasks_for,
)
from tests.workspace.example_workspace import new_project, written

LINE = "今年新建公园12个，投入1.2亿元。\n"


@given(st.text("ab\n", max_size=60), st.integers(1, 12))
def test_parts_make_up_the_text_and_cut_no_line_that_fits(text: str, size: int) -> None:
    parts = list(parts_of(text, (), size))
    assert "".join(part.text for part in parts) == text
    assert [part.offset for part in parts] == [
        sum(len(p.text) for p in parts[:at]) for at in range(len(parts))
    ]
    for part in parts[:-1]:
        assert part.text.endswith("\n") or "\n" not in part.text
        assert len(part.text) <= 2 * size


@given(st.lists(st.integers(1, 8), max_size=6), st.integers(1, 9))
def test_speeches_are_cut_where_the_parts_are(lengths: list[int], size: int) -> None:
    text, speeches, at = "x" * sum(lengths), [], 0
    for length in lengths:
        speeches.append(Speech(at, at + length, "speaker"))
        at += length
    spoken = [
        (part.offset + speech.start, part.offset + speech.end)
        for part in parts_of(text, speeches, size)
        for speech in part.speeches
    ]
    assert all(start < end for start, end in spoken)
    covered = [at for start, end in spoken for at in range(start, end)]
    assert covered == list(range(len(text)))


def test_a_part_s_suggestions_are_counted_from_the_start_of_the_document() -> None:
    text = LINE * 3
    offset = len(LINE)
    found = suggest_in_part(Part(offset, LINE, (Speech(0, len(LINE), "speaker"),)))
    assert {"12个", "1.2亿元"} <= {text[x.start : x.end] for x in found}
    assert all(text[x.start : x.end] == x.text for x in found)
    assert all(offset <= x.start < x.end <= 2 * offset for x in found)
    assert [x.start for x in found] == sorted(x.start for x in found)


def test_the_tasks_of_a_document_are_its_parts_and_then_its_topics() -> None:
    tasks = list(tasks_for(LINE * 2000, (), ()))
    assert [task for task, _values in tasks] == [
        *([suggest_in_part] * (len(tasks) - 1)),
        suggest_topics_in,
    ]
    assert len(tasks) > 2
    assert tasks[-1][1] == (LINE * 2000, (), ())


TEXT = "主持人：开始。\n张明：共有18万人到场，占93.5%，花了3亿元。\n" * 30


def test_the_worker_names_the_labels_so_that_who_accepts_reads_no_examples(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        [document] = import_files(workspace, [written(tmp_path / "a.txt", TEXT)]).added
        s, labels = workspace.load(document.id), workspace.labels()
        found = [x for task, values in tasks_for(TEXT, speeches(s), labels) for x in task(*values)]
        figures = [x for x in found if x.kind is LabelKind.FIGURE]
        slugs = {x.text: workspace.label(x.label).slug for x in figures if x.label}
        assert slugs == {"18万人": "quantity", "93.5%": "share", "3亿元": "money"}
        read = suggesting._examples_of_kind.cache_info()
        edit = accept(s, labels, figures, workspace.hand)
        assert len(edit.added) == 2 * len(figures)
        assert suggesting._examples_of_kind.cache_info() == read
