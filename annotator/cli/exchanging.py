"""The commands that bring files in, write others, and make one into another."""

from collections.abc import Callable, Mapping
from functools import reduce
from pathlib import Path
from typing import Any

import click

from annotator.cli.arguments import PATH, Decorator, json_option, opened, project_argument
from annotator.cli.output import Fact, naming, print_facts, print_table, say, with_progress
from annotator.formats.base import Format, Loss, Options, Selection
from annotator.formats.offsets import OffsetUnit
from annotator.formats.registry import FORMATS, format_named
from annotator.formats.splits import SPLITS, SplitPart
from annotator.model.kinds import ReviewState
from annotator.model.message import _, fill
from annotator.model.records import Annotation
from annotator.reading.sources import SOURCES
from annotator.workspace.converting import filled_with, format_for
from annotator.workspace.exporting import (
    Exported,
    Exporting,
    counts_of,
    losses,
    replaceable,
)
from annotator.workspace.exporting import export as write
from annotator.workspace.importing import ImportReport, ReadAs, count_steps, import_each
from annotator.workspace.workspace import Workspace

Command = Callable[..., Any]
READ = [*(source.name for source in SOURCES), *(f.name for f in FORMATS if f.reads)]
WRITTEN = [known.name for known in FORMATS if known.writes]
UNITS = [unit.value for unit in OffsetUnit]


class _Shares(click.ParamType[tuple[int, int, int]]):
    """Three whole numbers such as 80,10,10."""

    name = "shares"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[int, int, int]:  # noqa: ANN401 - click's
        """Return the three shares."""
        parts = value if isinstance(value, tuple) else str(value).split(",")
        try:
            train, dev, test = map(int, parts)
        except ValueError:
            sentence = _("The shares of train, dev and test are three whole numbers: 80,10,10.")
            self.fail(sentence, param, ctx)
        return train, dev, test


def all_of(*decorators: Decorator) -> Decorator:
    """Return several options as one decorator, in this order of the help."""
    return lambda command: reduce(lambda made, one: one(made), reversed(decorators), command)


reading_options = all_of(
    click.option("--encoding", help=_("The files' encoding, where guessing goes wrong.")),
    click.option(
        "--offsets",
        type=click.Choice(UNITS),
        help=_("What the files' offsets count, where no quotes in them tell."),
    ),
)
writing_options = all_of(
    click.option("--kind", type=click.Choice(["claim", "figure", "topic"]), help=_("Only these.")),
    click.option("--label", help=_("Only this label: slug, name or id.")),
    click.option("--speaker", help=_("Only this speaker's words.")),
    click.option("--author", help=_("Only what this person annotated: name or id.")),
    click.option("--document", help=_("Only this document: title or id.")),
    click.option("--status", help=_("Only claims of this status, such as open or checked.")),
    click.option(
        "--review",
        type=click.Choice([state.value for state in ReviewState]),
        help=_("Only what reviewers agree is in this state; open is what nobody has decided."),
    ),
    click.option("--split", type=click.Choice(SPLITS), help=_("Only this part of the documents.")),
    click.option(
        "--shares",
        type=_Shares(),
        default="80,10,10",
        help=_("How documents are parted into train, dev and test: 80,10,10 if left out."),
    ),
    click.option(
        "--seed", type=int, default=0, help=_("Another number parts the documents differently.")
    ),
    click.option(
        "--scheme",
        type=click.Choice(["bio", "bilou"]),
        default="bio",
        help=_("How token columns tell where a passage begins."),
    ),
    click.option("--pseudonyms", is_flag=True, help=_("Call the authors author 1, author 2 …")),
    click.option("--bom", is_flag=True, help=_("Start CSV with a byte order mark, for Excel.")),
)


# --- bringing in ---


@click.command(
    "import",
    short_help=_("Import transcripts, folders, archives, files of other tools."),
    help=_(
        "Import transcripts (text, web pages, Word, PDF, subtitles, Whisper JSON, tables of texts, "
        "folders and zip archives of these) or files of other tools (see annotator formats)."
    ),
)
@project_argument
@click.argument("files", type=PATH, nargs=-1, required=True)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(READ),
    help=_("What the files are, where guessing goes wrong."),
)
@reading_options
@json_option
def import_(
    project: Path,
    files: tuple[Path, ...],
    format_name: str | None,
    encoding: str | None,
    offsets: str | None,
    *,
    as_json: bool,
) -> int:
    """Import files; 1 if any failed."""
    report = ImportReport()
    read_as = ReadAs(encoding, format_name, _unit(offsets))
    with opened(project, read_only=False) as workspace:
        steps = import_each(workspace, files, report, read_as)
        try:
            for _path in with_progress(steps, count_steps(files), _("Importing")):
                pass
        finally:
            _tell_import(report, as_json=as_json)
    return 1 if report.failed else 0


def _tell_import(report: ImportReport, *, as_json: bool) -> None:
    """Say what was imported, also where the import was stopped on the way."""
    print_facts(({"id": d.id, "title": d.title} for d in report.added), as_json=as_json)
    for path, document in report.known:
        text = _("{path} is already in the project as {title}.")
        say(text.format(path=path, title=document.title))
    for path, message in report.failed:
        say(str(naming(path, message)))
    _tell_problems(report)
    text = _("Documents imported: {documents}, records: {records}.")
    say(text.format(documents=len(report.added), records=report.records))


def _tell_problems(report: ImportReport) -> None:
    for name, message in report.problems:
        say(f"{name}: {message}")


# --- writing ---


