"""Where the program keeps its own files; two environment variables move them."""

import os
from contextlib import suppress
from pathlib import Path

import platformdirs

from annotator.resources import APPLICATION, own_path


def data_folder() -> Path:
    """Return the folder for samples, logs and recovery, made if missing and possible.

    ``ANNOTATOR_DATA_DIR`` names another one.
    """
    return _made(
        os.environ.get("ANNOTATOR_DATA_DIR")
        or platformdirs.user_data_dir(APPLICATION, appauthor=False)
    )


def config_folder() -> Path:
    """Return the folder for preferences, made if missing and possible.

    ``ANNOTATOR_CONFIG_DIR`` names another one.
    """
    return _made(str(own_path()))


def documents_folder() -> Path:
    """Return the user's documents folder, where file dialogs start; their home if there is none."""
    folder = Path(platformdirs.user_documents_dir())
    return folder if folder.is_dir() else Path.home()


def folder_of_files(project: Path) -> Path:
    """Return where a user keeps the files that go with a project: beside it, unless it is ours."""
    folder = project.absolute().parent
    is_ours = folder.is_relative_to(data_folder().absolute())
    return documents_folder() if is_ours else folder


def vouch_folder() -> Path:
    """Return the folder that says which project files this machine has checked and closed."""
    return _made(str(data_folder() / "vouched"))


def recovery_folder() -> Path:
    """Return the folder of the recovery copies; it is made with the first."""
    return data_folder() / "recovery"


def open_folder() -> Path:
    """Return the folder that says which projects are open; it is made with the first."""
    return data_folder() / "open"


def log_path() -> Path:
    """Return the path of the log."""
    return data_folder() / "annotator.log"


def _made(folder: str) -> Path:
    """Make a folder; where that cannot be done, nothing is remembered but all else works."""
    path = Path(folder)
    with suppress(OSError):
        path.mkdir(parents=True, exist_ok=True)
    return path
