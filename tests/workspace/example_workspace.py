"""Projects for the tests of the workspace."""

from pathlib import Path

from annotator.workspace.opening import create_project, this_person
from annotator.workspace.workspace import Workspace


def new_project(folder: Path) -> Workspace:
    """Return a new project in a folder."""
    return create_project(folder / "p.annotator", this_person())


def written(path: Path, text: str) -> Path:
    """Write a text file and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
