"""Writes a project in an exchange format, or reads such a file, and tells the time and memory."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.formats.base import Format, Options, Selection
from annotator.formats.csv_file import CSV
from annotator.formats.flat_read import read_flat
from annotator.formats.incoming import ReadOptions
from annotator.formats.jsonl import JSONL
from annotator.formats.jsonl_read import jsonl_lines, read_jsonl
from annotator.formats.registry import format_named
from annotator.formats.xlsx_file import XLSX
from annotator.model.edit import Edit
from annotator.model.ids import DocumentId, EvidenceId
from annotator.model.message import Message
from annotator.model.records import (
    Author,
    Claim,
    Document,
    DocumentLink,
    Evidence,
    Label,
    Record,
    Relation,
    Speaker,
    Text,
    Turn,
)
from annotator.model.snapshot import Snapshot
from annotator.workspace.exporting import Exporting, export
from annotator.workspace.importing import ImportReport, ReadAs, import_each
from annotator.workspace.incoming import ProjectTexts
from annotator.workspace.opening import create_project, open_project, this_person
from annotator.workspace.workspace import Workspace
from tests.benchmarks.measuring import peak_mb, start_peak, tell

CHECKED = ("claimreview", "averitec", "fever")
"""Formats that hold nothing but claims with a verdict."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A project each of whose claims has a verdict and a piece of evidence."""

    workspace: Workspace

    @property
    def project_id(self) -> str:
        return self.workspace.project_id

    @property
    def title(self) -> str:
        return self.workspace.title

    def documents(self) -> Sequence[Document]:
        return self.workspace.documents()

    def load(self, document_id: DocumentId, /) -> Snapshot:
        s = self.workspace.load(document_id)
        return Snapshot(s.document, s.text, [*self.labels(), *self.authors(), *_checked(s)])

    def labels(self) -> Sequence[Label]:
        return self.workspace.labels()

    def authors(self) -> Sequence[Author]:
        return self.workspace.authors()

    def settings(self) -> Mapping[str, str]:
        return self.workspace.settings()

    def document_links(self) -> Sequence[DocumentLink]:
        return self.workspace.document_links()

    def relations_between_documents(self) -> Sequence[Relation]:
        return self.workspace.relations_between_documents()


def _checked(s: Snapshot) -> Iterator[Record]:
    for record in s.records():
        if isinstance(record, Claim):
            yield replace(record, verdict="true")
            url = f"https://example.org/{record.id}"
            yield Evidence(EvidenceId(record.id), record.id, url, quote="So it is.")
        elif not isinstance(record, Document):
            yield record


def write(name: str, project: Path, output: Path) -> None:
    """Write a project."""
    known = format_named(name)
    with open_project(project, this_person()) as workspace:
        source = Checked(workspace) if name in CHECKED else workspace
        _measure(lambda: known.write(source, Selection(), output, Options()))


def write_and_verify(name: str, project: Path, output: Path) -> None:
    """Write a project and read the file back, as an export does."""
    known = format_named(name)
    with open_project(project, this_person()) as workspace:
        source = Checked(workspace) if name in CHECKED else workspace
        _measure(lambda: export(source, Exporting(known), output).count)


def read(name: str, project: Path, output: Path) -> None:
    """Read what was written, a document at a time."""
    known = format_named(name)
    with open_project(project, this_person()) as workspace:
        texts = ProjectTexts(workspace)
        _measure(lambda: sum(1 for _told in _content(known, output, ReadOptions(texts=texts))))


def bring_in(name: str, project: Path, output: Path) -> None:
    """Import what was written into a new project, tables into one with the same documents."""
    with (
        tempfile.TemporaryDirectory(dir=output.parent) as folder,
        create_project(Path(folder) / "new.annotator", this_person()) as workspace,
    ):
        if name in (CSV.name, XLSX.name):
            _add_texts(project, workspace)
        report, read_as = ImportReport(), ReadAs(None, name)
        _measure(lambda: len(list(import_each(workspace, [output], report, read_as))))
        assert not report.failed


def _add_texts(project: Path, workspace: Workspace) -> None:
    """Add the documents of a project with their turns, but nothing that is marked in them."""
    with open_project(project, this_person()) as old:
        for document in old.documents():
            s = old.load(document.id)
            added: list[Record] = [document, *s.all(Speaker), *s.all(Turn)]
            text = Text(document.sha256, s.text)
            workspace.apply(Edit(Message("Import"), added=added, texts=(text,)))


def _content(known: Format, path: Path, options: ReadOptions) -> Iterator[object]:
    if known is JSONL:
        return read_jsonl(jsonl_lines(path))
    if known in (CSV, XLSX):
        return read_flat(path)
    assert known.reader is not None
    return known.reader(path, options)


def _measure(act: Callable[[], int]) -> None:
    before = start_peak()
    began, worked = time.perf_counter(), time.process_time()
    count = act()
    taken, cpu = time.perf_counter() - began, time.process_time() - worked
    tell({"ms": taken * 1000, "cpu": cpu * 1000, "mb": peak_mb() - before, "count": count})


TASKS = {"write": write, "read": read, "import": bring_in, "export": write_and_verify}


def main(task: str, name: str, project: str, output: str) -> None:
    """Run the task of this name."""
    TASKS[task](name, Path(project), Path(output))


if __name__ == "__main__":
    main(*sys.argv[1:])
