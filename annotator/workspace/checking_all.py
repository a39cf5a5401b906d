"""All documents of a project held against each other, beside the window.

What computes is imported where it runs: in the worker, not in the window.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import nsmallest
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.checks.statement import Excerpt, Told, Verdict
from annotator.model.ids import DocumentId
from annotator.model.records import Document, Finding
from annotator.model.snapshot import Snapshot
from annotator.workspace.beside import ProjectBeside
from annotator.workspace.checking import check_examined, examine, marked_figures
from annotator.workspace.worker import Line

if TYPE_CHECKING:
    from annotator.workspace.account_file import AccountFile

AROUND = 60
"""Code points around a passage of a document's own check."""
MOST = 5000
"""More checks than this are not shown: conflicts come first, then what is open."""
_ORDER = {Verdict.CONFLICT: 0, Verdict.UNDETERMINED: 1, Verdict.CONSISTENT: 2}


@dataclass(frozen=True, slots=True)
class HowFar:
    """How many documents are read, or how many pairs of figures compared, of how many."""

    done: int
    total: int
    is_comparing: bool = False


@dataclass(frozen=True, slots=True)
class AllChecks:
    """What was found in and between documents, the first ones of how many; and all rulings."""

    found: tuple[Told, ...]
    total: int
    documents: int
    findings: tuple[Finding, ...]


def check_all_beside(
    line: Line, project: ProjectBeside, path: Path, changed: frozenset[DocumentId]
) -> AllChecks:
    """Return the checks of all documents; what a worker computes, telling how far it is.

    Only documents that changed or that the file at ``path`` does not know are read.

    Raises:
        UserError: the project cannot be read.
    """
    from annotator.workspace.account_file import AccountFile

    with project.opened() as workspace, AccountFile(path) as accounts:
        documents = workspace.documents()
        wanted = [d for d in documents if d.id in changed or not accounts.has(d.id)]
        for done, document in enumerate(wanted):
            line.tell(HowFar(done, len(wanted)))
            _take_in(accounts, document, workspace.load(document.id))
        accounts.choose(document.id for document in documents)
        count = _Counted()
        found = nsmallest(MOST, count.each(_found(line, accounts)), key=_importance)
        return AllChecks(tuple(found), count.number, len(accounts), tuple(project.findings()))


def _found(line: Line, accounts: "AccountFile") -> Iterator[Told]:
    """Yield the checks of each document by itself, then those between documents."""
    from annotator.checks.between import check_between

    for number in range(len(accounts)):
        yield from accounts.checks_of(number)
    yield from check_between(
        accounts, lambda done, total: line.tell(HowFar(done, total, is_comparing=True))
    )


class _Counted:
    """Counts what passes by."""

    def __init__(self) -> None:
        self.number = 0

    def each(self, found: Iterator[Told]) -> Iterator[Told]:
        """Yield what passes by."""
        for told in found:
            self.number += 1
            yield told


def _importance(told: Told) -> tuple[int, float]:
    return _ORDER[told.check.verdict], -told.check.score


def _take_in(accounts: "AccountFile", document: Document, s: Snapshot) -> None:
    """Keep what a document states, and what is to be seen in its own figures."""
    from annotator.checks.accounts import account_of

    examined = examine(document.id, s.text, marked_figures(s))
    known = replace(examined, title=document.title, date=document.date, place=document.place)
    checks = check_examined(known)
    told = (
        Told(check, tuple(_excerpt(s.text, p.start, p.end) for p in check.passages))
        for check in checks
        if check.verdict is not Verdict.CONSISTENT
    )
    accounts.add(account_of(document.id, known), tuple(told))


def _excerpt(text: str, start: int, end: int) -> Excerpt:
    first = max(0, start - AROUND)
    return Excerpt(text[first : end + AROUND], start - first, end - first)
