"""Finds the files that come with the program, in a checkout and in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource_path(*parts: str) -> Path:
    """Return the path of a file or folder below ``resources/``; it need not exist."""
    return _folder("resources").joinpath(*parts)


def sample_project_path(name: str) -> Path:
    """Return the path of the sample project ``name``, such as ``briefing-zh``."""
    return _folder("projects") / f"{name}.annotator"


def _folder(name: str) -> Path:
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name
