"""A corrected transcript in a project file: one step, which undo takes back."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.edits import mark
from annotator.model.errors import UserError
from annotator.model.kinds import LinkKind
from annotator.model.project_edits import change_document
from annotator.model.records import Annotation, Speaker
from annotator.reading.sources import read_one
from annotator.workspace.correcting import _numbered, correct_document
from annotator.workspace.importing import import_files
from annotator.workspace.project import Project
from annotator.workspace.workspace import Workspace
from tests.workspace.example_workspace import new_project, written

OLD = "主持人：大家好。\n林晓：今年新建公园12个，投入1.2亿元。\n记者：请问？"
NEW = "主持人：大家上午好。\n林晓：今年新建公园15个，投入1.2亿元。\n记者：请问呢？"


def annotated(folder: Path) -> Workspace:
    """Return a project with a marked document between two others."""
    workspace = new_project(folder)
    for name, text in (("a", "First"), ("b", OLD), ("c", "Last")):
        import_files(workspace, [written(folder / f"{name}.txt", text)])
    document = workspace.documents()[1]
    workspace.apply(change_document(document, replace(document, date="2025-01-02", place="Hall")))
    s = workspace.load(document.id)
    for quote in ("公园12个", "1.2亿元"):
        place = (OLD.index(quote), OLD.index(quote) + len(quote))
        workspace.apply(mark(s, workspace.labels()[0], [place], workspace.hand))
    return workspace


def test_one_step_brings_the_document_in_and_undo_takes_it_back(tmp_path: Path) -> None:
    with annotated(tmp_path) as workspace:
        old = workspace.documents()[1]
        before = list(workspace.store.load(old.id).records())
        transcript = read_one(written(tmp_path / "new.txt", NEW))
        correction = correct_document(workspace, old.id, transcript)
        assert len(workspace.documents()) == 3
        workspace.apply(correction.edit)
        first, same, new, last = workspace.documents()
        assert (same, new.id, last.title) == (old, correction.document.id, "Last")
        assert (new.date, new.place, new.title) == ("2025-01-02", "Hall", f"{old.title} (2)")
        assert [link.kind for link in workspace.document_links()] == [LinkKind.CORRECTION]
        stored = workspace.store.load(new.id)
        assert [a.quote for a in stored.all(Annotation)] == ["公园15个", "1.2亿元"]
        assert {speaker.name for speaker in stored.all(Speaker)} == {"主持人", "林晓", "记者"}
        assert workspace.store.verify() == []
        workspace.undo()
        assert [d.id for d in workspace.documents()] == [first.id, old.id, last.id]
        assert list(workspace.store.load(old.id).records()) == before
        workspace.redo()
        assert len(workspace.documents()) == 4


def test_the_same_text_and_that_of_another_document_are_refused(tmp_path: Path) -> None:
    with annotated(tmp_path) as workspace:
        document = workspace.documents()[1]
        with pytest.raises(UserError, match="the same as before"):
            correct_document(workspace, document.id, read_one(tmp_path / "b.txt"))
        with pytest.raises(UserError, match="in the project already, as First"):
            correct_document(workspace, document.id, read_one(tmp_path / "a.txt"))


def test_a_file_with_several_texts_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "t.jsonl", '{"text": "a"}\n{"text": "b"}\n')
    with pytest.raises(UserError, match="several texts"):
        read_one(path)


def test_the_last_document_is_corrected_too_and_scripts_need_one_call(tmp_path: Path) -> None:
    with annotated(tmp_path) as workspace:
        project = Project(workspace)
        done = project.correct("Last", written(tmp_path / "n.txt", "Last, really."))
        assert [d.id for d in workspace.documents()][-1] == done.document.id
        assert (done.moved, done.changed, done.lost) == ((), (), ())


@pytest.mark.parametrize(
    ("title", "taken", "new"),
    [
        ("Briefing", {"Briefing"}, "Briefing (2)"),
        ("Briefing", {"Briefing", "Briefing (2)"}, "Briefing (3)"),
        ("Briefing (2)", {"Briefing (2)"}, "Briefing (3)"),
        ("Talks (1998)", {"Talks (1998)"}, "Talks (1998) (2)"),
        ("(4)", {"(4)"}, "(4) (2)"),
    ],
)
def test_a_corrected_version_has_a_title_of_its_own(title: str, taken: set[str], new: str) -> None:
    assert _numbered(title, taken) == new
