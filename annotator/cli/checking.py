"""The command that holds the figures of transcripts against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import click

from annotator.checks.accounts import Account, account_of
from annotator.checks.between import check_between
from annotator.checks.run import check_text
from annotator.checks.statement import Check, Verdict
from annotator.cli.output import Fact, naming, print_facts, say, with_progress
from annotator.model.ids import DocumentId
from annotator.model.message import Message, _
from annotator.model.records import Passage
from annotator.workspace.account_file import AccountFile
from annotator.workspace.checking import examine
from annotator.workspace.parallel import in_processes
from annotator.workspace.sources import Source, readable, require_files


@dataclass(frozen=True, slots=True)
class _Checked:
    """A text with its figures and what was found in it."""

    source: Source
    account: Account | None
    facts: tuple[dict[str, object], ...]


def _check(source: Source) -> _Checked:
    """Check one text; its name stands in for its id, so that findings can say where they are."""
    name = DocumentId(source.document or source.file)
    marked = [replace(statement, document=name) for statement in source.marked]
    examined = replace(
        examine(name, source.text, marked),
        title=source.document,
        date=source.date,
        place=source.place,
    )
    found = check_text(source.text, examined.statements)
    facts = tuple(_fact(source, check) for check in found)
    account = account_of(name, examined) if source.document else None
    return _Checked(replace(source, text="", marked=(), speeches=()), account, facts)


def _fact(source: Source, check: Check) -> dict[str, object]:
    spans: list[list[object]] = [[p.start, p.end] for p in check.passages]
    if source.document:
        spans = [[p.document, p.start, p.end] for p in check.passages]
    return {
        "file": source.file,
        "type": check.type.value,
        "verdict": check.verdict.value,
        "spans": spans,
        "texts": list(check.texts),
        "working": str(check.working),
        "score": round(check.score, 2),
    }


@click.command(
    short_help=_("Hold figures against each other: repeats, shares, sums, dates."),
    help=_(
        "Hold the figures of transcripts against each other: repeats, shares, sums, growth, "
        "lists, dates.\n\nThe documents of a project are held against each other too. "
        "The path - stands for a transcript that is piped in."
    ),
)
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option(
    "--verdict", type=click.Choice([v.value for v in Verdict]), help=_("Only this verdict.")
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, help=_("How many processes."))
@click.option("--encoding", help=_("The files' encoding, where guessing goes wrong."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object per line."))
def check(
    paths: tuple[Path, ...], verdict: str | None, jobs: int, encoding: str | None, *, as_json: bool
) -> int:
    """Print what is found in files, projects and folders; 1 if any file failed."""
    files = require_files(paths)
    failed: list[tuple[Path, Message]] = []
    sources = readable(with_progress(files, len(files), _("Checking")), encoding, failed)
    facts = _facts(map(_check, sources) if jobs == 1 else in_processes(_check, sources, jobs))
    wanted = (fact for fact in facts if verdict in (None, fact["verdict"]))
    print_facts(wanted if as_json else map(_readable_fact, wanted), as_json=as_json)
    for path, message in failed:
        say(str(naming(path, message)))
    return 1 if failed else 0


def _facts(results: Iterator[_Checked]) -> Iterator[dict[str, object]]:
    """Yield what was found in each text, then between the documents of each project."""
    for file, texts in groupby(results, key=lambda checked: checked.source.file):
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            yield from _of_file(file, texts, Path(folder) / "accounts")


def _of_file(file: str, texts: Iterator[_Checked], path: Path) -> Iterator[dict[str, object]]:
    """Yield what was found in the texts of one file; what they state is kept at a path."""
    titles: list[str] = []
    with AccountFile(path) as accounts:
        for checked in texts:
            yield from checked.facts
            if checked.account is not None:
                number = DocumentId(str(len(titles)))
                accounts.add(replace(checked.account, document=number), ())
                titles.append(checked.account.document)
        accounts.choose(DocumentId(str(number)) for number in range(len(titles)))
        for told in check_between(accounts):
            passages = (replace(p, document=_titled(titles, p)) for p in told.check.passages)
            source = Source(file, "", document=titles[0])
            yield _fact(source, replace(told.check, passages=tuple(passages)))


def _titled(titles: Sequence[str], passage: Passage) -> DocumentId:
    return DocumentId(titles[int(passage.document)])


def _readable_fact(fact: dict[str, object]) -> Fact:
    """Return a finding for a person: verdict, kind, the working, and where its passages are."""
    names = ("verdict", "type", "working", "file")
    spans = cast("list[list[str | int]]", fact["spans"])
    return {name: fact[name] for name in names} | {"at": [_place(*span) for span in spans]}


def _place(*span: str | int) -> str:
    """Return ``1920-1922``, behind the document's name where there is one."""
    *document, start, end = span
    return ":".join(map(str, [*document, f"{start}-{end}"]))
