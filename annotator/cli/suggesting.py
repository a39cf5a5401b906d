"""The command that prints what the program would mark in a text."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from annotator.cli.output import Fact, naming, print_facts, say, with_progress
from annotator.model.kinds import LabelKind
from annotator.model.message import Message, _
from annotator.model.quantity import Quantity, describe
from annotator.model.records import Figure
from annotator.model.suggestion import Suggestion
from annotator.suggest.claims import suggest_claims
from annotator.suggest.figures import suggest_figures
from annotator.suggest.topics import suggest_topics
from annotator.workspace.parallel import in_processes
from annotator.workspace.sources import Source, readable, require_files

Finder = Callable[[Source], Iterator[Suggestion]]


def _figures(source: Source) -> Iterator[Suggestion]:
    return suggest_figures(source.text)


def _claims(source: Source) -> Iterator[Suggestion]:
    bodies = [(speech.start, speech.end, speech.role) for speech in source.speeches]
    return suggest_claims(source.text, bodies)


def _topics(source: Source) -> Iterator[Suggestion]:
    labels = [x for x in source.labels if x.kind is LabelKind.TOPIC and not x.retired]
    bodies = [(speech.start, speech.end) for speech in source.speeches]
    return suggest_topics(source.text, labels, source.language, bodies)


FINDERS: Mapping[LabelKind, Finder] = {
    LabelKind.FIGURE: _figures,
    LabelKind.CLAIM: _claims,
    LabelKind.TOPIC: _topics,
}
"""What finds the suggestions of each kind."""
_FIGURE_FIELDS = ("low", "high", "value", "unit")
_FURTHER_FIELDS = ("referent", "period", "as_of", "rate", "denominator")
_NAMES = {name: kind for kind in FINDERS for name in (kind.value, f"{kind.value}s")}


@dataclass(frozen=True, slots=True)
class _Job:
    """Turns a text into facts; a value that another process can be given."""

    kinds: tuple[LabelKind, ...]

    def __call__(self, source: Source) -> list[dict[str, object]]:
        return list(self.facts(source))

    def facts(self, source: Source) -> Iterator[dict[str, object]]:
        for kind in self.kinds:
            for suggestion in FINDERS[kind](source):
                yield fact_of(source, suggestion)


def fact_of(source: Source, suggestion: Suggestion) -> dict[str, object]:
    """Return a suggestion as the command prints it, without the fields that do not apply."""
    fact: dict[str, object] = {
        "file": source.file,
        "document": source.document,
        "kind": suggestion.kind.value,
        "start": suggestion.start,
        "end": suggestion.end,
        "text": suggestion.text,
        **(_figure_fact(suggestion, suggestion.figure) if suggestion.figure else {}),
        "label": suggestion.label or "",
        "proposal": suggestion.proposal,
        "score": suggestion.score,
        "reason": str(suggestion.reason),
    }
    return {name: value for name, value in fact.items() if value != ""}


def _figure_fact(suggestion: Suggestion, figure: Figure) -> dict[str, object]:
    return {
        **{name: getattr(figure, name) for name in _FIGURE_FIELDS},
        "unit_text": suggestion.unit_text,
        "figure_kind": figure.kind,
        "tier": suggestion.tier,
        "approximator": figure.approximator,
        "comparator": figure.comparator,
        "comparator_text": suggestion.comparator_text,
        **{name: getattr(figure, name) for name in _FURTHER_FIELDS},
    }


def _readable_fact(fact: Mapping[str, Any]) -> Fact:
    """Return a suggestion for a person: where it is, what it says and why."""
    told = describe(
        Quantity(
            fact.get("low", ""),
            fact.get("high", ""),
            fact.get("unit", ""),
            kind=fact.get("figure_kind", "cardinal"),
            comparator=fact.get("comparator", "="),
            value=fact.get("value", ""),
        )
    )
    place = f"{fact['file']}:{fact['start']}-{fact['end']}"
    return {
        "at": place,
        fact["kind"]: fact["text"],
        **({"reads": told} if told else {}),
        "score": fact["score"],
        "reason": fact["reason"],
    }


@click.command(
    short_help=_("Print the figures, claims or topics that would be marked."),
    help=_(
        "Print what the program would mark in transcripts, projects or folders, without marking "
        "it: figures with what they say, sentences by how much there is to check, topics; "
        "each with a score and a reason.\n\nThe path - stands for a transcript that is piped in."
    ),
)
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--kind", type=click.Choice(list(_NAMES)), help=_("Only this kind."))
@click.option("--jobs", type=click.IntRange(min=1), default=1, help=_("How many processes."))
@click.option("--encoding", help=_("The files' encoding, where guessing goes wrong."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object per line."))
def suggest(
    paths: tuple[Path, ...], kind: str | None, jobs: int, encoding: str | None, *, as_json: bool
) -> int:
    """Print suggestions for files, projects and folders; 1 if any file failed."""
    files = require_files(paths)
    failed: list[tuple[Path, Message]] = []
    steps = with_progress(files, len(files), _("Suggesting"))
    job = _Job((_NAMES[kind],) if kind else tuple(FINDERS))
    facts = _facts(job, readable(steps, encoding, failed), jobs)
    shown = facts if as_json else map(_readable_fact, facts)
    print_facts(shown, as_json=as_json)
    for path, message in failed:
        say(str(naming(path, message)))
    return 1 if failed else 0


def _facts(job: _Job, sources: Iterator[Source], jobs: int) -> Iterator[dict[str, object]]:
    results = map(job.facts, sources) if jobs == 1 else in_processes(job, sources, jobs)
    for found in results:
        yield from found
