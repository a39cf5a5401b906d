"""Writing a project's annotations to a file in one of the formats."""

from dataclasses import dataclass
from pathlib import Path

from annotator.formats.base import Selection
from annotator.formats.registry import format_named
from annotator.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What some formats let the user choose."""

    byte_order_mark: bool = False


def export_file(
    workspace: Workspace,
    format_name: str,
    output: Path,
    selection: Selection,
    options: ExportOptions,
) -> int:
    """Write the selected annotations; returns how many.

    The file appears whole or not at all: an export that fails leaves the old file.

    Raises:
        UserError: the format is unknown, or the file cannot be written.
    """
    return format_named(format_name).write(workspace, selection, output, options)