@click.command(
    help=_(
        "Write a project's annotations to a file.\n\nJSONL holds everything but the history of "
        "changes; CSV and XLSX hold one row for each annotation. What the format cannot hold is "
        "told before anything is written; afterwards the file is read back and compared."
    )
)
@project_argument
@click.option(
    "--format",
    "format_name",
    type=click.Choice(WRITTEN),
    required=True,
    help=_("See annotator formats."),
)
@click.option("--output", type=PATH, help=_("The file to write."))
@click.option("--offsets", type=click.Choice(UNITS), help=_("What offsets in the file count."))
@writing_options
@click.option(
    "--check-losses",
    is_flag=True,
    help=_("Only list what the format cannot hold; nothing is written."),
)
@json_option
def export(
    project: Path,
    format_name: str,
    output: Path | None,
    *,
    check_losses: bool,
    as_json: bool,
    **given: Any,  # noqa: ANN401 - the options' values
) -> int:
    """Write the selected annotations; 1 if they do not come back as they are."""
    exporting = _exporting(format_named(format_name), given)
    if output is None and not check_losses:
        raise click.UsageError(_("Name the file to write with --output."))
    target = replaceable(output, project) if output else None
    with opened(project) as workspace:
        if check_losses or as_json:
            _list_losses(workspace, exporting, as_json=as_json)
        else:
            _count_losses(workspace, exporting)
        if check_losses or target is None or output is None:
            return 0
        return _tell_export(write(workspace, exporting, target), output)


def _exporting(known: Format, given: Mapping[str, Any]) -> Exporting:
    filters = ("kind", "label", "speaker", "author", "document", "status", "review")
    shares, seed, split = given["shares"], given["seed"], given["split"]
    part = SplitPart(split, shares, seed) if split else None
    selection = Selection(**{name: given[name] for name in filters}, split=part)
    options = Options(given["bom"], _unit(given["offsets"]), given["scheme"], shares, seed)
    return Exporting(known, selection, options, has_pseudonyms=given["pseudonyms"])


def _unit(name: str | None) -> OffsetUnit | None:
    return OffsetUnit(name) if name else None


def _count_losses(workspace: Workspace, exporting: Exporting) -> None:
    for reason, count in counts_of(losses(workspace, exporting)).items():
        say(_("{count} × {reason}").format(count=count, reason=reason))


def _list_losses(workspace: Workspace, exporting: Exporting, *, as_json: bool) -> None:
    """Print each loss with its place, then how many there are for each reason."""
    found = [loss for loss in losses(workspace, exporting) if isinstance(loss, Loss)]
    print_facts((_loss_fact(workspace, loss) for loss in found), as_json=as_json)
    for reason, count in counts_of(found).items():
        say(_("{count} × {reason}").format(count=count, reason=reason))


def _loss_fact(workspace: Workspace, loss: Loss) -> Fact:
    """Return where a loss is: a document, or in it the passage of an annotation."""
    s = workspace.load(loss.document)
    annotation = s.find(Annotation, loss.annotation) if loss.annotation else None
    return {
        "reason": str(loss.reason),
        "text": annotation.quote if annotation else None,
        "start": annotation.start if annotation else None,
        "document": s.document.title,
        "document_id": loss.document,
        "annotation": loss.annotation,
    }


def _tell_export(done: Exported, output: Path) -> int:
    """Say what was written, and how it differs from the project; 1 if it does."""
    for difference in done.verified.differences:
        say(str(difference))
    say(
        fill(
            _("Wrote {count} {count|annotation|annotations} to {path}."),
            {"count": done.count, "path": str(output)},
        )
    )
    return 1 if done.verified.differences else 0


@click.command(
    short_help=_("Make a file of one format into another, without a project."),
    help=_(
        "Make a file of one format into a file of another, without a project.\n\nThe formats are "
        "told by content and ending; --from and --to say them where that is not enough."
    ),
)
@click.argument("source", metavar="IN", type=PATH)
@click.argument("output", metavar="OUT", type=PATH)
@click.option("--from", "read_as", type=click.Choice(READ), help=_("What IN is."))
@click.option("--to", "write_as", type=click.Choice(WRITTEN), help=_("What OUT becomes."))
@click.option("--write-offsets", type=click.Choice(UNITS), help=_("What offsets in OUT count."))
@reading_options
@writing_options
def convert(
    source: Path,
    output: Path,
    read_as: str | None,
    write_as: str | None,
    **given: Any,  # noqa: ANN401 - the options' values
) -> int:
    """Convert a file; 1 if its annotations do not come back as they are."""
    known = format_for(output, write_as)
    told = ReadAs(given["encoding"], read_as, _unit(given["offsets"]))
    exporting = _exporting(known, given | {"offsets": given["write_offsets"]})
    target = replaceable(output, source)
    report = ImportReport()
    with filled_with(source, told, report) as workspace:
        _tell_problems(report)
        _count_losses(workspace, exporting)
        return _tell_export(write(workspace, exporting, target), output)


# --- the formats ---


@click.command(help=_("List the formats: what each reads, writes, needs and loses."))
@json_option
def formats(*, as_json: bool) -> None:
    """List the formats."""
    more = {f.name: {"title": str(f.title), "extensions": list(f.extensions)} for f in FORMATS}
    facts = [
        {
            "name": f.name,
            "reads": f.reads,
            "writes": f.writes,
            "extra": f.extra or None,
            "loses": str(f.loses),
        }
        | (more[f.name] if as_json else {})
        for f in FORMATS
    ]
    print_table(facts, as_json=as_json)
