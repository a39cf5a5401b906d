"""What an import would bring in, shown before it is done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.formats.base import Format
from annotator.formats.flat_read import read_flat
from annotator.formats.jsonl import JSONL
from annotator.formats.jsonl_read import jsonl_lines, read_jsonl
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import Document
from annotator.model.text import sha256_of
from annotator.reading.sources import SourceItem, items_in, read_item
from annotator.reading.transcript import Transcript
from annotator.workspace.importing import AS_GUESSED, ReadAs, exchange_format
from annotator.workspace.known_texts import KnownTexts
from annotator.workspace.workspace import Workspace

FIRST_LINES = 3
LINE_LENGTH = 120
TURN_LENGTH = 80
FIRST_TURNS = 60


@dataclass(frozen=True, slots=True)
class PreviewedTurn:
    """One turn as it would be imported: who, what they are, and how they begin."""

    speaker: str
    role: str
    words: str
    start: int
    time_start: int | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """One document that an import would add, or a file that it would refuse or pass over.

    ``turns`` are the first ones, of ``turn_count``. ``known`` is the document of the project with
    the same text, ``repeats`` the source among those previewed before that has it. ``exchange`` is
    the title of the format of a file that holds annotations, of which nothing more is told; of our
    own formats the beginning is read.
    """

    path: Path
    source_name: str
    title: str = ""
    language: str = ""
    date: str = ""
    encoding: str = ""
    characters: int = 0
    turn_count: int = 0
    turns: tuple[PreviewedTurn, ...] = ()
    first_lines: tuple[str, ...] = ()
    known: Document | None = None
    repeats: str = ""
    exchange: Message | None = None
    problem: Message | None = None

    @property
    def is_new(self) -> bool:
        """Say whether the import would add a document."""
        return not (self.known or self.repeats or self.exchange or self.problem)


def preview(
    workspace: Workspace, paths: Sequence[Path], read_as: ReadAs = AS_GUESSED
) -> Iterator[Preview]:
    """Yield what importing ``paths`` would do, document by document; nothing is changed.

    Takes what ``import_files`` takes. Files are read as they are asked for.
    """
    previews = Previews(workspace)
    for path in paths:
        yield from previews.of(path, read_as)


class Previews:
    """Looks into files, and knows the texts that it has seen before."""

    def __init__(self, workspace: Workspace) -> None:
        self._texts = KnownTexts(workspace)
        self._seen: dict[str, tuple[Path, str]] = {}

    def of(self, path: Path, read_as: ReadAs) -> Iterator[Preview]:
        """Yield what importing a file, folder or archive would do."""
        try:
            exchange = exchange_format(path, read_as.format_name)
            if exchange is not None:
                _refuse_odd_start(path, exchange)
                yield Preview(path, path.name, exchange=exchange.title)
                return
            for item in items_in(path):
                yield from self._of_item(item, path, read_as)
        except UserError as error:
            yield Preview(path, path.name, problem=error.message)

    def _of_item(self, item: SourceItem, path: Path, read_as: ReadAs) -> Iterator[Preview]:
        """Yield what comes of a file: all of its texts, or the one thing that is wrong with it."""
        place = path.parent / item.name
        seen: dict[str, tuple[Path, str]] = {}
        found = []
        try:
            for transcript in read_item(item, read_as.encoding, read_as.format_name):
                here, sha256 = (place, transcript.source_name), sha256_of(transcript.text)
                first = self._seen.get(sha256) or seen.setdefault(sha256, here)
                known = self._texts.document_with(transcript.text)
                repeats = first[1] if first != here else ""
                found.append(_of_transcript(transcript, place, known, repeats))
        except UserError as error:
            yield Preview(place, item.name, problem=error.message)
            return
        self._seen |= seen
        yield from found


def _refuse_odd_start(path: Path, known: Format) -> None:
    """Read how a file in a format of our own begins; others are read when they are imported.

    Raises:
        UserError: its first line is damaged, or its columns are not the known ones.
    """
    if known.reads_itself:
        first = read_jsonl(jsonl_lines(path)) if known is JSONL else read_flat(path)
        next(iter(first), None)


def _of_transcript(
    transcript: Transcript, place: Path, known: Document | None, repeats: str
) -> Preview:
    return Preview(
        place,
        transcript.source_name,
        transcript.title,
        transcript.language,
        transcript.date or "",
        transcript.encoding,
        len(transcript.text),
        len(transcript.turns),
        tuple(_turns(transcript)),
        tuple(_first_lines(transcript.text)),
        known=known,
        repeats=repeats,
    )


def _turns(transcript: Transcript) -> Iterator[PreviewedTurn]:
    for turn in transcript.turns[:FIRST_TURNS]:
        cut = turn.body_start + TURN_LENGTH
        words = transcript.text[turn.body_start : min(turn.end, cut)]
        role = (turn.role or turn.part).value
        yield PreviewedTurn(
            turn.speaker or "",
            role,
            " ".join(words.split()) + ("…" if turn.end > cut else ""),
            turn.start,
            turn.time_start,
        )


def _first_lines(text: str) -> Iterator[str]:
    """Yield the first lines with words, without reading on."""
    head = text[: 20 * LINE_LENGTH * FIRST_LINES].split("\n")
    yield from [line.strip()[:LINE_LENGTH] for line in head if line.strip()][:FIRST_LINES]
