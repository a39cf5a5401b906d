"""Large edits, undo and redo as the process beside the window writes them."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model.edit import Edit
from annotator.model.ids import SettingId
from annotator.model.message import Message
from annotator.model.records import Setting
from annotator.workspace.beside import ProjectBeside, Written
from annotator.workspace.importing import import_files
from annotator.workspace.steps_beside import replay_beside, write_beside
from annotator.workspace.workspace import Workspace
from tests.workspace.example_owner import Owner
from tests.workspace.example_workspace import new_project, written

LOADED = """
import sys
import annotator.workspace.steps_beside
print(*sorted({name.split(".")[1] for name in sys.modules if name.startswith("annotator.")}))
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with new_project(tmp_path) as made:
        yield made


def test_the_process_takes_back_what_its_owner_did_last(
    workspace: Workspace, tmp_path: Path
) -> None:
    paths = [written(tmp_path / f"{n}.txt", f"Text {n}.") for n in range(3)]
    import_files(workspace, paths)
    before = workspace.documents()
    for is_redo, expected in ((False, []), (True, before)):
        owner = Owner(workspace)
        replay_beside(owner, ProjectBeside.of(workspace), f"g{is_redo}", is_redo=is_redo)
        assert workspace.documents() == workspace.store.documents() == expected
        [told] = [one for one in owner.asked if isinstance(one, Written)]
        assert told.packed is not None
        assert len(told.packed.ids) == 3
    assert workspace.undoable() is not None
    workspace.undo()
    assert workspace.documents() == []


def test_an_edit_that_comes_in_parts_is_one_step(workspace: Workspace) -> None:
    settings = tuple(Setting(SettingId(f"s{n}"), str(n)) for n in range(5))
    parts = (Edit(Message("Set"), added=settings[:2]), Edit(Message("Set"), added=settings[2:]))
    packed = tuple(pickle.dumps(part) for part in parts)
    write_beside(Owner(workspace), ProjectBeside.of(workspace), packed, "together")
    assert {s.id: s.value for s in settings}.items() <= workspace.store.settings().items()
    workspace.undo()
    assert not {s.id for s in settings} & workspace.store.settings().keys()


def test_a_step_loads_neither_readers_nor_formats() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, check=True, text=True
    )
    assert not {"reading", "formats", "suggest"} & set(done.stdout.split())
