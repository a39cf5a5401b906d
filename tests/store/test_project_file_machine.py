"""Any history of edits, undo, redo and reopening, against an oracle in plain dicts."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.records import Setting, key_of
from annotator.store.project_file import Store
from annotator.store.session import Session
from tests.example import AUTHOR, Clock, Ids
from tests.store.example_store import everything
from tests.store.random_edits import State, random_edit

ME = key_of(AUTHOR)


class Histories(RuleBasedStateMachine):
    """Does and takes back random edits over all kinds of records."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.ids = Ids()
        folder = Path(self.folder.name)
        self.session = Session(AUTHOR, Clock(), self.ids, folder / "vouched")
        self.store = Store.create(folder / "p.annotator", self.session, title="Machine")
        self.state: State = {ME: AUTHOR}
        self.undone: list[tuple[State, State]] = []
        self.done: list[tuple[State, State]] = []

    @rule(data=st.data(), in_group=st.sampled_from([False, False, True]))
    def apply(self, data: st.DataObject, in_group: bool) -> None:  # noqa: FBT001
        """Do one edit, or two in a group."""
        group = self.ids() if in_group else None
        before, count = self.state, 0
        for _ in range(1 + in_group):
            edit, after = random_edit(data.draw, self.state, self.ids, ME)
            if edit:
                self.store.apply(edit, group=group)
                self.state, count = after, count + 1
        if count:
            self.done.append((before, self.state))
            self.undone = []

    @rule()
    def undo(self) -> None:
        """Take back the last step, if there is one."""
        if not self.done:
            assert self.store.undoable() is None
            with pytest.raises(UserError, match="nothing to undo"):
                self.store.undo()
            return
        assert self.store.undoable()
        assert self.store.undo()
        step = self.done.pop()
        self.undone.append(step)
        self.state = step[0]

    @rule()
    def redo(self) -> None:
        """Do again what was undone last, if there is such a step."""
        if not self.undone:
            assert self.store.redoable() is None
            with pytest.raises(UserError, match="nothing to redo"):
                self.store.redo()
            return
        assert self.store.redoable()
        assert self.store.redo()
        step = self.undone.pop()
        self.done.append(step)
        self.state = step[1]

    @rule(is_vouched_for=st.booleans())
    def reopen(self, is_vouched_for: bool) -> None:  # noqa: FBT001
        """Close the file and open it again, with or without the long checks."""
        self.store.close()
        if not is_vouched_for:
            for marks in (self.store.path.parent / "vouched").iterdir():
                marks.unlink()
        self.store = Store.open(self.store.path, self.session)

    @rule(data=st.data())
    def refuse(self, data: st.DataObject) -> None:
        """Try an edit that also removes what is not there."""
        edit, _ = random_edit(data.draw, self.state, self.ids, ME)
        nowhere = Setting("nowhere", "x")  # type: ignore[arg-type]
        with pytest.raises(UserError):
            self.store.apply(Edit(edit.label, (*edit.removed, nowhere), edit.added, edit.texts))

    @invariant()
    def the_file_is_as_the_oracle_says(self) -> None:
        """Compare every record, and fold the journal."""
        assert everything(self.store) == self.state
        assert all(self.store.get(*key) == record for key, record in self.state.items())
        assert self.store.verify() == []

    def teardown(self) -> None:
        """Close and remove the file."""
        self.store.close()
        self.folder.cleanup()


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
