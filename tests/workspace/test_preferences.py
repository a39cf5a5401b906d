"""What the program remembers between starts."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.ids import is_id
from annotator.workspace.preferences import RECENT, Preferences, PreferencesFile
from tests.example import Ids


@pytest.fixture
def file(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path, Ids())


def test_the_first_start_makes_an_author_who_stays(file: PreferencesFile) -> None:
    first = file.load()
    assert is_id(first.author_id)
    assert first.author_name
    assert file.load() == first
    assert first.author().id == first.author_id


def test_everything_is_remembered(file: PreferencesFile, tmp_path: Path) -> None:
    kept = replace(
        file.load().with_recent(tmp_path / "项目.annotator"),
        theme="dark",
        window={"geometry": "abc"},
        author_name="林",
    )
    file.save(kept)
    assert file.load() == kept


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "3", '{"window": 3}', '{"recent": {"a": 1}}', "\ud800"]
)
def test_a_damaged_file_counts_as_none(tmp_path: Path, damage: str) -> None:
    (tmp_path / "preferences.json").write_bytes(damage.encode(errors="surrogatepass"))
    assert PreferencesFile(tmp_path, Ids()).load().recent == ()


def test_recent_projects_come_newest_first_without_repeats(tmp_path: Path) -> None:
    preferences = Preferences()
    for number in [*range(RECENT + 3), RECENT + 1]:
        preferences = preferences.with_recent(tmp_path / str(number))
    names = [Path(path).name for path in preferences.recent]
    assert names[:3] == [str(RECENT + 1), str(RECENT + 2), str(RECENT)]
    assert len(names) == RECENT
    assert preferences.without_recent(tmp_path / names[0]).recent == preferences.recent[1:]


def test_a_folder_that_cannot_be_written_loses_only_the_preferences(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert PreferencesFile(blocked, Ids()).load().author_name


def test_a_path_that_is_no_text_is_remembered_too(file: PreferencesFile) -> None:
    recent = ("/data/bad\udcff.annotator", "/数据/简报.annotator")
    file.save(replace(file.load(), recent=recent))
    assert file.load().recent == recent
