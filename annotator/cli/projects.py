"""The commands that make, fill and look into a project."""

from collections import Counter
from pathlib import Path

import click

from annotator.cli.arguments import PATH, json_option, opened, project_argument
from annotator.cli.output import (
    Fact,
    print_facts,
    print_list,
    print_table,
    say,
)
from annotator.model.errors import DamagedError, UserError
from annotator.model.history import Transaction
from annotator.model.kinds import LabelKind
from annotator.model.message import _
from annotator.workspace.opening import (
    create_project,
    open_project,
    this_person,
    with_suffix,
)


@click.command(help=_("Make a new project file."))
@project_argument
@click.option("--codebook", type=PATH, help=_("A codebook in TOML; the built-in one if left out."))
@click.option("--title", default="", help=_("The project's title; the file's name if left out."))
def new(project: Path, codebook: Path | None, title: str) -> None:
    """Make a new project file."""
    if project.name in ("", ".."):
        raise UserError("{path} is a folder: name a file in it.", path=str(project))
    path = with_suffix(project)
    create_project(path, this_person(), title=title, codebook=codebook).close()
    say(_("Made {path}.").format(path=path))


@click.command(
    short_help=_("Bring in a corrected transcript; annotations are carried over."),
    help=_(
        "Bring in a corrected transcript of an annotated document; its annotations are carried "
        "over, and those that changed or were lost are listed."
    ),
)
@project_argument
@click.argument("document")
@click.argument("file", type=PATH)
@json_option
def correct(project: Path, document: str, file: Path, *, as_json: bool) -> None:
    """Correct a document's text."""
    from annotator.workspace.project import Project

    with Project(open_project(project, this_person())) as opened_project:
        done = opened_project.correct(document, file)
    print_facts(
        (
            {
                "outcome": outcome,
                "id": one.after.id if one.after else one.before.id,
                "before": one.before.quote,
                "after": one.after.quote if one.after else None,
                "position": one.near,
            }
            for outcome, group in (("changed", done.changed), ("lost", done.lost))
            for one in group
        ),
        as_json=as_json,
    )
    text = _("Annotations carried over: {moved} unchanged, {changed} changed, {lost} lost.")
    counts = {"moved": len(done.moved), "changed": len(done.changed), "lost": len(done.lost)}
    say(text.format(**counts))


@click.command(help=_("Say what a project holds."))
@project_argument
@json_option
def info(project: Path, *, as_json: bool) -> None:
    """Say what a project holds."""
    with opened(project) as workspace:
        counts = workspace.store.counts()
        fact = {
            "title": workspace.title,
            "project": workspace.project_id,
            "documents": counts.documents,
            "characters": counts.characters,
            "annotations": sum(counts.by_kind.values()),
            **{kind.value: counts.by_kind.get(kind, 0) for kind in LabelKind if kind != "relation"},
            "authors": counts.authors,
            "transactions": counts.transactions,
            "bytes": counts.file_bytes,
        }
        labels: Counter[str] = Counter()
        for label in workspace.labels():
            labels[label.slug or label.name()] += counts.by_label.get(label.id, 0)
    if as_json:
        print_facts([fact | {"labels": labels}], as_json=True)
    else:
        print_list(fact)
        print_table([{"label": n, "uses": c} for n, c in labels.items()], as_json=False)


@click.command(
    short_help=_("Check a project file for damage."),
    help=_("Check a project file: integrity, anchors, and history against the tables."),
)
@project_argument
@json_option
def verify(project: Path, *, as_json: bool) -> int:
    """Check a project file; 1 if anything is wrong."""
    try:
        with opened(project) as workspace:
            problems = workspace.store.verify()
    except DamagedError as damaged:  # one that nobody vouches for is checked as it is opened
        problems = list(damaged.problems)
    print_facts(({"problem": str(problem)} for problem in problems), as_json=as_json)
    if not problems:
        if as_json:
            print_facts([{"problem": None}], as_json=True)
        say(_("The project file is sound."))
    return 1 if problems else 0


@click.command(help=_("List the changes made to a project, the newest first."))
@project_argument
@click.option("--limit", type=click.IntRange(min=1), help=_("How many; all if left out."))
@json_option
def history(project: Path, limit: int | None, *, as_json: bool) -> None:
    """List what was done."""
    with opened(project) as workspace:
        names = {author.id: author.name for author in workspace.authors()}
        facts = (
            _history_fact(transaction, names.get(transaction.author, transaction.author))
            for transaction in workspace.store.history(limit=limit)
        )
        print_facts(facts, as_json=as_json)


def _history_fact(transaction: Transaction, author: str) -> Fact:
    return {
        "at": transaction.at,
        "author": author,
        "kind": transaction.kind.value,
        "what": str(transaction.edit.label),
        "removed": len(transaction.edit.removed),
        "added": len(transaction.edit.added),
        "id": transaction.id,
    }
