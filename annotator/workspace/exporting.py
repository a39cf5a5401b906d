"""Writing a project's annotations to a file: what is lost, the writing, a look at the result."""

import importlib.util
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from annotator.formats.base import Format, Loss, Options, ProjectSource, Selection
from annotator.formats.collecting import seldom_collecting
from annotator.formats.registry import format_named
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import Review
from annotator.model.snapshot import Snapshot
from annotator.workspace.opening import SUFFIX
from annotator.workspace.pseudonyms import Pseudonyms
from annotator.workspace.retold import alone
from annotator.workspace.verifying import Comparison, Verified

Told = Callable[[int, int], None]
_LIBRARIES = {"cas": "cassis", "spacy": "spacy", "parquet": "pyarrow"}


@dataclass(frozen=True, slots=True)
class Exporting:
    """What is exported and how; ``has_pseudonyms`` hides who the authors are."""

    format: Format
    selection: Selection = Selection()  # noqa: RUF009 - frozen
    options: Options = Options()  # noqa: RUF009 - frozen
    has_pseudonyms: bool = False

    def __reduce__(self) -> tuple[object, ...]:
        """Let another process have it: a format is the same there by its name."""
        values = self.format.name, self.selection, self.options
        return _exporting, (*values, self.has_pseudonyms)

    def source_of(self, project: ProjectSource) -> tuple[ProjectSource, Selection]:
        """Return the project as it is written, and the selection in its terms."""
        if not self.has_pseudonyms:
            return project, self.selection
        pseudonyms = Pseudonyms(project)
        author = pseudonyms.named(self.selection.author)
        return pseudonyms.project(), replace(self.selection, author=author)


def _exporting(
    name: str,
    selection: Selection,
    options: Options,
    has_pseudonyms: bool,  # noqa: FBT001 - pickle passes it
) -> Exporting:
    return Exporting(format_named(name), selection, options, has_pseudonyms)


@dataclass(frozen=True, slots=True)
class Exported:
    """How many annotations were written, and what reading the file back came to."""

    count: int
    verified: Verified


@dataclass(frozen=True, slots=True)
class Looked:
    """One document was looked through, of which so many annotations are meant."""

    annotations: int


def losses(project: ProjectSource, exporting: Exporting) -> Iterator[Loss | Looked]:
    """Yield what a file would lose, and behind each document that it was looked through.

    Raises:
        UserError: the selection names what the project does not have.
    """
    source, selection = exporting.source_of(project)
    selection.check(source)
    for document in list(selection.documents_of(source)):
        one = replace(selection, document=document.id, split=None)
        yield from exporting.format.losses(alone(source, document), one, exporting.options)
        s = source.load(document.id)
        if not exporting.format.holds_reviews:
            yield from _lost_reviews(s, one)
        yield Looked(sum(1 for _annotation in one.annotations(s)))


def _lost_reviews(s: Snapshot, selection: Selection) -> Iterator[Loss]:
    """Yield the annotations that reviewers have said something of."""
    if not s.count(Review):
        return
    for annotation in selection.annotations(s):
        if s.reviews_of(annotation.id):
            yield Loss(Message("The format holds no reviews."), s.document.id, annotation.id)


def counts_of(found: Iterable[Loss | Looked]) -> Mapping[str, int]:
    """Return how many losses there are for each reason, in the order in which they come."""
    return Counter(str(loss.reason) for loss in found if isinstance(loss, Loss))


def missing_extra(known: Format) -> Message | None:
    """Return the sentence that says what to install for a format, None if nothing is missing."""
    library = _LIBRARIES.get(known.extra)
    if library is None or importlib.util.find_spec(library) is not None:
        return None
    return Message(
        "{name} needs {library}: install transcript-annotator[{extra}].",
        {"name": known.name, "library": library, "extra": known.extra},
    )


def export(
    project: ProjectSource, exporting: Exporting, output: Path, told: Told | None = None
) -> Exported:
    """Write the selected annotations, read the file back and compare it.

    The file appears whole or not at all: an export that fails leaves the old file.

    Args:
        project: what is exported.
        exporting: the format and what of the project.
        output: the file, or for some formats the folder.
        told: is called with how many documents of how many are done.

    Raises:
        UserError: the format is only read, needs what is not installed, or the file cannot be
            written.
    """
    known, options = exporting.format, exporting.options
    if (missing := missing_extra(known)) is not None:
        raise UserError(missing.template, **missing.values)
    _refuse_unit(known, options)
    source, selection = exporting.source_of(project)
    step = _steps(source, selection, told) if told else _nothing
    comparison = Comparison(known, source, selection, options, step)
    with seldom_collecting():
        written = known.write(comparison.source, selection, output, options)
        return Exported(written, comparison.of_file(output))


def replaceable(output: Path, project: Path) -> Path:
    """Return the file that an export of ``project`` makes or replaces, links followed.

    An empty folder may be named: formats of several files fill it.

    Raises:
        UserError: it is a project file, a folder that holds something, or no file at all.
    """
    target = Path(os.path.realpath(output))
    if target == Path(os.path.realpath(project)):
        raise UserError("{path} is the file that is read: choose another name.", path=str(output))
    if SUFFIX in (target.suffix, output.suffix):
        raise UserError("{path} is a project file: choose another name.", path=str(output))
    if target.is_dir():
        _refuse_filled(target, output)
    elif target.exists() and not target.is_file():
        raise UserError("{path} is not a file: choose another name.", path=str(output))
    return target


def _refuse_filled(folder: Path, output: Path) -> None:
    with suppress(OSError):  # one that cannot be looked into is not known to be empty
        if not any(folder.iterdir()):
            return
    raise UserError(
        "{path} is a folder that holds something: choose another name, or a new or empty folder "
        "for a format of several files.",
        path=str(output),
    )


def _refuse_unit(known: Format, options: Options) -> None:
    unit = options.offset_unit
    if unit is None or unit in known.offset_units:
        return
    if not known.offset_units:
        raise UserError("{name} leaves no choice of what offsets count.", name=known.name)
    raise UserError(
        "{format} counts in {allowed}, not in {unit}.",
        format=known.name,
        allowed=", ".join(known.offset_units),
        unit=unit.value,
    )


def _nothing() -> None:
    """Tell nobody."""


def _steps(source: ProjectSource, selection: Selection, told: Told) -> Callable[[], None]:
    """Return what tells of each document twice: written, and read back."""
    total = 2 * sum(1 for _document in selection.documents_of(source))
    numbers = count(1)
    return lambda: told(min(next(numbers), total), total)
