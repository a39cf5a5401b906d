"""What a worker computes for a document, part by part."""

from pathlib import Path

from annotator.model.kinds import LabelKind
from annotator.workspace import suggesting
from annotator.workspace.importing import import_files
from annotator.workspace.suggesting import accept, speeches
from annotator.workspace.suggestion_run import parts_of, suggest_in_part, tasks_for
from tests.workspace.example_workspace import new_project, written

TEXT = "主持人：开始。\n张明：共有18万人到场，占93.5%，花了3亿元。\n" * 30


def test_parts_make_up_the_text_and_positions_count_from_its_start() -> None:
    parts = list(parts_of(TEXT, (), 100))
    assert "".join(part.text for part in parts) == TEXT
    assert len(parts) > 5
    found = [x for part in parts for x in suggest_in_part(part)]
    assert {TEXT[x.start : x.end] == x.text for x in found} == {True}
    assert [x for x in found if x.label] == []


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
