"""What an open project has in memory of its documents and codebook."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.workspace.workspace import Workspace
from tests.example import DOCUMENT, MONEY
from tests.robustness.work import make_project, real_session


def test_documents_and_labels_follow_each_edit(tmp_path: Path) -> None:
    make_project(tmp_path / "p.annotator")
    with Workspace.open(tmp_path / "p.annotator", real_session()) as workspace:
        count = len(workspace.documents())
        first = replace(DOCUMENT, title="Renamed", order=-1)
        named = replace(MONEY, slug="cash")
        workspace.apply(Edit(Message("Rename"), (DOCUMENT, MONEY), (first, named)))
        assert workspace.documents()[0] == first == workspace.document(DOCUMENT.id)
        assert workspace.find_label("cash") == named == workspace.label(MONEY.id)
        assert named in workspace.labels()
        workspace.undo()
        assert len(workspace.documents()) == count
        assert workspace.document(DOCUMENT.id) == DOCUMENT
        with pytest.raises(UserError, match="cash"):
            workspace.find_label("cash")


def test_what_is_not_there_is_refused_by_its_name(tmp_path: Path) -> None:
    make_project(tmp_path / "p.annotator")
    with Workspace.open(tmp_path / "p.annotator", real_session()) as workspace:
        with pytest.raises(UserError, match="no document nowhere"):
            workspace.document(DocumentId("nowhere"))
        with pytest.raises(UserError, match="money"):
            workspace.find_label("money", LabelKind.TOPIC)
