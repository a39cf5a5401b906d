"""What an import came to, in sentences."""

from collections.abc import Sequence

from annotator.model.message import _, fill
from annotator.workspace.importing import ImportReport

LISTED = 12
"""So many files are told in a sentence each; more stand in a table."""


def import_sentence(report: ImportReport) -> str:
    """Say what came in and what was there already, or what a file brought for that."""
    counts = {"count": len(report.added), "known": len(report.known)}
    if report.added and report.known:
        text = _(
            "Imported {count} {count|document|documents}; "
            "{known} {known|was|were} in the project already."
        )
        return fill(text, counts)
    if report.added:
        return fill(_("Imported {count} {count|document|documents}."), counts)
    if report.records:
        return _("Imported into what was there: no document is new.")
    return _known(report) if report.known else _("Nothing new was imported.")


def _known(report: ImportReport) -> str:
    if len(report.known) == 1:
        return _("{title} is in the project already.").format(title=report.known[0][1].title)
    text = _("{known} {known|document|documents} are in the project already.")
    return fill(text, {"known": len(report.known)})


def failures_of(report: ImportReport) -> list[tuple[str, str]]:
    """Return each file that failed, with the reason."""
    return [(path.name, str(reason)) for path, reason in report.failed]


def problems_of(report: ImportReport) -> list[tuple[str, str]]:
    """Return each thing that was left out, with the file that it is in."""
    return [(name, str(problem)) for name, problem in report.problems]


def lines_of(rows: Sequence[tuple[str, str]]) -> str:
    """Return rows as sentences, one a line: each names its file once."""
    return "\n".join(said if name in said else f"{name}: {said}" for name, said in rows)
