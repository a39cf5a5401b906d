"""One of two people who write to one project at the same time: a program of its own.

Arguments: project, how many edits, seed. It marks passages and, every fifth time, counts up one
number that both share; the number is read from the project as this process knows it. It prints
how often somebody else was in the way.
"""

import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from annotator.model import edits
from annotator.model.edit import Edit, repeated_over
from annotator.model.errors import ChangedMeanwhileError, NotSavedError
from annotator.model.ids import SettingId
from annotator.model.message import Message
from annotator.model.records import Setting
from annotator.workspace.workspace import Workspace
from tests.example import DOCUMENT, LABELS, TEXT
from tests.robustness.work import real_session

COUNTER = SettingId("counter")
PAUSE = 0.01
"""Seconds between two edits, at most, in which the other one gets the lock."""


class Writer:
    """Writes, and repeats what somebody else was in the way of."""

    def __init__(self, workspace: Workspace, dice: Random) -> None:
        self.workspace = workspace
        self.dice = dice
        self.collisions = 0
        self.known: Setting | None = workspace.setting(COUNTER)

    def mark(self) -> None:
        """Mark a passage; the file may be locked for a moment."""
        start = self.dice.randrange(len(TEXT) - 8)
        s = self.workspace.load(DOCUMENT.id)
        hand = self.workspace.hand
        self.save(edits.mark(s, self.dice.choice(LABELS), ((start, start + 4),), hand))

    def count_up(self) -> None:
        """Add one to the shared number, over whatever the other one wrote meanwhile."""
        while True:
            before = self.known or Setting(COUNTER, "0")
            after = replace(before, value=str(int(before.value) + 1))
            removed = (before,) if self.known else ()
            edit = Edit(Message("Count"), removed, (after,))
            try:
                self.save(edit)
            except ChangedMeanwhileError as error:
                self.collisions += 1
                [difference] = error.differences
                assert difference.mine == after
                assert isinstance(difference.theirs, Setting)
                self.known = difference.theirs
                over = repeated_over(edit, error.differences)
                assert over.removed == (difference.theirs,)
                continue
            self.known = after
            return

    def save(self, edit: Edit) -> None:
        """Write an edit, however long the other one holds the file."""
        try:
            self.workspace.apply(edit)
        except NotSavedError:
            while self.workspace.unsaved:
                self._save_again()

    def _save_again(self) -> None:
        try:
            self.workspace.save_again()
        except NotSavedError:
            return
        except ChangedMeanwhileError:
            self.workspace.replace_unsaved(None)
            raise


def main() -> None:
    """Write as often as asked."""
    project, count, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    with Workspace.open(project, real_session()) as workspace:
        writer = Writer(workspace, Random(seed))  # noqa: S311 - the same edits in every run
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        for number in range(count):
            if number % 5:
                writer.mark()
            else:
                writer.count_up()
            workspace.follow(workspace.news())
            time.sleep(writer.dice.random() * PAUSE)
        sys.stdout.write(f"{writer.collisions}\n")


if __name__ == "__main__":
    main()
