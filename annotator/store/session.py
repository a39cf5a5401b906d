"""Who writes to a project file, and where clock, ids and vouching come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from annotator.model.author import Author
from annotator.model.ids import Clock, NewId


@dataclass(frozen=True, slots=True)
class Session:
    """The person at the keyboard.

    ``vouch_folder`` remembers which files were closed sound; ``recovery_folder`` takes copies to go
    back to. ``proven`` are the marks of a file that went through the long checks just now.
    """

    author: Author
    clock: Clock
    new_id: NewId
    vouch_folder: Path | None = None
    recovery_folder: Path | None = None
    proven: Mapping[str, str | int] | None = None
