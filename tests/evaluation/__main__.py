"""``python -m tests.evaluation GOLD...``: what suggestions and checks are worth on labelled texts.

GOLD is a folder with labelled texts or one file of JSON lines with its text beside it: figures,
what is no figure, checks, or sentences worth checking; what a file labels is told by its rows.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.suggest.figures import suggest_figures
from tests.evaluation.check_gold import report_checks
from tests.evaluation.claim_gold import report_claims
from tests.evaluation.files import gold_files, kind_of
from tests.evaluation.gold import GoldText, golds_in
from tests.evaluation.scoring import FIELDS, Agreement, agreement, wrong_fields

_AROUND = 12


def main(arguments: Sequence[str]) -> int:
    """Print the agreement with every labelled text, and what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--quiet", action="store_true", help="leave out the list of errors")
    chosen = parser.parse_args(arguments)
    for path in chosen.gold:
        for lines in reports(path, is_quiet=chosen.quiet):
            sys.stdout.write("\n".join(lines) + "\n\n")
    return 0


def reports(path: Path, *, is_quiet: bool) -> Iterator[Iterator[str]]:
    """Yield the lines about each labelled text, by what is labelled in it."""
    kinds = {file: kind_of(file) for file in gold_files(path)}
    if path.is_dir() or kinds[path] in {"figures", "nonfigures"}:
        for gold in golds_in(path):
            yield report_figures(gold, is_quiet=is_quiet)
    for file, kind in kinds.items():
        if kind == "checks":
            yield report_checks(file, is_quiet=is_quiet)
        elif kind == "claims":
            yield report_claims(file, is_quiet=is_quiet)


def report_figures(gold: GoldText, *, is_quiet: bool) -> Iterator[str]:
    """Yield what the suggested figures of a text are worth, one line each."""
    measured = agreement(gold.figures, suggest_figures(gold.text), gold.non_figures)
    yield from summary(gold, measured)
    if not is_quiet:
        yield from errors(gold, measured)


def summary(gold: GoldText, measured: Agreement) -> Iterator[str]:
    """Yield the numbers, one line each."""
    yield f"{gold.name}: {len(gold.figures)} figures, {len(gold.non_figures)} non-figures"
    for name, hits in (("exact", measured.exact), ("overlap", len(measured.pairs))):
        yield (
            f"  {name:12} precision {measured.precision(hits):.4f}"
            f"  recall {measured.recall(hits):.4f}  F1 {measured.f1(hits):.4f}"
        )
    for field in FIELDS:
        right, judged = measured.right(field)
        yield f"  {field:12} {right}/{judged} = {right / judged if judged else 1:.4f}"
    yield f"  hits on non-figures: {len(measured.hits)} of {len(measured.non_figures)}"


def errors(gold: GoldText, measured: Agreement) -> Iterator[str]:
    """Yield what is missing, too much, cut wrongly or read wrongly, one line each."""
    labels = {label.start for label, _ in measured.pairs}
    found = {suggestion.start for _, suggestion in measured.pairs}
    for label in gold.figures:
        if label.start not in labels:
            yield f"  missing   {_shown(gold.text, label.start, label.end)}"
    for suggestion in measured.suggested:
        if suggestion.start not in found:
            yield f"  too much  {_shown(gold.text, suggestion.start, suggestion.end)}"
    for label, suggestion in measured.pairs:
        if (label.start, label.end) != (suggestion.start, suggestion.end):
            yield (
                f"  boundary  {_shown(gold.text, label.start, label.end)} -> {suggestion.text!r}"
            )
        if wrong := wrong_fields(label, suggestion):
            yield f"  {', '.join(wrong)}: {label} -> {suggestion.figure}"


def _shown(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}[{text[start:end]}]{after}".replace("\n", "⏎")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
