"""Random work on a project as a person does it: mark, move, note, undo, redo, import, delete."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from annotator.model import edits
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId, IdSource, utc_now
from annotator.model.message import Message
from annotator.model.records import Annotation, Text
from annotator.model.snapshot import Snapshot
from annotator.store.session import Session
from annotator.workspace.importing import import_files
from annotator.workspace.workspace import Workspace
from tests.example import AUTHOR, DOCUMENT, LABELS, TEXT, document_records


def real_session(folder: Path | None = None) -> Session:
    """Return a session with the real clock and ids, and a recovery folder if one is given."""
    return Session(AUTHOR, utc_now, IdSource(), recovery_folder=folder)


def make_project(path: Path) -> None:
    """Make a project with one short transcript."""
    text = Text(DOCUMENT.sha256, TEXT)
    records = (*LABELS, DOCUMENT, *document_records())
    setup = Edit(Message("New project"), added=records, texts=(text,))
    Workspace.create(path, real_session(), title="Work", setup=setup).close()


@dataclass
class Work:
    """Does one random step after the other; the same seed does the same steps."""

    workspace: Workspace
    dice: Random
    folder: Path

    def step(self) -> bool:
        """Do something; returns whether the file was changed."""
        steps: list[tuple[int, Callable[[], None]]] = [
            (8, self.mark),
            (3, self.move),
            (3, self.note),
            (3, lambda: void(self.workspace.undo())),
            (2, lambda: void(self.workspace.redo())),
            (2, self.remove),
            (1, self.bring_in),
        ]
        [step] = self.dice.choices([do for _, do in steps], [weight for weight, _ in steps])
        before = self.workspace.store.tail.last
        try:
            step()
        except UserError:
            return False
        return self.workspace.store.tail.last != before

    def document(self) -> Snapshot:
        """Return the document that is worked on."""
        return self.workspace.load(DocumentId(DOCUMENT.id))

    def some(self) -> Annotation | None:
        """Return one of its annotations."""
        found = self.document().all(Annotation)
        return self.dice.choice(found) if found else None

    def mark(self) -> None:
        """Put a label on a passage."""
        start = self.dice.randrange(len(TEXT) - 8)
        passage = ((start, start + self.dice.randint(1, 8)),)
        label = self.dice.choice(LABELS)
        self.workspace.apply(edits.mark(self.document(), label, passage, self.workspace.hand))

    def move(self) -> None:
        """Move the edges of an annotation."""
        if one := self.some():
            start = self.dice.randrange(len(TEXT) - 4)
            self.workspace.apply(edits.resize(self.document(), one, 0, start, start + 3))

    def note(self) -> None:
        """Write a note that takes some pages."""
        if one := self.some():
            note = "n" * self.dice.choice((3, 300, 9000))
            self.workspace.apply(edits.set_note(self.document(), [one], note))

    def remove(self) -> None:
        """Delete an annotation."""
        if one := self.some():
            self.workspace.apply(edits.remove(self.document(), [one]))

    def bring_in(self) -> None:
        """Import two transcripts."""
        paths = [self.folder / f"{self.dice.random()}.txt" for _ in range(2)]
        for path in paths:
            path.write_text(f"Moderator: {path.name}\nMs. Lee: We hired 40 people.\n", "utf-8")
        import_files(self.workspace, paths)


def void(_value: object) -> None:
    """Take a value and return none."""
