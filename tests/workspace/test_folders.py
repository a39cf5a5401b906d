"""Where the program keeps its own files."""

from pathlib import Path

import pytest

from annotator.workspace import folders


def test_two_variables_move_all_of_the_program_s_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_DATA_DIR", str(tmp_path / "d"))
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path / "c"))
    assert folders.config_folder() == tmp_path / "c"
    for folder in (
        folders.data_folder(),
        folders.vouch_folder(),
        folders.recovery_folder(),
        folders.open_folder(),
        folders.log_path(),
    ):
        assert folder == tmp_path / "d" or folder.parent == tmp_path / "d"


def test_folders_that_are_always_written_are_made_and_others_only_when_needed() -> None:
    assert folders.data_folder().is_dir()
    assert folders.config_folder().is_dir()
    assert folders.vouch_folder().is_dir()
    assert not folders.recovery_folder().exists()
    assert not folders.open_folder().exists()


def test_without_variables_they_are_the_system_s_for_this_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANNOTATOR_DATA_DIR")
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, **_more: str(tmp_path / name))
    assert folders.data_folder() == tmp_path / "transcript-annotator"


def test_files_are_sought_at_home_where_there_is_no_folder_of_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "Documents"
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(documents))
    assert folders.documents_folder() == Path.home()
    documents.mkdir()
    assert folders.documents_folder() == documents


def test_files_go_beside_a_project_but_not_among_the_program_s_own(tmp_path: Path) -> None:
    assert folders.folder_of_files(tmp_path / "work" / "p.annotator") == tmp_path / "work"
    sample = folders.data_folder() / "samples" / "briefing-zh.annotator"
    assert folders.folder_of_files(sample) == folders.documents_folder()
