"""What is on show follows the project, however many others are asked for meanwhile."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from annotator.model import edits
from annotator.model.edit import joined
from annotator.model.message import Message
from annotator.model.records import Annotation
from annotator.workspace.kept_documents import OTHERS, KeptDocuments
from annotator.workspace.opening import this_person
from annotator.workspace.workspace import Workspace
from tests.benchmarks.projects import Size, build

COUNT = OTHERS + 4


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    build(tmp_path / "p.annotator", Size(COUNT, 500, 2), this_person())
    with Workspace.open(tmp_path / "p.annotator", this_person()) as opened:
        yield opened


def test_the_document_on_show_follows_an_edit_of_many_documents(workspace: Workspace) -> None:
    ids = [document.id for document in workspace.documents()]
    on_show = workspace.begin(ids[0]).finish()
    snapshots = [workspace.load(document_id) for document_id in ids]
    removals = [edits.remove(s, s.all(Annotation)) for s in snapshots]
    workspace.apply(joined(Message("Delete"), *removals))
    assert on_show.all(Annotation) == []
    workspace.undo()
    assert len(on_show.all(Annotation)) == 2
    assert workspace.load(ids[0]) is on_show


def test_only_the_last_few_others_are_kept(workspace: Workspace) -> None:
    kept = KeptDocuments()
    ids = [document.id for document in workspace.documents()]
    first = [kept.get(x, partial(workspace.store.begin, x)) for x in ids]
    again = [kept.get(x, partial(workspace.store.begin, x)) for x in reversed(ids)]
    is_kept = [one is other for one, other in zip(reversed(first), again, strict=True)]
    assert is_kept == [True] * OTHERS + [False] * (COUNT - OTHERS)


def test_another_on_show_lets_go_of_the_one_before(workspace: Workspace) -> None:
    ids = [document.id for document in workspace.documents()]
    before = workspace.begin(ids[0])
    for document_id in ids[1:]:
        workspace.begin(document_id)
    assert workspace.begin(ids[0]) is not before
