"""Errors a user can act on, against everything else, which is a bug."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.message import Message

if TYPE_CHECKING:
    from annotator.model.records import Document, Record


class UserError(Exception):
    """Something the user can put right: says what is wrong, where, and what to do.

    Args:
        template: the sentence, an entry of the gettext catalogue, with ``{name}`` places.
        values: what goes into the places.
    """

    def __init__(self, template: str, **values: str | int) -> None:
        self.message = Message(template, values)
        super().__init__(template)

    def __str__(self) -> str:
        """Return the sentence in the user's language."""
        return str(self.message)


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that changed meanwhile; None where it is not there.

    ``expected`` is what the edit took for granted, ``mine`` what it would have made of it, and
    ``theirs`` what the file holds.
    """

    expected: "Record | None"
    mine: "Record | None"
    theirs: "Record | None"


class ChangedMeanwhileError(UserError):
    """Records that an edit would change are no longer what the edit says."""

    def __init__(
        self, template: str, differences: Sequence[Difference] = (), **values: str | int
    ) -> None:
        super().__init__(template, **values)
        self.differences = tuple(differences)


class KnownTextError(UserError):
    """A text that was to be new is in the project already, as that of ``document``."""

    def __init__(self, template: str, document: "Document", **values: str | int) -> None:
        super().__init__(template, **values)
        self.args = template, document  # what unpickling hands in
        self.document = document


class NotSavedError(UserError):
    """The disk did not take an edit: nothing is written, and it can be tried again."""


class OverwrittenError(NotSavedError):
    """Another program put an older version of the file in its place."""


class DamagedError(UserError):
    """A project file is damaged or was altered; ``problems`` are what is wrong with it."""

    def __init__(
        self, template: str, problems: Sequence[Message] = (), **values: str | int
    ) -> None:
        super().__init__(template, **values)
        self.problems = tuple(problems)


class CannotWriteError(UserError):
    """A file can be read but not written."""


def not_read(path: Path, error: OSError) -> UserError:
    """Return that a file cannot be read, and why."""
    return UserError(
        "{path} cannot be read: {reason}.", path=str(path), reason=error.strerror or ""
    )


def not_csv(name: str, line: int, reason: str) -> UserError:
    """Return why a row of a CSV file is none; ``line`` is the one that it begins on.

    The reader that meets an open quotation mark reads to the end of the file, and then says that
    the end is unexpected.
    """
    if "unexpected end" in reason:
        return UserError(
            "Line {line} of {name} is not CSV: a quotation mark is opened and never closed.",
            line=line,
            name=name,
        )
    return UserError(
        "Line {line} of {name} is not CSV: {reason}.", line=line, name=name, reason=reason
    )
