"""Which texts a project holds, followed without asking the project again."""

from dataclasses import replace
from pathlib import Path

from annotator.reading.pasted import read_pasted
from annotator.workspace.known_texts import KnownTexts
from tests.workspace.example_workspace import new_project


def test_documents_are_known_once_their_edit_is_followed_and_stand_in_order(
    tmp_path: Path,
) -> None:
    with new_project(tmp_path) as workspace:
        texts = KnownTexts(workspace)
        for words in ("One.", "Two."):
            edit = texts.edit_for(read_pasted(words))
            assert texts.document_with(words) is None
            workspace.apply(edit)
            texts.follow(edit)
            assert texts.document_with(words) in workspace.documents()
        assert [workspace.load(d.id).text for d in workspace.documents()] == ["One.", "Two."]
        afresh = KnownTexts(workspace)
        assert afresh.document_with("Two.") == texts.document_with("Two.")


def test_what_comes_next_goes_behind_all_others(tmp_path: Path) -> None:
    with new_project(tmp_path) as workspace:
        texts = KnownTexts(workspace)
        assert texts.next_order() > 0
        edit = texts.edit_for(read_pasted("One."))
        workspace.apply(edit)
        (document,) = workspace.documents()
        texts.know(replace(document, order=700))
        texts.know(replace(document, order=20))
        assert texts.next_order() > 700
        assert KnownTexts(workspace).next_order() > document.order
