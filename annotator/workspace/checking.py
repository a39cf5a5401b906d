"""Checks of documents, and a person's rulings on what they find.

What computes is imported where it runs: in the worker, not in the window.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.checks.statement import Check, Statement, Verdict
from annotator.model.edit import Edit
from annotator.model.edits import Hand
from annotator.model.ids import DocumentId, FindingId
from annotator.model.kinds import Ruling
from annotator.model.message import Message
from annotator.model.records import Annotation, Figure, Finding, Passage
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range
from annotator.workspace.beside import ProjectBeside

if TYPE_CHECKING:
    from annotator.checks.accounts import Examined

Places = frozenset[tuple[str, int, int]]


def marked_figures(s: Snapshot) -> list[Statement]:
    """Return the figures that people have marked, each passage once."""
    found: dict[Range, Statement] = {}
    for annotation in s.all(Annotation):
        figure = s.find(Figure, annotation.id)
        if figure is not None and len(annotation.spans) == 1:
            place = annotation.start, annotation.end
            found.setdefault(
                place, Statement(s.document.id, *place, annotation.quote, figure, annotation.id)
            )
    return list(found.values())


def examine(document: DocumentId, text: str, marked: Iterable[Statement] = ()) -> "Examined":
    """Return a text with its figures: those that people marked, and those the program finds."""
    from annotator.checks.accounts import Examined
    from annotator.suggest.figures import suggest_figures

    known = sorted(marked, key=lambda statement: statement.start)
    found = [
        Statement(document, x.start, x.end, x.text, x.figure)
        for x in suggest_figures(text)
        if x.figure is not None
    ]
    free = _apart_from(known, found)
    return Examined(text, tuple(sorted([*known, *free], key=lambda s: (s.start, s.end))))


def _apart_from(known: Sequence[Statement], found: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements that meet none of the known ones; both are in order of their starts."""
    at = reach = 0
    for statement in found:
        while at < len(known) and known[at].start < statement.end:
            reach = max(reach, known[at].end)
            at += 1
        if reach <= statement.start:
            yield statement


RULED = {
    Ruling.OPEN: Message("Open a check again"),
    Ruling.CONFIRMED: Message("Confirm a check"),
    Ruling.NOT_THE_SAME: Message("Rule on a check: not the same thing"),
    Ruling.EXPLAINED: Message("Rule on a check: explained"),
}
"""What the step is called that keeps a ruling."""


def places_of(passages: Iterable[Passage]) -> Places:
    """Return what identifies a finding: the passages that it is about, in any order."""
    return frozenset((passage.document, passage.start, passage.end) for passage in passages)


def rulings(findings: Iterable[Finding]) -> dict[tuple[str, Places], Finding]:
    """Return the findings that people have ruled on, by type and passages."""
    return {(finding.type, places_of(finding.passages)): finding for finding in findings}


def rule(before: Finding | None, check: Check, ruling: Ruling, hand: Hand, note: str = "") -> Edit:
    """Keep a person's ruling on a check as a finding, in place of an earlier one."""
    finding = Finding(
        before.id if before else FindingId(hand.new_id()),
        check.type.value,
        check.passages,
        check.verdict.value,
        str(check.working),
        ruling,
        hand.author,
        note,
    )
    return Edit(RULED[ruling], (before,) if before else (), (finding,))


def check_beside(project: ProjectBeside, document: DocumentId) -> list[Check]:
    """Return all checks of one document; what a worker computes.

    Raises:
        UserError: the document cannot be read.
    """
    s = project.load(document)
    return check_document(document, s.text, marked_figures(s))


def check_document(document: DocumentId, text: str, marked: Iterable[Statement]) -> list[Check]:
    """Return all checks of a text and the figures that people have marked in it."""
    return check_examined(examine(document, text, marked))


def check_examined(examined: "Examined") -> list[Check]:
    """Return all checks of a text and its figures, conflicts first."""
    from annotator.checks.run import check_text

    order = {Verdict.CONFLICT: 0, Verdict.UNDETERMINED: 1, Verdict.CONSISTENT: 2}
    found = check_text(examined.text, examined.statements)
    return sorted(found, key=lambda c: (order[c.verdict], -c.score, c.passages[0].start))
