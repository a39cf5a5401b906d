"""Has a process beside the window write to the project, and shows what it has written."""

from annotator.model.edit import Edit
from annotator.workspace.beside import Loan, Told, Writing, growth_of
from annotator.workspace.workspace import Workspace


class BesideWriter:
    """Follows one writing process at a time.

    What it writes is told by it, not found by the look at the file that finds others' changes;
    what it could not tell before it ended is read from the file.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._group = ""
        self._told: set[str] = set()
        self._is_in_parts = False

    def begin(self) -> str:
        """Return the group under which the process is to write: one undo takes it back."""
        self._group = self._workspace.session.new_id()
        self._told.clear()
        self._is_in_parts = False
        self._workspace.store.tail.leave(self._group)
        return self._group

    def hear(self, said: Told) -> tuple[Edit, int] | None:
        """Show what is in the file, or write what the process could not.

        Returns what is shown of an edit, and how many records it added or, with a minus, took away.

        Raises:
            UserError: it was not written.
        """
        if isinstance(said, Loan):
            self._follow_loan(said)
            return None
        if isinstance(said, Writing):
            self._workspace.apply(said.edit, group=said.group, texts_are_new=said.texts_are_new)
            return said.edit, growth_of(said.edit)
        self._is_in_parts = said.packed is None
        if said.packed is not None:
            self._told.update(said.packed.ids)
            self._workspace.store.tail.take(said.packed)
        self._workspace.take(said.edit, said.uses)
        return said.edit, said.records

    def _follow_loan(self, loan: Loan) -> None:
        custody = self._workspace.store.custody
        match loan:
            case Loan.OPENED:
                custody.lend()
            case Loan.FINISHED:
                custody.look()
            case Loan.ALONE:
                custody.take_back()

    def end(self) -> bool:
        """Show what was written and not told to its end; returns whether anything was written."""
        group, self._group = self._group, ""
        if not group:
            return False
        left = self._workspace.store.tail.come_back(group, self._told)
        if left and self._is_in_parts:
            self._workspace.count_again()
        self._workspace.follow(left)
        return bool(left or self._told)
