"""One file made into another format, through a project that is thrown away."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.formats.base import Format
from annotator.formats.jsonl import JSONL
from annotator.formats.registry import FORMATS, format_named
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import AuthorId, IdSource, utc_now
from annotator.model.message import Message
from annotator.model.records import Author
from annotator.store.session import Session
from annotator.workspace.importing import ImportReport, ReadAs, import_files
from annotator.workspace.opening import SUFFIX, open_project, this_person
from annotator.workspace.workspace import Workspace


def format_for(output: Path, name: str | None = None) -> Format:
    """Return the format to write: the one named, or the one that the file's ending tells.

    Where several have the ending, our own lossless one is meant if it is among them.

    Raises:
        UserError: the ending is that of no format or of several.
    """
    if name is not None:
        return format_named(name)
    fitting = [f for f in FORMATS if f.writes and output.suffix.lower() in f.extensions]
    if len(fitting) == 1 or fitting[:1] == [JSONL]:
        return fitting[0]
    names = ", ".join(known.name for known in fitting or FORMATS if known.writes)
    raise UserError(
        "The ending of {name} does not tell the format: say which one with --to ({names}).",
        name=output.name,
        names=names,
    )


@contextmanager
def filled_with(path: Path, read_as: ReadAs, report: ImportReport) -> Iterator[Workspace]:
    """Give a project that holds what is in a file, and goes when it is done with.

    Raises:
        UserError: the file cannot be read.
    """
    if path.suffix == SUFFIX:
        with open_project(path, this_person(), read_only=True) as workspace:
            yield workspace
        return
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        new_id = IdSource()
        session = Session(Author(AuthorId(new_id()), ""), utc_now, new_id)
        made = Path(folder) / f"convert{SUFFIX}"
        empty = Edit(Message("New project"))
        with Workspace.create(made, session, title=path.stem, setup=empty) as workspace:
            told = import_files(workspace, [path], read_as)
            report.added, report.problems = told.added, told.problems
            if told.failed:
                reason = told.failed[0][1]
                raise UserError(reason.template, **reason.values)
            yield workspace
