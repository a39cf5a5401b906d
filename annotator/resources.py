"""Finds the files that come with the program, in a checkout and in a wheel, and the user's own."""

import os
from pathlib import Path

import platformdirs

APPLICATION = "transcript-annotator"
_PACKAGE = Path(__file__).parent


def resource_path(*parts: str) -> Path:
    """Return the path of a file or folder below ``resources/``; it need not exist."""
    return _folder("resources").joinpath(*parts)


def sample_project_path(name: str) -> Path:
    """Return the path of the sample project ``name``, such as ``briefing-zh``."""
    return _folder("projects") / f"{name}.annotator"


def own_path(*parts: str) -> Path:
    """Return the path of a file or folder in the user's configuration; it need not exist.

    ``ANNOTATOR_CONFIG_DIR`` names another folder than the system's.
    """
    folder = os.environ.get("ANNOTATOR_CONFIG_DIR") or platformdirs.user_config_dir(
        APPLICATION, appauthor=False
    )
    return Path(folder, *parts)


def _folder(name: str) -> Path:
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name
