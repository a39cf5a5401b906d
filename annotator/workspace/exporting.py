"""Writing a project's annotations to a file in one of the formats."""

from pathlib import Path

from annotator.formats.base import Options, Selection
from annotator.formats.registry import format_named
from annotator.workspace.workspace import Workspace


def export_file(
    workspace: Workspace,
    format_name: str,
    output: Path,
    selection: Selection,
    options: Options,
) -> int:
    """Write the selected annotations; returns how many.

    The file appears whole or not at all: an export that fails leaves the old file.

    Raises:
        UserError: the format is unknown or only read, or the file cannot be written.
    """
    return format_named(format_name).write(workspace, selection, output, options)
