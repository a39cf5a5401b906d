"""brat standoff read: a folder or archive of .txt and .ann files, or one .ann beside its .txt.

Events become the annotation of their trigger and relations to their arguments; equivalences
become relations from one to the next.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path, PurePosixPath

from annotator.formats.archive import Files, holds_files, names_in, open_files
from annotator.formats.brat_conf import ANNOTATION, VISUAL, Conf, read_conf
from annotator.formats.fields import told_fields
from annotator.formats.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingCodebook,
    IncomingDocument,
    IncomingRelation,
    ReadOptions,
)
from annotator.formats.input_file import as_text, read_text
from annotator.formats.offsets import Quoted
from annotator.formats.placing import Placing, in_order, placing_of
from annotator.model.errors import UserError, not_read
from annotator.model.message import Message
from annotator.model.text import Range

NOTES = "AnnotatorNotes"
BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_START = re.compile(rb"(?:[TREAMN]\d+|#\d*|\*)\t")
_LINE = {
    "T": re.compile(r"T\d+\t(\S+) (-?\d+ -?\d+(?:;-?\d+ -?\d+)*)(?:\t(.*))?", re.DOTALL),
    "E": re.compile(r"E\d+\t(\S+?):(T\d+)((?:\s+\S+:[TE]\d+)*)\s*"),
    "R": re.compile(r"R\d+\t(\S+)\s+\S+?:([TER]\d+)\s+\S+?:([TER]\d+)\s*"),
    "*": re.compile(r"\*\t(\S+)((?:\s+[TE]\d+)+)\s*"),
    "A": re.compile(r"[AM]\d+\t(\S+) ([TER]\d+)(?:\s+(.*?))?\s*", re.DOTALL),
    "N": re.compile(r"N\d+\t(\S+) ([TER]\d+) (\S+?)(?:\t(.*))?", re.DOTALL),
    "#": re.compile(r"#\d*\t(\S+) (\S+)(?:\t(.*))?", re.DOTALL),
}
_EXPECTED = Message("a line of brat's standoff format, such as “T1⇥Type 0 5⇥words”")
_LONGEST_NUMBER = 12
_SHOWN = 40


def is_brat(path: Path, head: bytes) -> bool:
    """Say whether a folder or archive has .ann files beside their .txt, or a file is an .ann."""
    if names := set(names_in(path, head)):
        return any(n.endswith(".ann") and f"{n[:-4]}.txt" in names for n in names)
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return path.suffix.lower() == ".ann" and bool(not start or _START.match(start))


def read_brat(path: Path, options: ReadOptions) -> Iterator[Incoming]:
    """Yield the types that configuration names, then a document per .ann file.

    Raises:
        UserError: a line is not of the format, or a .txt is missing.
    """
    if holds_files(path):
        with open_files(path) as found:
            names = [name for name in found.names if name.endswith(".ann")]
            yield from _read_all(names, set(found.names), _decoding(found), options)
        return
    try:
        path.stat()
    except OSError as error:
        raise not_read(path, error) from error
    files = {f"{path.stem}.ann": path, f"{path.stem}.txt": path.with_suffix(".txt")}
    files |= {name: path.with_name(name) for name in (ANNOTATION, VISUAL)}
    there = {name for name, file in files.items() if file.is_file()}
    yield from _read_all([f"{path.stem}.ann"], there, lambda name: read_text(files[name]), options)


Read = Callable[[str], str]


def _decoding(found: Files) -> Read:
    return lambda name: as_text(found.read(name), name)


def _read_all(
    names: list[str], there: set[str], read: Read, options: ReadOptions
) -> Iterator[Incoming]:
    confs: dict[PurePosixPath, Conf] = {}
    for name in names:
        folder = PurePosixPath(name).parent
        if folder not in confs:
            confs[folder] = _conf(folder, there, read)
            if confs[folder].types:
                yield IncomingCodebook(tuple(confs[folder].labels()))
        if f"{name[:-4]}.txt" not in there:
            raise UserError("{name} has no .txt file of the same name beside it.", name=name)
        page = _Page(name, confs[folder])
        page.take(read(name))
        yield page.document(read(f"{name[:-4]}.txt"), options)


def _conf(folder: PurePosixPath, there: set[str], read: Read) -> Conf:
    """Return the configuration in a folder or the nearest one above."""
    sources = []
    for name in (ANNOTATION, VISUAL):
        paths = [(place / name).as_posix() for place in (folder, *folder.parents)]
        found = next((path for path in paths if path in there), None)
        sources.append(read(found) if found else "")
    return read_conf(*sources)


@dataclass(slots=True)
class _Mark:
    """A text-bound annotation as its lines give it."""

    type: str
    parts: list[tuple[int, int]]
    quote: str | None
    notes: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Link:
    kind: str
    source: str
    target: str
    notes: list[str] = field(default_factory=list)


class _Page:
    """One .ann file."""

    def __init__(self, name: str, conf: Conf) -> None:
        self._name, self._conf = name, conf
        self._marks: dict[str, _Mark] = {}
        self._triggers: dict[str, str] = {}
        self._links: dict[str, _Link] = {}
        self._later: list[tuple[str, re.Match[str]]] = []
        self._problems: list[Message] = []

    def take(self, content: str) -> None:
        """Take in all lines.

        Raises:
            UserError: a line is not of the format; it names the line.
        """
        for number, line in enumerate(content.split("\n"), start=1):
            stripped = line.removesuffix("\r")
            if "\x00" in stripped:
                raise self._refused(number, Message("text without NUL"), stripped)
            if stripped.strip():
                self._line(stripped, number)
        for name, found in self._later:
            self._attach(name, found)

    def _line(self, line: str, number: int) -> None:
        letter = "A" if line[0] == "M" else line[0]
        found = _LINE[letter].fullmatch(line) if letter in _LINE else None
        key = line.partition("\t")[0]
        if found is None:
            raise self._refused(number, _EXPECTED, line)
        if key in self._marks or key in self._triggers:
            raise self._refused(number, Message("each id once"), key)
        match letter:
            case "T":
                self._marks[key] = _Mark(found[1], _parts(found[2]), found[3] or None)
            case "E":
                self._triggers[key] = found[2]
                self._later.append((key, found))
            case _:
                self._later.append((key, found))

    def _refused(self, number: int, expected: Message, found: str) -> UserError:
        return UserError(
            "Line {line} of {name}: expected {expected}, found “{found}”.",
            line=number,
            name=self._name,
            expected=str(expected),
            found=found[:60],
        )

    def _attach(self, key: str, found: re.Match[str]) -> None:
        """Take in a line that speaks of others, all of which are known now."""
        match key[0]:
            case "E":
                self._link_arguments(key, found)
            case "R":
                self._link(key, found[1], found[2], found[3])
            case "*":
                for pair in pairwise(found[2].split()):
                    self._link(f"{found[0][:_SHOWN]}.{len(self._links)}", found[1], *pair)
            case "A" | "M":
                self._say(found[2], found[1], found[3] or "true")
            case "N":
                self._say(found[2], found[1], " ".join(filter(None, found.groups()[2:])).strip())
            case _:
                self._say(found[2], found[1], found[3] or "")

    def _link_arguments(self, key: str, event: re.Match[str]) -> None:
        for at, argument in enumerate(event[3].split()):
            role, _, target = argument.rpartition(":")
            self._link(f"{key}.{at}", role.rstrip("0123456789"), event[2], target)

    def _link(self, key: str, kind: str, source: str, target: str) -> None:
        ends = self._triggers.get(source, source), self._triggers.get(target, target)
        if all(end in self._marks for end in ends):
            self._links[key] = _Link(kind, *ends)
        else:
            self._missing(key, source if ends[0] not in self._marks else target)

    def _missing(self, key: str, target: str) -> None:
        reason = "{key} speaks of {target}, which is not in the file."
        self._problems.append(Message(reason, {"key": key[:_SHOWN], "target": target[:_SHOWN]}))

    def _say(self, target: str, name: str, words: str) -> None:
        """Put a note, attribute or reference where it belongs."""
        mark = self._marks.get(self._triggers.get(target, target))
        link = self._links.get(target)
        if mark is not None and name == NOTES:
            mark.notes.append(words)
        elif mark is not None:
            mark.fields[name] = f"{mark.fields[name]}\n{words}" if name in mark.fields else words
        elif link is not None:
            link.notes.append(words if name == NOTES else f"{name}: {words}")
        else:
            self._missing(name, target)

    def document(self, text: str, options: ReadOptions) -> IncomingDocument:
        """Return the page as a document; passages that cannot be placed become problems."""
        quoted = list(self._quoted())
        placing = placing_of(text, quoted, options.unit)
        if _counts_a_mark(placing, quoted):
            for mark in self._marks.values():
                mark.parts = [(start - 1, end - 1) for start, end in mark.parts]
        annotations = []
        for key, mark in self._marks.items():
            try:
                ranges = self._ranges(mark, placing)
                annotations.append(self._annotation(key, mark, ranges))
            except UserError as error:
                self._problems.append(
                    Message("{key}: {problem}", {"key": key[:_SHOWN], "problem": str(error)})
                )
        return IncomingDocument(
            PurePosixPath(self._name).stem,
            placing.text,
            tuple(annotations),
            tuple(
                IncomingRelation(link.kind, link.source, link.target, "\n".join(link.notes))
                for link in self._links.values()
            ),
            problems=tuple(self._problems),
        )

    def _quoted(self) -> Iterator[Quoted]:
        for mark in self._marks.values():
            if mark.quote is not None and len(mark.parts) == 1:
                yield (*mark.parts[0], mark.quote)

    def _ranges(self, mark: _Mark, placing: Placing) -> tuple[Range, ...]:
        quote = mark.quote if len(mark.parts) == 1 else None
        parts = in_order(placing.range(start, end, quote) for start, end in mark.parts)
        words = " ".join(placing.text[start:end] for start, end in parts)
        if mark.quote is not None and words.split() != mark.quote.split():
            raise UserError("“{words}” stands there, not “{quote}”.", **_brief(words, mark.quote))
        joined = [parts[0]]
        for start, end in parts[1:]:
            gap = placing.text[joined[-1][1] : start]
            if gap and not BREAKS.sub("", gap):
                joined[-1] = joined[-1][0], end
            else:
                joined.append((start, end))
        return tuple(joined)

    def _annotation(self, key: str, mark: _Mark, ranges: tuple[Range, ...]) -> IncomingAnnotation:
        fields = dict(mark.fields)
        author = fields.pop("author", "")
        told = told_fields(self._conf.kinds.get(mark.type), _clean(fields))
        return IncomingAnnotation(
            key,
            self._conf.name(mark.type),
            ranges,
            told.kind,
            author,
            "\n".join(mark.notes),
            told.extra,
            told.detail,
            told.evidence,
        )


def _counts_a_mark(placing: Placing, quoted: list[Quoted]) -> bool:
    """Say whether offsets count a byte order mark that stood before the text."""
    moved = [(start - 1, end - 1, quote) for start, end, quote in quoted]
    return not placing.fitting(quoted) and 0 < placing.fitting(moved) == len(moved)


def _parts(offsets: str) -> list[tuple[int, int]]:
    found = []
    for part in offsets.split(";"):
        start, end = (int(number[:_LONGEST_NUMBER]) for number in part.split())
        found.append((start, end))
    return found


def _brief(words: str, quote: str) -> dict[str, str]:
    return {"words": words[:60], "quote": quote[:60]}


def _clean(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: words.strip("\n") for name, words in fields.items()}
