"""Mark claims, figures and topics in press-conference transcripts.

``from annotator import Project`` gives scripts the verbs of the program; it is loaded on first
use, so that importing a part of this package loads neither SQLite nor Qt.
"""

from typing import TYPE_CHECKING

from annotator.version import __version__

if TYPE_CHECKING:
    from annotator.workspace.project import Project

__all__ = ["Project", "__version__"]


def __getattr__(name: str) -> object:
    """Load ``Project`` on first use."""
    if name == "Project":
        from annotator.workspace.project import Project

        return Project
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
